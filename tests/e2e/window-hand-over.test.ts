import { expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

/** Four lines of one morning: two name a unit, one names none, one was handed on yesterday. The last stands first. */
async function fourLines(engine: Engine): Promise<void> {
  const client = clientOf(engine);
  await client.settings.update({ office: { name: 'SỞ NỘI VỤ', place: 'An Bình' } });
  const units = [{ toPlaces: 'Phòng Nội chính', handedDate: '2026-11-19' }, {}, { toPlaces: 'Phòng Tổng hợp' }, { toPlaces: 'Phòng Kinh tế' }];
  for (const [at, unit] of units.entries()) await client.incoming.register({ organName: 'Sở Tài chính', code: `${100 + at}/STC`, issuedDate: '2026-11-18', subject: `mời họp lần ${at + 1}`, ...unit });
}

async function openIncoming(before = fourLines) {
  const opened = await openWindow({ before, at: '#/van-ban-den' });
  const { page, engine } = opened;
  const grid = page.getByRole('grid', { name: 'Văn bản đến' });
  await grid.getByRole('row').nth(1).waitFor();
  const handed = async (): Promise<unknown[]> => (await clientOf(engine).incoming.list({})).rows.map(({ number, toPlaces, handedDate }) => [number, toPlaces, handedDate]);
  const told = page.getByRole('group', { name: 'Những điều sẽ đổi, từng dòng' });
  return { ...opened, grid, handed, told, dialog: page.getByRole('dialog', { name: /^Chuyển/ }) };
}

const before = [['04', 'Phòng Kinh tế', null], ['03', 'Phòng Tổng hợp', null], ['02', '', null], ['01', 'Phòng Nội chính', '2026-11-19']];

test('C chuyển các dòng đã chọn, mỗi dòng cho đơn vị đã ghi: từng dòng nói trước, một Ctrl+Z trả lại', async () => {
  const { page, grid, handed, told, dialog, errors } = await openIncoming();
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByText('4 dòng đã chọn').waitFor();
  await page.keyboard.press('c');
  await dialog.waitFor();
  expect(await dialog.getByLabel('Mỗi văn bản cho đơn vị đã ghi').isChecked()).toBe(true);
  await expect.poll(() => told.getByRole('listitem').allTextContents()).toEqual([
    expect.stringMatching(/^04Sở Tài chính · mời họp lần 4cho Phòng Kinh tế · Ngày chuyển: 20\/11\/2026/),
    expect.stringMatching(/^03.*cho Phòng Tổng hợp · Ngày chuyển: 20\/11\/2026/),
    expect.stringMatching(/^02.*giữ nguyên: chưa ghi đơn vị hoặc người nhận$/),
    expect.stringMatching(/^01.*giữ nguyên: đã chuyển ngày 19\/11\/2026$/),
  ]);
  await dialog.getByText('2 sẽ đổi, 2 giữ nguyên. 1 dòng chưa ghi đơn vị hoặc người nhận nên không chuyển.').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã chuyển 2 văn bản cho đơn vị đã ghi.').waitFor();
  expect(await handed()).toEqual([['04', 'Phòng Kinh tế', '2026-11-20'], ['03', 'Phòng Tổng hợp', '2026-11-20'], before[2], before[3]]);
  await grid.focus();
  await page.keyboard.press('Control+z');
  await page.getByText('Đã trả 2 văn bản về như trước.').waitFor();
  expect(await handed()).toEqual(before);
  expect(errors).toEqual([]);
});

test('«chuyển» trong Ctrl+K; tất cả cho một nơi: từng dòng nói đơn vị trước đó', async () => {
  const { page, grid, handed, told, dialog } = await openIncoming();
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByText('4 dòng đã chọn').waitFor();
  await page.keyboard.press('Control+k');
  await page.getByLabel('Tên lệnh').fill('chuyen');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Tất cả cho một nơi').check();
  await dialog.getByLabel('Đơn vị hoặc người nhận').fill('Phòng Tổng hợp');
  await expect.poll(() => told.getByRole('listitem').allTextContents()).toEqual([
    expect.stringContaining('cho Phòng Tổng hợp (trước: Phòng Kinh tế) · Ngày chuyển: 20/11/2026'),
    expect.stringContaining('cho Phòng Tổng hợp · Ngày chuyển: 20/11/2026'),
    expect.stringContaining('cho Phòng Tổng hợp · Ngày chuyển: 20/11/2026'),
    expect.stringContaining('cho Phòng Tổng hợp (trước: Phòng Nội chính) · Ngày chuyển: 19/11/2026 → 20/11/2026'),
  ]);
  await dialog.getByRole('button', { name: 'Chuyển' }).click();
  await page.getByText('Đã chuyển 4 văn bản cho Phòng Tổng hợp.').waitFor();
  expect(await handed()).toEqual(before.map(([number]) => [number, 'Phòng Tổng hợp', '2026-11-20']));
  await grid.focus();
  await page.keyboard.press('Control+z');
  await page.getByText('Đã trả 4 văn bản về như trước.').waitFor();
  expect(await handed()).toEqual(before);
});

test('chưa chọn dòng nào thì C là của dòng đang đứng; sổ không có dòng nào thì nói', async () => {
  const { page, grid, handed, dialog } = await openIncoming();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect.poll(() => dialog.getByLabel('Đơn vị hoặc người nhận').inputValue()).toBe('Phòng Tổng hợp');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Đã chuyển văn bản cho Phòng Tổng hợp.').waitFor();
  expect((await handed())[1]).toEqual(['03', 'Phòng Tổng hợp', '2026-11-20']);
  await page.goto(`${page.url().split('#')[0]}#/van-ban-den?view=cancelled`);
  await page.getByText('Không có văn bản nào như vậy').waitFor();
  await page.keyboard.press('c');
  await page.getByText(/^Chưa có văn bản nào để chuyển/).waitFor();
});
