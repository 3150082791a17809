import { expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { withEntryOffice } from '../fixtures/entry-office.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

test('vào sổ với ngày của năm khác: hỏi, «Thôi» thì không có gì vào sổ, đồng ý thì vào đúng sổ năm ấy', async () => {
  const { page, engine, errors } = await openWindow({ before: withEntryOffice, at: '#/van-ban-den/moi' });
  const client = clientOf(engine);
  await client.incoming.register({ organName: 'Sở Y tế', subject: 'lịch trực' });
  const before = (await client.incoming.list({})).total;
  const field = (name: string) => page.locator(`[data-entry="${name}"]`);
  await field('organName').fill('Sở Nội vụ');
  await field('subject').fill('văn bản đến sót của năm trước');
  await field('arrivalDate').fill('30/12/2025');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  const asked = page.getByRole('dialog', { name: 'Xác nhận trước khi cấp số' });
  await asked.getByText(/đang chạy năm 2026; ngày đến 30\/12\/2025 sẽ mở sổ năm 2025 với số 01/).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'hidden' });
  expect((await client.incoming.list({})).total).toBe(before);
  await field('organName').focus();
  await page.keyboard.press('Control+Enter');
  await asked.getByRole('button', { name: 'Đúng, cấp số' }).click();
  await expect.poll(async () => (await client.incoming.list({ year: 2025 })).rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual([1]);
  // the answer of the declined call is a refusal the browser writes down
  expect(errors.filter((error) => !error.includes('409'))).toEqual([]);
});

test('đóng sổ năm, mở lại kèm lý do ở «Sổ & in ấn»', async () => {
  const { page, engine } = await openWindow({ before: withEntryOffice, at: '#/so-in-an' });
  const client = clientOf(engine);
  await client.incoming.register({ organName: 'Sở Y tế', subject: 'lịch trực' });
  await page.getByRole('button', { name: 'Năm của sổ…' }).click();
  const years = page.getByRole('dialog', { name: 'Năm của sổ' });
  await years.getByRole('button', { name: 'Đóng sổ…' }).first().click();
  await page.getByRole('dialog', { name: /^Đóng sổ văn bản/ }).getByRole('button', { name: 'Đóng sổ' }).click();
  await expect.poll(async () => (await client.books.years()).rows.some(({ state }) => state === 'closed')).toBe(true);
  await page.getByRole('button', { name: 'Năm của sổ…' }).click();
  await years.getByText('Đã đóng').waitFor();
  await years.getByRole('button', { name: 'Mở lại…' }).click();
  const reopening = page.getByRole('dialog', { name: /^Mở lại sổ văn bản/ });
  await reopening.getByLabel('Lý do mở lại').fill('sót một văn bản');
  await reopening.getByRole('button', { name: 'Mở lại sổ' }).click();
  await expect.poll(async () => (await client.books.years()).rows.flatMap(({ acts }) => acts.map(({ act }) => act))).toEqual(expect.arrayContaining(['close', 'reopen']));
});

test('tháng 12: sổ năm sau được mời mở ở bàn làm việc và ở «Sổ & in ấn», mở rồi thì thôi', async () => {
  const before = async (opened: Engine): Promise<void> => {
    await withEntryOffice(opened);
    await clientOf(opened).incoming.register({ organName: 'Sở Y tế', subject: 'lịch trực' });
  };
  const { page, engine } = await openWindow({ before, at: '#/', day: '2026-12-07' });
  const client = clientOf(engine);
  const offer = page.getByRole('note').filter({ hasText: 'Sắp sang năm 2027' });
  await offer.waitFor();
  await page.goto(`${new URL(page.url()).origin}/#/so-in-an`);
  await offer.getByRole('button', { name: 'Mở sổ năm 2027' }).click();
  await offer.waitFor({ state: 'hidden' });
  expect((await client.books.years()).rows.filter(({ year }) => year === 2027).map(({ kind, state }) => [kind, state])).toEqual(expect.arrayContaining([['incoming', 'beside'], ['outgoing', 'beside']]));
  await page.getByRole('button', { name: 'Năm của sổ…' }).click();
  await page.getByRole('dialog', { name: 'Năm của sổ' }).getByRole('region', { name: 'Việc đã làm với năm của sổ' }).getByText(/Mở sổ · văn bản đi 2027/).waitFor();
});
