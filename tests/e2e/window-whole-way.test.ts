import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWindow } from '../fixtures/open-window.ts';
import { wordParagraphs } from '../fixtures/word-paragraphs.ts';

/** Presses Tab until the element with this name has the keyboard: what cannot be reached so does not exist. */
async function tabTo(page: Page, name: string | RegExp, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    const found = await page.evaluate(() => {
      const here = document.activeElement as HTMLElement | null;
      return here?.getAttribute('aria-label') ?? (here as HTMLInputElement | null)?.labels?.[0]?.textContent ?? here?.textContent ?? '';
    });
    if (typeof name === 'string' ? found.startsWith(name) : name.test(found)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach «${String(name)}»`);
}

test('từ lần mở đầu tiên đến tệp Word đã có số, chỉ bằng bàn phím', async () => {
  const { page, engine, errors } = await openWindow();
  const keys = page.keyboard;
  await page.getByRole('heading', { name: 'Sổ Công văn' }).waitFor();
  await tabTo(page, 'Xem thử với văn phòng mẫu');
  await keys.press('Enter');
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();

  await keys.press('n');
  await page.getByLabel('Trích yếu', { exact: true }).waitFor();
  await keys.type('báo cáo tình hình thu ngân sách quý IV năm 2026');
  await tabTo(page, 'Ký hiệu');
  await keys.press('Control+a');
  await keys.type('UBND-KT');
  await tabTo(page, 'Kính gửi, dòng 1');
  await keys.type('stc');
  await page.getByRole('option', { name: /Sở Tài chính/ }).waitFor();
  await keys.press('Enter');
  await keys.press('Enter');
  await keys.type('UBND các xã, phường');
  await keys.press('Control+2');
  await keys.type('Để chuẩn bị báo cáo Tỉnh ủy, Ủy ban nhân dân tỉnh yêu cầu:');
  await keys.press('Enter');
  await keys.type('1. Sở Tài chính tổng hợp số thu;');
  await keys.press('Enter');
  await keys.type('Các xã, phường gửi số liệu ');
  await keys.press('Control+b');
  await keys.type('trước ngày 05/12/2026');
  await keys.press('Control+b');
  await keys.press('Control+3');
  await tabTo(page, 'Họ tên người ký');
  await keys.type('Chu Vi');
  await page.getByRole('option').first().waitFor();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect.poll(() => page.getByLabel('Chức vụ', { exact: true }).inputValue()).toBe('PHÓ CHỦ TỊCH');

  // the page beside it is in step
  const sheet = page.getByRole('img', { name: 'Trang 1' });
  await expect.poll(() => sheet.textContent()).toContain('2. Các xã, phường gửi số liệu');
  await page.getByText(/Đã lưu 09:3\d/).waitFor();
  await page.getByRole('button', { name: /Cấp số 38\/UBND-KT…/ }).waitFor();

  await keys.press('F9');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('38/UBND-KT', { exact: true }).waitFor();
  await expect.poll(() => dialog.getByLabel('Ngày văn bản').inputValue()).toBe('20/11/2026');
  await keys.press('Enter');
  await page.getByText('Ghi số và ngày này lên bản giấy.').waitFor();
  await expect.poll(() => page.getByRole('dialog').textContent()).toContain('38/UBND-KT');

  await tabTo(page, 'Mở Word');
  const [download] = await Promise.all([page.waitForEvent('download'), keys.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/^38_UBND-KT.*\.docx$/);
  const paragraphs = wordParagraphs(readFileSync(await download.path()));
  expect(paragraphs).toContain('Số: 38/UBND-KT');
  expect(paragraphs).toContain('An Bình, ngày 20 tháng 11 năm 2026');
  expect(paragraphs).toContain('2. Các xã, phường gửi số liệu trước ngày 05/12/2026./.');

  await keys.press('Escape');
  await page.getByText('Văn bản đã cấp số nên chữ và ngày không sửa được nữa.').waitFor();
  await expect.poll(() => sheet.textContent()).toContain('38/UBND-KT');
  const kept = await engine.context.database.selectFrom('outgoing').select(['codeNumber', 'status']).where('codeNumber', '=', 38).executeTakeFirst();
  expect(kept).toEqual({ codeNumber: 38, status: 'issued' });
  expect(errors).toEqual([]);
});
