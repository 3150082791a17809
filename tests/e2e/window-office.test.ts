import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow } from '../fixtures/open-window.ts';

test('lập sổ cho cơ quan: tên in ra như sẽ in, ký hiệu gợi từ tên, số đi tiếp từ sổ giấy', async () => {
  const { page, engine, errors } = await openWindow();
  await page.getByRole('button', { name: /Lập sổ cho cơ quan/ }).click();
  await page.getByLabel('Tên cơ quan', { exact: true }).waitFor();
  await page.keyboard.type('ỦY BAN NHÂN DÂN TỈNH AN BÌNH');
  await expect.poll(() => page.getByLabel('Ký hiệu thường dùng').inputValue()).toBe('UBND-VP');
  await page.getByLabel('Địa danh').fill('An Bình');
  const sample = page.getByRole('img', { name: 'Mẫu đầu trang như sẽ in' });
  await expect.poll(() => sample.locator('g[data-source]').allTextContents()).toContain('TỈNH AN BÌNH');
  await page.getByLabel('Địa danh').press('Enter');
  await page.getByLabel('Số sẽ cấp tiếp theo').fill('146');
  await expect.poll(() => sample.textContent()).toContain('146/UBND-VP');
  await page.keyboard.press('Enter');
  await page.getByText('Bước 3 trong 3').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đi nào' }).waitFor();
  expect((await clientOf(engine).settings.get()).office).toMatchObject({ name: 'ỦY BAN NHÂN DÂN TỈNH AN BÌNH', place: 'An Bình' });
  expect((await clientOf(engine).books.list()).rows).toContainEqual({ kind: 'outgoing', series: 'chung', year: 2026, next: 146, lastDate: null, open: true });
  await page.keyboard.press('n');
  await expect.poll(() => page.getByLabel('Ký hiệu', { exact: true }).inputValue()).toBe('UBND-VP');
  expect(errors).toEqual([]);
});

test('cài đặt: mẫu dòng Lưu hiện ngay cách in, Ctrl+S lưu, chỗ sai nói bên cạnh ô', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('Alt+8');
  await page.getByLabel('Mẫu dòng Lưu').fill('Lưu: {đơn vị}[ ({số bản}){người soạn}]');
  await page.getByText('- Lưu: VT, KGVX (7)Nam.').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByText('Đã lưu cài đặt.').waitFor();
  expect((await clientOf(engine).settings.get()).letterForm.archivePattern).toBe('Lưu: {units}[ ({copies}){drafter}]');
  await page.getByLabel('Địa danh').fill('');
  await page.keyboard.press('Control+s');
  await page.getByText('Chưa có địa danh.').first().waitFor();
  expect((await clientOf(engine).settings.get()).office?.place).toBe('An Bình');
});

test('cài đặt đang sửa dở: rời màn hình rồi trở lại vẫn còn, bỏ được', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('Alt+8');
  await page.getByLabel('Địa danh').fill('An Bình Đông');
  await page.keyboard.press('Alt+3');
  await page.getByText('Cài đặt có thay đổi chưa lưu.').waitFor();
  await page.keyboard.press('Alt+8');
  await expect.poll(() => page.getByLabel('Địa danh').inputValue()).toBe('An Bình Đông');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await expect.poll(() => page.getByLabel('Địa danh').inputValue()).toBe('An Bình');
  await page.keyboard.press('Alt+3');
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('Alt+8');
  await expect.poll(() => page.getByLabel('Địa danh').inputValue()).toBe('An Bình');
  expect((await clientOf(engine).settings.get()).office?.place).toBe('An Bình');
});

test('nền tối và thanh bên theo ý người dùng, giữ qua lần mở sau', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.getByRole('button', { name: 'Dùng nền tối' }).click();
  // words stand under the icons on a narrow screen, and go only when the person wants it
  const rail = page.getByRole('navigation', { name: 'Các phần của chương trình' });
  await rail.getByText('Sổ & in ấn').waitFor();
  await page.getByRole('button', { name: 'Thu gọn thanh bên' }).click();
  await rail.getByText('Sổ & in ấn').waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('button', { name: 'Mở rộng thanh bên' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark');
});
