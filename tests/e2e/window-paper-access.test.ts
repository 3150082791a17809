import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations } from '../fixtures/open-window.ts';

test.each([
  { colorScheme: 'light', width: 1366, height: 768 },
  { colorScheme: 'dark', width: 1920, height: 1080 },
] as const)('sổ in, nhập sổ cũ, sao lưu, tìm mọi thứ: đọc được và không tràn ($colorScheme, $width × $height)', async (size) => {
  const { page, errors } = await openWindow({
    ...size,
    before: async (engine) => {
      await withDemonstration(engine);
      await clientOf(engine).backup.create({});
    },
  });
  const found: Record<string, string[]> = {};
  const look = async (name: string): Promise<void> => {
    const overflowing = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight || document.documentElement.scrollWidth > innerWidth);
    const violations = await seriousViolations(page);
    if (overflowing || violations.length > 0) found[name] = [...violations, ...(overflowing ? ['trang cuộn ra ngoài cửa sổ'] : [])];
  };
  await page.getByRole('navigation').waitFor();
  await page.keyboard.press('Alt+7');
  await page.getByText(/^[\d.]+ dòng · [\d.]+ trang$/).waitFor();
  await look('sổ in');
  await page.keyboard.press('F1');
  await page.getByText('In sổ đang xem').waitFor();
  await look('phím của sổ in');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Nhập sổ cũ…' }).click();
  await page.getByText('Thả tệp sổ cũ vào đây').waitFor();
  await look('nhập sổ cũ');
  await page.keyboard.press('Alt+9');
  await page.getByText(/Bản tốt gần nhất/).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/Đã xem [\d.]+ văn bản đến/).waitFor();
  await look('sao lưu và kiểm tra');
  await page.keyboard.press('/');
  await page.keyboard.type('dau tu');
  await page.getByRole('option').first().waitFor();
  await look('tìm mọi thứ');
  expect(found).toEqual({});
  expect(errors).toEqual([]);
});
