import { expect, test } from 'vitest';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

test.each([
  { colorScheme: 'light', width: 1366, height: 768 },
  { colorScheme: 'dark', width: 1920, height: 1080 },
] as const)('mọi màn hình đọc được và dùng được với trình đọc màn hình ($colorScheme, $width × $height)', async (size) => {
  const { page, errors } = await openWindow({ ...size, before: withDemonstration });
  const found: Record<string, string[]> = {};
  const look = async (name: string): Promise<void> => {
    const overflowing = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth);
    const violations = await seriousViolations(page);
    if (overflowing || violations.length > 0) found[name] = [...violations, ...(overflowing ? ['trang cuộn ra ngoài cửa sổ'] : [])];
  };
  const grid = page.getByRole('grid', { name: 'Văn bản đi' });
  await grid.waitFor();
  await look('danh sách');
  await page.getByRole('button', { name: /^Đã hủy/ }).click();
  await page.getByRole('button', { name: /^Đã hủy/, pressed: true }).waitFor();
  await page.getByText(/Hủy: /).first().waitFor();
  await look('danh sách đã hủy');
  await grid.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Lịch sử').waitFor();
  await look('ngăn chi tiết');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('không có chữ này');
  await page.getByText('Không có văn bản nào như vậy').waitFor();
  await look('không tìm thấy');
  await page.getByRole('button', { name: 'Xem tất cả' }).click();
  await grid.waitFor();

  await page.keyboard.press('n');
  await page.getByLabel('Trích yếu', { exact: true }).waitFor();
  await look('văn bản mới');
  await page.getByRole('button', { name: 'Thêm phụ lục' }).click();
  await page.getByLabel('Dòng 1, cột Đơn vị').focus();
  await page.keyboard.type('Phường An Đông');
  await page.keyboard.press('Tab');
  await page.keyboard.type('70.635');
  await page.keyboard.press('Enter');
  await look('phụ lục');
  await page.keyboard.press('F9');
  await look('còn thiếu');

  await page.goto(`${page.url().split('#')[0]}#/van-ban-di?status=draft`);
  await grid.waitFor();
  await page.getByRole('button', { name: /^Dự thảo/, pressed: true }).waitFor();
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.getByLabel('Trích yếu', { exact: true }).waitFor();
  await look('soạn thảo');
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // what is half faded in has no contrast yet
  await dialog.evaluate((element) => Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished)));
  await look('cấp số');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+8');
  await page.getByRole('heading', { name: 'Sổ và dãy số' }).waitFor();
  await look('cài đặt');
  await page.keyboard.press('F1');
  await page.getByText('Phím tắt của màn hình này').waitFor();
  await look('phím tắt');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByLabel('Tên lệnh').waitFor();
  await look('tìm lệnh');
  expect(found).toEqual({});
  expect(errors).toEqual([]);
});

test('lần mở đầu tiên cũng vậy', async () => {
  const { page, errors } = await openWindow();
  await page.getByRole('heading', { name: 'Sổ Công văn' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /Lập sổ cho cơ quan/ }).click();
  await page.getByLabel('Tên cơ quan').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  expect(errors).toEqual([]);
});
