import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { withIncoming } from '../fixtures/incoming-lines.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

const office = { parentName: null, name: 'SỞ NỘI VỤ', place: 'An Bình' };

test('sổ hiện từng trang như in: bìa, đầu bảng lặp lại, dòng hủy bị gạch; in ra đủ trang nằm ngang', async () => {
  const { page, errors } = await openWindow({
    before: async (engine) => {
      await clientOf(engine).settings.update({ office });
      await withIncoming(engine, 60);
    },
  });
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Alt+7');
  await page.getByRole('heading', { name: 'Sổ & in ấn' }).waitFor();
  const cover = page.getByRole('region', { name: 'Bìa sổ' });
  await expect.poll(() => cover.textContent()).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐẾN');
  expect(await cover.textContent()).toContain('Từ số 01 đến số 60');
  const status = page.getByText(/^60 dòng · (\d+) trang$/);
  await status.waitFor();
  const sheets = Number(/(\d+) trang/.exec((await status.textContent()) ?? '')?.[1]);
  expect(sheets).toBeGreaterThan(3);
  const first = page.getByRole('region', { name: 'Trang 1', exact: true });
  expect(await first.locator('thead tr').nth(1).textContent()).toBe('(1)(2)(3)(4)(5)(6)(7)(8)(9)(10)');
  expect(await first.locator('tbody tr').nth(2).locator('s').count()).toBeGreaterThan(5);
  expect(await first.locator('tbody tr').nth(2).locator('td').last().textContent()).toBe('Hủy: vào sổ hai lần');
  expect(await seriousViolations(page)).toEqual([]);

  // only what is in sight is drawn
  expect(await page.locator('[data-page]').count()).toBeLessThan(sheets + 1);
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets + 1);
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(printed) ?? [];
  expect(Number(width)).toBeCloseTo((297 / 25.4) * 72, -1);
  expect(Number(height)).toBeCloseTo((210 / 25.4) * 72, -1);
  expect(await page.locator('[data-page]').count()).toBeLessThan(sheets + 1);
  expect(errors).toEqual([]);
});

test('mọi trang đều chứa đủ chữ của nó: không dòng nào tràn khỏi khổ giấy', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  await page.goto(`${page.url().split('#')[0]}#/so-in-an?book=outgoing&year=2026`);
  await page.getByText(/^\d+ dòng · \d+ trang$/).waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const bottoms = await page.evaluate(() =>
    [...document.querySelectorAll('[data-page]')].flatMap((sheet) => {
      const table = sheet.querySelector('table');
      return table ? [Math.round(((table.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top) / 96) * 25.4)] : [];
    }),
  );
  expect(bottoms.length).toBeGreaterThan(5);
  for (const bottom of bottoms) expect(bottom).toBeLessThanOrEqual(195);
});

test('chọn sổ, khoảng ngày, quyển; lần sau mở lại đúng lựa chọn ấy; Lưu Excel, Lưu Word ra tệp thật', async () => {
  const { page } = await openWindow({
    before: async (engine) => {
      await clientOf(engine).settings.update({ office });
      await withIncoming(engine, 30);
    },
  });
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Alt+7');
  await page.getByText(/^30 dòng/).waitFor();
  await page.getByRole('combobox', { name: 'Sổ', exact: true }).click();
  await page.getByRole('option', { name: 'Sổ theo dõi giải quyết văn bản đến' }).click();
  await expect.poll(() => page.getByRole('region', { name: 'Bìa sổ' }).textContent()).toContain('SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN');
  await page.getByLabel('Từ ngày').fill('1/3/2026');
  await page.getByLabel('Đến ngày').fill('31/3/2026');
  await page.getByLabel('Quyển số').fill('02');
  await page.getByLabel('Quyển số').press('Enter');
  await expect.poll(() => page.getByRole('region', { name: 'Bìa sổ' }).textContent()).toContain('Quyển số: 02');
  await page.getByText(/^3 dòng · 1 trang$/).waitFor();

  const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu Word' }).click()]);
  expect(word.suggestedFilename()).toMatch(/\.docx$/);
  expect(readFileSync(await word.path()).subarray(0, 2).toString()).toBe('PK');
  const [excel] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lưu Excel' }).click()]);
  expect(excel.suggestedFilename()).toMatch(/\.xlsx$/);
  expect(readFileSync(await excel.path()).subarray(0, 2).toString()).toBe('PK');

  await page.keyboard.press('Alt+3');
  await page.getByRole('heading', { name: 'Văn bản đi', exact: true }).waitFor();
  await page.keyboard.press('Alt+7');
  await expect.poll(() => page.getByRole('region', { name: 'Bìa sổ' }).textContent()).toContain('Quyển số: 02');
  expect(await page.getByLabel('Từ ngày').inputValue()).toBe('01/03/2026');
});

test('bề rộng cột: sổ mở lại theo mẫu Nghị định hay theo nếp cơ quan, bằng bàn phím, dòng cao thì được nhắc', async () => {
  const { page, errors } = await openWindow({ before: withDemonstration });
  await page.goto(`${page.url().split('#')[0]}#/so-in-an?book=outgoing&year=2026`);
  const status = page.getByText(/^45 dòng · \d+ trang/);
  const sheets = async (): Promise<number> => Number(/(\d+) trang/.exec((await status.textContent()) ?? '')?.[1]);
  await status.waitFor();
  const roomy = await sheets();
  expect(roomy).toBeLessThan(10);
  await page.getByRole('button', { name: 'Bề rộng cột…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bề rộng cột: Sổ đăng ký văn bản đi' });
  await expect.poll(() => dialog.getByLabel('(5) Nơi nhận văn bản').inputValue()).toBe('71,5 mm');
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByLabel('(4) Người ký').fill('1');
  await expect.poll(() => dialog.getByRole('status').textContent()).toBe('Cột (4) «Người ký» chỉ còn 1 mm trên giấy; mỗi cột rộng ít nhất 8 mm.');
  await dialog.getByRole('button', { name: 'Theo mẫu Nghị định 30' }).click();
  await dialog.getByRole('button', { name: 'Giữ cách kẻ này' }).click();
  await page.getByText(/dòng rất cao, nới cột bằng «Bề rộng cột»$/).waitFor();
  expect(await sheets()).toBeGreaterThan(2 * roomy);
  await page.getByRole('button', { name: 'Bề rộng cột…' }).press('Enter');
  await dialog.getByRole('button', { name: 'Rộng cho trích yếu, nơi nhận dài' }).press('Enter');
  await dialog.getByLabel('(10) Ghi chú').press('Enter');
  await expect.poll(sheets).toBe(roomy);
  expect(await page.getByRole('region', { name: 'Bìa sổ' }).textContent()).toContain('Dãy Quyết định: từ số 2141 đến số 2148');
  expect(errors).toEqual([]);
});
