import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { fillRegister } from '../fixtures/fill-register.ts';
import { openWindow } from '../fixtures/open-window.ts';
import { compareVietnamese } from '../../shared/domain/vietnamese-order.ts';

const sortedHead = (of: Locator): Promise<string[]> => of.locator('[aria-sort]').evaluateAll((heads) => heads.map((head) => `${head.getAttribute('aria-label')} ${head.getAttribute('aria-sort')}`));

async function manyLines(engine: Engine): Promise<void> {
  await clientOf(engine).settings.update({ office: { name: 'SỞ NỘI VỤ', place: 'An Bình' } });
  fillRegister(engine.context.dataFolder, { incoming: 1500, outgoing: 400, years: 1 });
}

const go = async (page: Page, at: string): Promise<void> => page.evaluate((hash) => void (location.hash = hash), at);

test('sổ đến: bấm đầu cột thì cả danh sách được sắp, bấm nữa thì ngược, lần ba như cũ; lùi và tải lại giữ thứ tự', async () => {
  const { page, engine, errors } = await openWindow({ before: manyLines, at: '#/van-ban-den' });
  const client = clientOf(engine);
  const grid = page.getByRole('grid', { name: 'Văn bản đến' });
  const first = (): Promise<string | null> => grid.locator('[role=row][aria-rowindex="2"] [data-column=organName]').textContent();
  await expect.poll(first).not.toBeNull();
  const before = await first();
  const names = (await client.incoming.list({ sort: { by: 'organName', order: 'asc' }, limit: 1 })).rows.concat((await client.incoming.list({ sort: { by: 'organName', order: 'desc' }, limit: 1 })).rows).map(({ organName }) => organName);
  expect(compareVietnamese(names[0] ?? '', names[1] ?? '')).toBeLessThan(0);
  const head = grid.getByRole('columnheader', { name: 'Nơi gửi' });
  await head.getByText('Nơi gửi').click();
  await expect.poll(() => sortedHead(grid)).toEqual(['Nơi gửi ascending']);
  await expect.poll(first).toBe(names[0]);
  await head.getByText('Nơi gửi').click();
  await expect.poll(() => sortedHead(grid)).toEqual(['Nơi gửi descending']);
  await expect.poll(first).toBe(names[1]);
  expect(page.url()).toContain('sort=-organName');
  await grid.focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await grid.locator('[role=row]').last().locator('[data-column=organName]').textContent())).toBe(names[0]);
  await page.reload();
  await expect.poll(() => sortedHead(grid)).toEqual(['Nơi gửi descending']);
  await page.goBack();
  await expect.poll(() => sortedHead(grid)).toEqual(['Nơi gửi ascending']);
  await expect.poll(first).toBe(names[0]);
  await head.getByText('Nơi gửi').click();
  await head.getByText('Nơi gửi').click();
  await expect.poll(() => sortedHead(grid)).toEqual([]);
  await expect.poll(first).toBe(before);
  expect(errors).toEqual([]);
});

test('bằng phím: ↑ lên đầu cột, Enter sắp; dòng mở từ địa chỉ vẫn tìm thấy ở chỗ mới; kéo đầu cột không sắp', async () => {
  const { page, engine } = await openWindow({ before: manyLines, at: '#/van-ban-den' });
  const grid = page.getByRole('grid', { name: 'Văn bản đến' });
  await grid.getByRole('row').nth(1).waitFor();
  await grid.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  for (let turn = 0; turn < 4; turn += 1) await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Trích yếu');
  await page.keyboard.press('Enter');
  await expect.poll(() => sortedHead(grid)).toEqual(['Trích yếu ascending']);
  const sort = { by: 'subject', order: 'asc' } as const;
  const far = (await clientOf(engine).incoming.list({ sort, offset: 1234, limit: 1 })).rows[0];
  await go(page, `#/van-ban-den?sort=subject&id=${far?.id}`);
  const active = grid.locator('[role=row][aria-rowindex="1236"]');
  await expect.poll(() => active.textContent()).toContain(far?.number);
  await go(page, '#/van-ban-den');
  await expect.poll(() => sortedHead(grid)).toEqual([]);
  await grid.getByRole('columnheader', { name: 'Nơi gửi' }).getByText('Nơi gửi').dragTo(grid.getByRole('columnheader', { name: 'Ngày đến' }).getByText('Ngày đến'));
  expect(await sortedHead(grid)).toEqual([]);
  expect(await grid.getByRole('columnheader').evaluateAll((heads) => heads.map((each) => each.getAttribute('aria-label')).slice(1, 4))).toEqual(['Số đến', 'Nơi gửi', 'Ngày đến']);
});

test('sổ đi, dự thảo, quá hạn, danh bạ, nhóm: đầu cột nào cũng sắp được, nói bằng aria-sort, ở lại trong địa chỉ', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration });
  const screens: [at: string, table: Locator, heads: string[], rows: string][] = [
    ['#/van-ban-di', page.getByRole('grid', { name: 'Văn bản đi' }), ['Số, ký hiệu', 'Ngày', 'Trích yếu', 'Kính gửi', 'Người ký', 'Trạng thái'], '[role=row][aria-rowindex]'],
    ['#/van-ban-di?view=draft', page.getByRole('grid', { name: 'Văn bản đi' }), ['Trích yếu', 'Kính gửi'], '[role=row][aria-rowindex]'],
    ['#/theo-doi?xem=qua-han', page.getByRole('table', { name: 'Quá hạn' }), ['Trễ', 'Đơn vị, người giải quyết', 'Số, ký hiệu', 'Trích yếu'], 'tbody tr'],
    ['#/danh-ba', page.getByRole('grid', { name: 'Cơ quan' }), ['Tên', 'Tên ngắn', 'Viết tắt', 'Loại', 'Trực thuộc', 'Hoạt động'], '[role=rowgroup] [role=row]'],
    ['#/danh-ba?phan=nhom', page.locator('table'), ['Tên nhóm', 'Gồm', 'Cách chọn', 'Hiệu lực'], 'tbody tr'],
  ];
  for (const [at, table, heads, rows] of screens) {
    await go(page, at);
    await table.locator(rows).first().waitFor();
    for (const name of heads) {
      const head = table.getByRole('columnheader', { name, exact: true });
      for (const order of ['ascending', 'descending']) {
        await head.getByText(name, { exact: true }).click();
        await expect.poll(() => sortedHead(table), { message: `${at} ${name}` }).toEqual([`${name} ${order}`]);
        expect(page.url(), `${at} ${name}`).toMatch(order === 'ascending' ? /sort=[a-zA-Z]/ : /sort=-[a-zA-Z]/);
      }
    }
  }
  await go(page, '#/danh-ba');
  const directory = page.getByRole('grid', { name: 'Cơ quan' });
  await directory.getByRole('columnheader', { name: 'Tên', exact: true }).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await expect.poll(() => sortedHead(directory)).toEqual(['Tên descending']);
  const names = await directory.locator('[role=rowgroup] [role=row]').evaluateAll((found) => found.map((row) => row.firstElementChild?.textContent ?? ''));
  expect(names).toEqual(names.toSorted((one, other) => compareVietnamese(other, one)));
  await directory.locator('[role=rowgroup] [role=row]').first().click();
  await expect.poll(() => page.url()).toMatch(/sort=-name.*id=\d+/);
  expect(errors).toEqual([]);
});
