import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { newLetter, savedLetter } from '../fixtures/letter-desk.ts';
import { openWindow } from '../fixtures/open-window.ts';

const idOf = (page: Page): number => Number(/soan-thao\/(\d+)/.exec(page.url())?.[1]);

/** Pastes as another program would have put it on the clipboard. */
const paste = (page: Page, type: string, text: string): Promise<void> =>
  page.evaluate(
    ([kind, value]) => {
      const data = new DataTransfer();
      data.setData(kind ?? '', value ?? '');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [type, text],
  );

test('gõ gì cũng được lưu, kể cả khi rời đi giữa chừng', async () => {
  const { page, engine, errors } = await newLetter();
  await page.keyboard.type('điều chỉnh kế hoạch');
  await savedLetter(page);
  const id = idOf(page);
  await page.keyboard.type(' vốn năm 2026');
  await page.keyboard.press('Alt+3');
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await expect.poll(async () => (await clientOf(engine).outgoing.get({ id })).subject).toBe('điều chỉnh kế hoạch vốn năm 2026');
  await page.keyboard.press('Alt+4');
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).inputValue()).toBe('điều chỉnh kế hoạch vốn năm 2026');
  expect(errors).toEqual([]);
});

test('rời văn bản mới trước lần lưu đầu: Alt+4 vẫn trở lại đúng văn bản ấy', async () => {
  const { page, engine } = await newLetter();
  const drafts = async (): Promise<string[]> => (await clientOf(engine).outgoing.list({ status: 'draft', limit: 50 })).rows.map((row) => row.subject);
  await page.keyboard.type('giấy mời họp giao ban');
  await page.keyboard.press('Alt+3');
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.getByRole('grid', { name: 'Văn bản đi' }).getByText('giấy mời họp giao ban').waitFor();
  await page.keyboard.press('Alt+4');
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).inputValue()).toBe('giấy mời họp giao ban');
  expect((await drafts()).filter((subject) => subject === 'giấy mời họp giao ban')).toHaveLength(1);
});

test('không lưu được thì nói, giữ chữ qua lần mở sau, và lưu ngay khi được', async () => {
  const { page, engine } = await newLetter();
  await page.keyboard.type('họp giao ban');
  await savedLetter(page);
  const id = idOf(page);
  await page.route('**/rpc/outgoing/update*', (route) => route.abort());
  await page.keyboard.type(' quý IV');
  await page.getByText(/Chưa lưu: /).waitFor();
  await page.reload();
  await page.getByLabel('Trích yếu', { exact: true }).waitFor();
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).inputValue()).toBe('họp giao ban quý IV');
  await page.unroute('**/rpc/outgoing/update*');
  await savedLetter(page);
  expect((await clientOf(engine).outgoing.get({ id })).subject).toBe('họp giao ban quý IV');
});

test('dấu 1. a) - viết tiếp bằng Enter, Enter nữa thì thôi; lùi và làm lại; dán từ Word giữ đậm nghiêng', async () => {
  const { page, engine } = await newLetter();
  await page.keyboard.press('Control+2');
  await page.keyboard.type('1. Giao Sở Tài chính:');
  await page.keyboard.press('Enter');
  for (let sign = 0; sign < '2. '.length; sign += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('a) Rà soát;');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tổng hợp;');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Yêu cầu thực hiện.');
  await page.keyboard.press('Enter');
  await paste(page, 'text/html', '<p class=MsoNormal><b>Nơi</b>&nbsp;&nbsp;<i>nhận</i> <u style="color:red">kết quả</u></p><h1>Mục</h1>');
  await savedLetter(page);
  const body = async (): Promise<string> => (await clientOf(engine).outgoing.get({ id: idOf(page) })).body;
  expect(await body()).toBe('1. Giao Sở Tài chính:\na) Rà soát;\nb) Tổng hợp;\nYêu cầu thực hiện.\n**Nơi** *nhận* kết quả\nMục');
  await page.keyboard.press('Control+z');
  await expect.poll(body).toBe('1. Giao Sở Tài chính:\na) Rà soát;\nb) Tổng hợp;\nYêu cầu thực hiện.\n');
  await page.keyboard.press('Control+y');
  await expect.poll(body).toContain('**Nơi** *nhận* kết quả');
});

test('kính gửi: Enter thêm dòng, Alt+↑ chuyển dòng, Backspace bỏ dòng trống; tên gõ trọn không bị thay', async () => {
  const { page, engine } = await newLetter();
  const line = (at: number) => page.getByLabel(`Kính gửi, dòng ${at}`, { exact: true });
  await line(1).focus();
  await page.keyboard.type('Hội Khuyến học');
  await page.keyboard.press('Enter');
  await expect.poll(() => line(1).inputValue()).toBe('Hội Khuyến học');
  await page.keyboard.type('snv');
  await page.keyboard.press('Enter');
  await expect.poll(() => line(2).inputValue()).toBe('Sở Nội vụ');
  // the name was taken and the next line begun with one key
  await expect.poll(() => line(3).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => line(1).inputValue()).toBe('Sở Nội vụ');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await savedLetter(page);
  expect((await clientOf(engine).outgoing.get({ id: idOf(page) })).addressees).toEqual(['Sở Nội vụ', 'Hội Khuyến học']);
});

test('phụ lục: gõ như bảng tính, dán khối từ Excel, ô chưa rõ được đánh dấu và nhảy tới', async () => {
  const { page, engine } = await newLetter();
  await page.keyboard.type('tổng hợp số liệu');
  await page.getByRole('button', { name: 'Thêm phụ lục' }).click();
  await page.getByLabel('Tên phụ lục').fill('Số liệu');
  await page.getByLabel('Dòng 1, cột Đơn vị').focus();
  await page.keyboard.type('Phường An Đông');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1.705.059');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowLeft');
  await paste(page, 'text/plain', 'Xã A\t12.000\r\nXã B\t70,635\r\n');
  await page.getByText('1 ô chưa rõ là số nào').waitFor();
  await page.getByRole('button', { name: /«70,635» chưa rõ/ }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Dòng 3, cột Số lượng: 70,635');
  await page.keyboard.type('70.635');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('grid', { name: 'Phụ lục 1' }).textContent()).toContain('1.787.694');
  await savedLetter(page);
  const [appendix] = (await clientOf(engine).outgoing.get({ id: idOf(page) })).appendices;
  expect(appendix?.rows).toEqual([['Phường An Đông', 1705059], ['Xã A', 12000], ['Xã B', 70635]]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.getByLabel('Dòng 3, cột Số lượng: 70,635').waitFor();
});

test('bấm vào trang giấy thì đến đúng ô của biểu mẫu; ngày gõ tắt thành ngày đủ', async () => {
  const { page } = await newLetter();
  await page.keyboard.type('kiểm tra công vụ');
  await page.getByRole('img', { name: 'Trang 1' }).locator('[data-source="subject"]').first().click();
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByLabel('Ngày văn bản').fill('5/3');
  await page.getByLabel('Ngày văn bản').blur();
  await expect.poll(() => page.getByLabel('Ngày văn bản').inputValue()).toBe('05/03/2026');
  await page.getByText('Thứ Năm').waitFor();
  await page.getByLabel('Ngày văn bản').fill('31/2');
  await page.getByText('«31/2» không phải là ngày').waitFor();
});

test('còn thiếu thì không cấp số, đưa đến chỗ thiếu đầu tiên', async () => {
  const { page } = await newLetter();
  await page.getByLabel('Địa danh').focus();
  await page.keyboard.press('F9');
  await page.getByText(/Chưa có trích yếu; ghi ngắn gọn/).waitFor();
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('khi in chỉ còn các trang giấy, khổ A4', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.goto(`${page.url().split('#')[0]}#/soan-thao/1`);
  await page.getByRole('img', { name: 'Trang 1', exact: true }).waitFor();
  const sheets = await page.locator('[data-page]').count();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  const box = await page.locator('[data-page]').first().boundingBox();
  expect(Math.round((box?.width ?? 0) / 96 * 25.4)).toBe(210);
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type\s*\/Page\b/g)?.length).toBe(sheets);
});

test('Ctrl+4 đến chỗ thêm phụ lục, thêm xong thì gõ ngay tên của nó', async () => {
  const { page } = await newLetter();
  await page.keyboard.press('Control+4');
  await expect.poll(() => page.getByRole('button', { name: 'Thêm phụ lục' }).evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Số liệu theo xã');
  await expect.poll(() => page.getByLabel('Tên phụ lục').inputValue()).toBe('Số liệu theo xã');
});

test('lời báo còn thiếu không theo sang màn hình khác', async () => {
  const { page } = await newLetter();
  await page.keyboard.press('F9');
  await page.getByText(/Chưa có trích yếu; ghi ngắn gọn/).waitFor();
  await page.keyboard.press('Alt+8');
  await page.getByRole('heading', { name: 'Cài đặt' }).waitFor();
  await expect.poll(() => page.getByText(/Chưa có trích yếu; ghi ngắn gọn/).count()).toBe(0);
});

test('Enter ở trích yếu sang ô sau; chọn loại chưa cấp bao giờ thì ký hiệu theo loại; ký hiệu lệch thì nói', async () => {
  const { page, errors } = await newLetter();
  await page.keyboard.type('họp giao ban');
  await page.keyboard.press('Enter');
  await page.locator('input[data-field="typeName"]:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Giấy nghỉ phép');
  await page.getByRole('option', { name: 'Giấy nghỉ phép' }).click();
  const notation = page.getByLabel('Ký hiệu', { exact: true });
  await expect.poll(() => notation.inputValue()).toMatch(/^GNP-/);
  expect(await page.getByLabel('Trích yếu', { exact: true }).inputValue()).toBe('họp giao ban');
  await notation.fill('TB-UBND');
  await page.getByText('«TB-UBND» là ký hiệu của thông báo').waitFor();
  expect(errors).toEqual([]);
});
