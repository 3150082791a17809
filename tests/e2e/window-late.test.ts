import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

test('«Quá hạn» là một số ở băng, bàn làm việc, danh sách, lịch hạn, màn hình lãnh đạo; một dòng dẫn đến đúng đơn vị trễ', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration, at: '#/ban-lam-viec' });
  const { late, owed, incoming } = await clientOf(engine).owed.summary({});
  const rows = (await clientOf(engine).owed.late()).rows;
  expect(rows.length).toBe(late);
  const banner = page.getByRole('group', { name: 'Hạn', exact: true });
  await banner.getByText(`Quá hạn ${late}`, { exact: true }).waitFor();
  await page.getByRole('heading', { name: new RegExp(`^Quá hạn ${late}( |$)`) }).waitFor();

  await page.keyboard.press('q');
  const table = page.getByRole('table', { name: 'Quá hạn' });
  await table.waitFor();
  await page.getByText(`${owed.late} báo cáo đơn vị chưa gửi`).waitFor();
  const lines = table.locator('tbody tr');
  expect(await lines.count()).toBe(late);
  for (const [at, { subject, who, lateDays }] of rows.entries()) {
    const said = (await lines.nth(at).textContent()) ?? '';
    expect(said).toContain(subject);
    if (who) expect(said).toContain(who);
    if (lateDays > 0) expect(said).toContain(`${lateDays} ngày`);
  }
  expect(await seriousViolations(page)).toEqual([]);

  await page.goto(page.url().replace(/#.*/, '#/theo-doi?xem=lich'));
  await page.getByRole('heading', { name: new RegExp(`^Quá hạn ${late}`) }).waitFor();
  await page.goto(page.url().replace(/#.*/, '#/lanh-dao'));
  await page.getByText(`Quá hạn ${late}: ${owed.late} báo cáo ở bảng này, ${incoming.late} văn bản đến`).waitFor();

  // by the arrows to the first report, by Enter to its agency's cell
  await page.goto(page.url().replace(/#.*/, '#/theo-doi?xem=qua-han'));
  const first = rows.findIndex(({ kind }) => kind === 'owed');
  await lines.nth(0).getByRole('link').focus();
  for (let at = 0; at < first; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const who = rows[first]?.who ?? '';
  await page.getByRole('complementary', { name: who }).or(page.getByRole('heading', { name: who })).first().waitFor();
  const cell = page.locator('[role=gridcell][data-at=true]');
  await expect.poll(() => cell.getAttribute('data-tone')).toBe('seal');
  expect(await cell.getAttribute('aria-label')).toContain(who);
  expect(errors).toEqual([]);
});

test('mở văn bản trễ đứng ngay ở đơn vị trễ; «Chỉ đơn vị trễ» giữ trong địa chỉ; D và nút đôn đốc hỏi trước khi soạn', async () => {
  const { page, engine, errors } = await openWindow({ before: withDemonstration, at: '#/theo-doi' });
  const board = await clientOf(engine).owed.board();
  const column = board.columns.find(({ counts }) => counts.late > 0 && counts.late < 5);
  const grid = page.getByRole('grid', { name: 'Bảng theo dõi' });
  const rowCount = async (): Promise<number> => Number(await grid.getAttribute('aria-rowcount')) - 1;
  await expect.poll(rowCount).toBe(board.rows.length);
  await page.getByLabel('Chỉ đơn vị trễ').check();
  await expect.poll(rowCount).toBe(board.rows.filter(({ counts }) => counts.late > 0).length);
  await expect.poll(() => page.url()).toContain('chi-tre=1');
  await page.reload();
  await expect.poll(rowCount).toBe(board.rows.filter(({ counts }) => counts.late > 0).length);
  expect(await seriousViolations(page)).toEqual([]);

  await page.goto(page.url().replace(/#.*/, `#/theo-doi?van-ban=${column?.dispatch}`));
  const cell = page.locator('[role=gridcell][data-at=true]');
  await expect.poll(() => cell.getAttribute('data-tone')).toBe('seal');
  await cell.waitFor({ state: 'visible' });

  const drafts = async (): Promise<number> => (await clientOf(engine).outgoing.list({ status: 'draft' })).total;
  const before = await drafts();
  await grid.focus();
  await page.keyboard.press('d');
  const asked = page.getByRole('dialog', { name: 'Soạn công văn đôn đốc?' });
  await asked.waitFor();
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /Soạn công văn đôn đốc/ }).click();
  await asked.waitFor();
  expect(await drafts()).toBe(before);
  await asked.getByRole('button', { name: 'Soạn', exact: true }).click();
  await expect.poll(drafts).toBe(before + 1);
  expect(errors).toEqual([]);
});
