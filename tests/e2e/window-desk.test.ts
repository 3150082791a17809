import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations, type OpenedWindow } from '../fixtures/open-window.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

/** Two dispatches came in last week and one this week; one went out this week. */
async function officeOfTwoWeeks(engine: OpenedWindow['engine']): Promise<void> {
  const client = clientOf(engine);
  await client.settings.update({ office: sampleOffice });
  for (const arrivalDate of ['2026-11-10', '2026-11-15', '2026-11-16']) await client.incoming.register({ organName: 'Sở Tài chính', code: `${arrivalDate}/STC`, subject: 'dự toán', arrivalDate });
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id, issuedDate: '2026-11-20' });
}

test.each(['light', 'dark'] as const)('bàn làm việc, nền %s: văn bản đến và đi theo tuần vẽ ra được, đọc ra được, phím S sang sổ', async (colorScheme) => {
  const { page, errors } = await openWindow({ at: '#/ban-lam-viec', colorScheme, before: officeOfTwoWeeks });
  const table = page.getByRole('table', { name: 'Văn bản đến và văn bản đi theo tuần' });
  await table.getByRole('row', { name: '16/11/2026 – 22/11/2026 1 1' }).waitFor();
  await table.getByRole('row', { name: '09/11/2026 – 15/11/2026 2 0' }).waitFor();
  expect(await table.getByRole('row').count()).toBe(13);
  const box = page.locator('section', { has: page.getByRole('heading', { name: /Đến và đi theo tuần/ }) });
  await box.getByText('Tuần này đến 1, đi 1').waitFor();
  // one bar for each week in which something came in or went out
  await expect.poll(() => box.locator('.recharts-bar-rectangle path').count()).toBe(3);
  expect(await seriousViolations(page)).toEqual([]);
  // the table for the ear takes no room: neither the window nor the desk can be scrolled for it
  const roomy = (element: Element): boolean => element.scrollHeight <= element.clientHeight;
  expect(await page.locator('html').evaluate(roomy)).toBe(true);
  expect(await box.locator('xpath=../..').evaluate(roomy)).toBe(true);
  await box.getByRole('link', { name: /Sổ & in ấn/ }).focus();
  await page.keyboard.press('s');
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#\/so-in-an/);
  expect(errors).toEqual([]);
});

test('bàn làm việc của sổ còn trống: nói ra, không vẽ khung trống', async () => {
  const { page, errors } = await openWindow({ at: '#/ban-lam-viec', before: async (engine) => void (await clientOf(engine).settings.update({ office: sampleOffice })) });
  await page.getByText('12 tuần qua chưa có văn bản đến, văn bản đi nào').waitFor();
  expect(await page.locator('.recharts-wrapper').count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('bàn làm việc đếm như băng trên đầu mọi màn hình, cả khi một dòng thay cho nhiều đơn vị', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration, at: '#/ban-lam-viec' });
  const banner = page.getByRole('group', { name: 'Hạn', exact: true });
  const counted = async (): Promise<string[]> => ((await banner.textContent()) ?? '').match(/\d+/g) ?? [];
  await expect.poll(counted).toHaveLength(3);
  const [late = '', today = '', soon = ''] = await counted();
  // of the late ones some have agencies whose day is still to come: these are not late
  expect(Number(late)).toBeGreaterThan(0);
  for (const [title, amount] of [['Quá hạn', late], ['Đến hạn hôm nay', today], ['Ba ngày tới', soon]] as const) await page.getByRole('heading', { name: new RegExp(`^${title} ${amount}( |$)`) }).waitFor();
  expect(errors).toEqual([]);
});
