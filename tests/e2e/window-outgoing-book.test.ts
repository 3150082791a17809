import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { withEntryOffice } from '../fixtures/entry-office.ts';
import type { Client } from '../fixtures/open-engine.ts';
import { openWindow, seriousViolations, type OpenedWindow } from '../fixtures/open-window.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';

interface Book extends OpenedWindow {
  client: Client;
  kept: number;
  draft: number;
  elsewhere: number;
}

const list = (page: Page) => page.getByRole('grid', { name: 'Văn bản đi' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Chi tiết văn bản' });
const goTo = (page: Page, address: string): Promise<void> => page.evaluate((hash) => void (location.hash = hash), address);
/** The draft is on the desk, and the keyboard in its first field: its keys answer. */
async function onDesk(page: Page, id: number): Promise<void> {
  await goTo(page, `#/soan-thao/${id}`);
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
}

/** Numbers 01 and 02 are kept, 03 went to a dispatch made elsewhere on 19/11/2026, a complete draft waits on the desk. */
async function openBook(more: (client: Client) => Promise<unknown> = () => Promise.resolve()): Promise<Book> {
  let ids = { kept: 0, draft: 0, elsewhere: 0 };
  const opened = await openWindow({
    before: async (engine: Engine) => {
      await withEntryOffice(engine);
      const client = clientOf(engine);
      const { rows } = await client.outgoing.reserve({ codeNotation: 'UBND-VP', issuedDate: '2026-11-18', amount: 2, reason: 'chờ lãnh đạo ký' });
      const { id: elsewhere } = await client.outgoing.register({ codeNotation: 'UBND-VP', subject: 'gửi qua bưu điện', issuedDate: '2026-11-19' });
      const { id: draft } = await client.outgoing.draft(sampleLetter());
      ids = { kept: rows[0]?.id ?? 0, draft, elsewhere };
      await more(client);
    },
  });
  await list(opened.page).waitFor();
  return { ...opened, ...ids, client: clientOf(opened.engine) };
}

test('sổ trống mời cả ba lối lấy số; K và Ctrl+G mở đúng chỗ, F1 và Ctrl+K đều nói', async () => {
  const { page, errors } = await openWindow({ before: withEntryOffice });
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đi nào' }).waitFor();
  await page.getByRole('button', { name: /^Vào sổ văn bản làm nơi khác/ }).click();
  await page.getByRole('heading', { name: 'Vào sổ văn bản đi làm nơi khác' }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: /^Giữ số…/ }).click();
  await page.getByRole('dialog', { name: 'Giữ số' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đi nào' }).waitFor();
  await page.keyboard.press('k');
  await page.waitForURL(/vao-so$/);
  await page.getByRole('heading', { name: 'Vào sổ văn bản đi làm nơi khác' }).waitFor();
  await goTo(page, '#/van-ban-di');
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đi nào' }).waitFor();
  await page.keyboard.press('F1');
  const keys = page.getByRole('region', { name: 'Phím tắt của màn hình này' });
  await expect.poll(() => keys.textContent()).toMatch(/KVào sổ văn bản làm nơi khác.*Ctrl\+GGiữ số để dùng sau/);
  await page.keyboard.press('Escape');
  await expect.poll(() => keys.count()).toBe(0);
  await page.keyboard.press('Control+g');
  await page.getByRole('dialog', { name: 'Giữ số' }).waitFor();
  await goTo(page, '#/van-ban-di');
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đi nào' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lam noi khac');
  await page.keyboard.press('Enter');
  await page.waitForURL(/vao-so$/);
  expect(errors).toEqual([]);
});

test('số giữ dùng cho dự thảo: chọn dự thảo, hộp cấp số nói ai giữ và vì sao, số sang đúng văn bản', async () => {
  const { page, client, kept, draft, errors } = await openBook();
  await goTo(page, `#/van-ban-di?id=${kept}`);
  await panel(page).getByRole('heading', { name: '01/UBND-VP' }).waitFor();
  await panel(page).getByRole('button', { name: 'Dùng cho dự thảo…' }).click();
  const choosing = page.getByRole('dialog', { name: 'Dùng số giữ 01/UBND-VP cho dự thảo' });
  await choosing.getByText(/giữ số này ngày 20\/11\/2026: chờ lãnh đạo ký/).waitFor();
  const option = page.getByRole('option', { name: /rà soát trụ sở dôi dư/ });
  await option.waitFor();
  await choosing.getByLabel('Dự thảo').pressSequentially('tru so');
  await option.waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => choosing.getByRole('button', { name: 'Mở dự thảo và cấp số…' }).isEnabled()).toBe(true);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cấp số' });
  await dialog.getByText(/giữ số này ngày 20\/11\/2026: chờ lãnh đạo ký/).waitFor();
  await dialog.getByText('01/UBND-VP', { exact: true }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('Ghi số và ngày này lên bản giấy.').waitFor();
  expect(await client.outgoing.get({ id: draft })).toMatchObject({ code: '01/UBND-VP', status: 'issued', backdated: null });
  expect((await client.outgoing.list({ view: 'reserved' })).rows.map(({ code }) => code)).toEqual(['02/UBND-VP']);
  expect(errors).toEqual([]);
});

test('cấp số ở bàn soạn: số kế tiếp đứng sẵn, chọn được số giữ; số giữ của năm khác thì không cấp', async () => {
  const { page, client, draft } = await openBook();
  await onDesk(page, draft);
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: 'Cấp số' });
  const choice = dialog.locator('input').and(dialog.getByLabel('Lấy số'));
  await expect.poll(() => choice.inputValue()).toBe('Số kế tiếp 04/UBND-VP');
  await expect.poll(() => dialog.getByLabel('Ngày văn bản').evaluate((field) => field === document.activeElement)).toBe(true);
  await choice.click();
  await page.getByRole('option', { name: /Số giữ 02\/UBND-VP.*chờ lãnh đạo ký/ }).click();
  const give = dialog.getByRole('button', { name: 'Cấp số 02/UBND-VP' });
  await expect.poll(() => give.isEnabled()).toBe(true);
  await dialog.getByLabel('Ngày văn bản').fill('05/01/2027');
  await dialog.getByText(/Số 02 giữ trong sổ năm 2026, văn bản lại đề năm 2027/).waitFor();
  await expect.poll(() => give.isDisabled()).toBe(true);
  await dialog.getByLabel('Ngày văn bản').fill('18/11/2026');
  await expect.poll(() => give.isEnabled()).toBe(true);
  expect(await dialog.getByLabel('Lý do ghi ngày lùi').count()).toBe(0);
  await dialog.getByLabel('Ngày văn bản').press('Enter');
  await page.getByText('Ghi số và ngày này lên bản giấy.').waitFor();
  expect(await client.outgoing.get({ id: draft })).toMatchObject({ code: '02/UBND-VP', issuedDate: '2026-11-18', backdated: null });
});

test('cấp số lùi ngày là việc nói ra: không lý do thì không cấp, có lý do thì sổ ghi lại', async () => {
  const { page, client, draft } = await openBook();
  await onDesk(page, draft);
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: 'Cấp số' });
  await dialog.getByLabel('Ngày văn bản').fill('18/11/2026');
  await dialog.getByRole('button', { name: 'Cấp số lùi ngày 04/UBND-VP' }).waitFor();
  await dialog.getByLabel('Ngày văn bản').press('Enter');
  await dialog.getByText('Ghi vì sao số được cấp với ngày lùi.').waitFor();
  const reason = dialog.getByLabel('Lý do ghi ngày lùi');
  await expect.poll(() => reason.evaluate((field) => field === document.activeElement)).toBe(true);
  expect((await client.outgoing.get({ id: draft })).status).toBe('draft');
  await page.keyboard.type('ký ngày 18 nhưng chuyển văn thư muộn');
  await page.keyboard.press('Enter');
  await page.getByText('Ghi số và ngày này lên bản giấy.').waitFor();
  expect(await client.outgoing.get({ id: draft })).toMatchObject({ code: '04/UBND-VP', issuedDate: '2026-11-18', backdated: 'ký ngày 18 nhưng chuyển văn thư muộn' });
  await goTo(page, `#/van-ban-di?id=${draft}`);
  await panel(page).getByText('Cấp số lùi ngày: ký ngày 18 nhưng chuyển văn thư muộn').waitFor();
});

test('số giữ dùng cho văn bản làm nơi khác, cả khi đang có phiếu gõ dở', async () => {
  const { page, client, kept, errors } = await openBook();
  const subject = page.locator('[data-entry="subject"]');
  await page.keyboard.press('k');
  await subject.fill('quyết định ký ở phòng khác');
  await goTo(page, `#/van-ban-di?id=${kept}`);
  await panel(page).getByRole('button', { name: 'Dùng cho văn bản làm nơi khác' }).click();
  await expect.poll(() => page.locator('input').and(page.getByLabel('Lấy số')).inputValue()).toMatch(/^Số giữ 01\/UBND-VP/);
  await expect.poll(() => subject.inputValue()).toBe('quyết định ký ở phòng khác');
  await subject.press('Control+Enter');
  await page.getByRole('region', { name: 'Vừa vào sổ' }).getByText('01/UBND-VP', { exact: true }).waitFor();
  expect(await client.outgoing.get({ id: kept })).toMatchObject({ code: '01/UBND-VP', status: 'issued', origin: 'elsewhere', subject: 'quyết định ký ở phòng khác' });
  expect(errors).toEqual([]);
});

test('F2 ở dòng không soạn tại đây mở ngăn và nói vì sao; ở dự thảo thì lên bàn soạn', async () => {
  const { page, kept, draft, elsewhere } = await openBook();
  const row = (id: number) => page.locator(`#outgoing-${id}`);
  for (const [id, head, why] of [
    [kept, '01/UBND-VP', /Số 01\/UBND-VP đang giữ, chưa có văn bản để soạn/],
    [elsewhere, '03/UBND-VP', /Số 03\/UBND-VP là văn bản làm nơi khác, không có trang soạn ở đây/],
  ] as const) {
    await row(id).click();
    await panel(page).getByRole('heading', { name: head }).waitFor();
    await list(page).press('Escape');
    await expect.poll(() => panel(page).count()).toBe(0);
    await list(page).press('F2');
    await page.getByText(why).waitFor();
    await panel(page).getByRole('heading', { name: head }).waitFor();
    await panel(page).getByRole('button', { name: /^Hủy số/ }).press('F2');
    expect(page.url()).toContain(`/van-ban-di?id=${id}`);
  }
  await row(draft).click();
  await list(page).press('F2');
  await page.waitForURL(new RegExp(`soan-thao/${draft}$`));
});

test('hủy văn bản đang thay thế văn bản khác: hộp hủy nói dòng nào còn dẫn tới nó', async () => {
  const { page, client, elsewhere } = await openBook(async (other) => {
    const { id } = await other.outgoing.register({ codeNotation: 'UBND-VP', subject: 'bản đúng', issuedDate: '2026-11-20' });
    const wrong = (await other.outgoing.list({ text: 'buu dien' })).rows[0]?.id ?? 0;
    await other.outgoing.mark({ ids: [wrong], status: 'replaced', by: id, reason: 'sai số liệu' });
  });
  const by = (await client.outgoing.get({ id: elsewhere })).by?.id ?? 0;
  await goTo(page, `#/van-ban-di?id=${by}`);
  await panel(page).getByRole('link', { name: 'Thay thế số 03/UBND-VP' }).waitFor();
  await panel(page).getByRole('button', { name: 'Hủy số…' }).click();
  await page.getByRole('dialog').getByText(/Văn bản này đang thay thế số 03\/UBND-VP/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await goTo(page, `#/van-ban-di?id=${elsewhere}`);
  await panel(page).getByRole('heading', { name: '03/UBND-VP' }).waitFor();
  await panel(page).getByRole('button', { name: 'Hủy số…' }).click();
  await page.getByLabel('Lý do hủy').waitFor();
  expect(await page.getByRole('dialog').getByText(/Văn bản này đang/).count()).toBe(0);
});
