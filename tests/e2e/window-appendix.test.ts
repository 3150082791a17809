import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { newLetter } from '../fixtures/letter-desk.ts';
import type { OpenedWindow, WindowOptions } from '../fixtures/open-window.ts';

/** A new letter with an empty appendix, the cursor in its first cell. */
async function newAppendix(size: WindowOptions = {}): Promise<OpenedWindow> {
  const opened = await newLetter(size);
  const { page } = opened;
  await page.keyboard.type('bảng dán từ Excel');
  await page.getByRole('button', { name: 'Thêm phụ lục' }).click();
  await page.getByRole('gridcell').nth(1).click();
  return opened;
}

/** Pastes as another program would have put it on the clipboard. */
const paste = (page: Page, data: Record<string, string>): Promise<void> =>
  page.evaluate((given) => {
    const clipboard = new DataTransfer();
    for (const [type, text] of Object.entries(given)) clipboard.setData(type, text);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  }, data);

const heads = (page: Page): Promise<string[]> => page.getByRole('columnheader').locator('input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));

/** The appendix as the book keeps it. */
async function kept({ page, engine }: OpenedWindow) {
  await page.waitForURL(/soan-thao\/\d+/);
  const id = Number(/soan-thao\/(\d+)/.exec(page.url())?.[1]);
  await page.keyboard.press('Control+s');
  await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
  return (await clientOf(engine).outgoing.get({ id })).appendices[0];
}

// as Excel writes it: merged cells, figures grouped by the machine's own marks with the value beside them
const excelHtml = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table border=0>
<tr><td rowspan=2>STT</td><td rowspan=2>Đơn vị</td><td colspan=2>Số hộ</td></tr><tr><td>Nghèo</td><td>Cận<br>nghèo</td></tr>
<tr style='display:none'><td>0</td><td>Dòng ẩn</td><td>1</td><td>1</td></tr>
<tr><td align=right x:num>1</td><td>Xã An Bình</td><td x:num="1204">1,204</td><td x:num="16.5">16.5</td></tr>
<tr><td align=right x:num>2</td><td>Xã Hòa&nbsp;Lộc</td><td x:num="70635">70,635</td><td x:num="2">2</td></tr>
<tr><td></td><td>Tổng cộng</td><td x:num="71839">71,839</td><td x:num="18.5">18.5</td></tr></table><!--EndFragment--></body></html>`;

test('bảng Excel có hai tầng tên cột (HTML): nhận tên cột, không đôi STT, số còn nguyên, cột số được cộng', async () => {
  const opened = await newAppendix();
  const { page, errors } = opened;
  await paste(page, { 'text/html': excelHtml, 'text/plain': 'STT\tĐơn vị\tSố hộ' });
  await page.getByText(/Đã lấy dòng đầu làm tên cột/).waitFor();
  expect(await heads(page)).toEqual(['STT', 'Đơn vị', 'Số hộ – Nghèo', 'Số hộ – Cận nghèo']);
  expect(await kept(opened)).toMatchObject({
    columns: [{ kind: 'ordinal' }, { kind: 'text' }, { kind: 'number', total: true }, { kind: 'number', total: true }],
    rows: [['Xã An Bình', 1204, 16.5], ['Xã Hòa Lộc', 70635, 2]],
  });
  await page.getByRole('gridcell').filter({ hasText: '71.839' }).waitFor();
  // one step takes all of it back
  await page.getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+z');
  await expect.poll(() => heads(page)).toEqual(['STT', 'Đơn vị', 'Số lượng']);
  expect(errors).toEqual([]);
});

test('bảng Excel có tên cột (chữ có tab) dán vào bảng trống, rồi dán thêm vào cuối', async () => {
  const opened = await newAppendix();
  const { page } = opened;
  await paste(page, { 'text/plain': 'TT\tTên trường\tSố lớp\r\n1\tTHPT Lê Lợi\t30\r\n2\tTHPT Chu Văn An\t28\r\n' });
  await expect.poll(() => heads(page)).toEqual(['TT', 'Tên trường', 'Số lớp']);
  await page.getByRole('gridcell').filter({ hasText: 'THPT Chu Văn An' }).click();
  await page.keyboard.press('Enter');
  await paste(page, { 'text/plain': 'TT\tTên trường\tSố lớp\r\n3\tTHPT Nguyễn Du\t21\r\n' });
  await expect.poll(() => heads(page)).toEqual(['TT', 'Tên trường', 'Số lớp']);
  expect((await kept(opened))?.rows).toEqual([['THPT Lê Lợi', 30], ['THPT Chu Văn An', 28], ['THPT Nguyễn Du', 21]]);
});

test('bảng không có tên cột được đặt tên theo nội dung', async () => {
  const opened = await newAppendix();
  await paste(opened.page, { 'text/plain': '1\tTrần Văn An\t0912345678\t14/08/2026\n2\tLê Thị Bình\t0987654321\t15/08/2026\n' });
  await expect.poll(() => heads(opened.page)).toEqual(['STT', 'Họ và tên', 'Số điện thoại', 'Ngày']);
  expect((await kept(opened))?.rows).toEqual([['Trần Văn An', '0912345678', '14/08/2026'], ['Lê Thị Bình', '0987654321', '15/08/2026']]);
});

test.each([
  [1366, 768],
  [1024, 768],
])('bảng phụ lục mở rộng hết màn hình ở %d×%d và trả lại trang giấy', async (width, height) => {
  const { page, errors } = await newAppendix({ width, height });
  const grid = page.getByRole('grid', { name: 'Phụ lục 1' });
  const paper = page.getByRole('region', { name: 'Trang giấy' });
  const narrow = (await grid.boundingBox())?.width ?? 0;
  await page.getByRole('button', { name: 'Mở rộng bảng' }).click();
  await paper.waitFor({ state: 'hidden' });
  const wide = (await grid.boundingBox())?.width ?? 0;
  expect(wide).toBeGreaterThan(narrow * 1.6);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await grid.getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Control+\\');
  await paper.waitFor();
  expect(errors).toEqual([]);
});
