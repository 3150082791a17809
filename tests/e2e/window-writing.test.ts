import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, type OpenedWindow } from '../fixtures/open-window.ts';

/** A new letter on the desk of the demonstration office. */
async function newLetter(): Promise<OpenedWindow> {
  const opened = await openWindow({ before: withDemonstration });
  await opened.page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await opened.page.keyboard.press('n');
  await opened.page.locator('[data-field="subject"]:focus').waitFor();
  return opened;
}

const line = (page: Page, list: string, at: number) => page.getByLabel(`${list}, dòng ${at}`, { exact: true });
const values = async (page: Page, list: string): Promise<string[]> => page.getByRole('group', { name: list }).locator('input[data-main]').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
const focusedLabel = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
const bodyOf = (page: Page): Promise<string[]> => page.getByRole('textbox', { name: 'Nội dung' }).locator('p').allTextContents();

test('Enter ở «(để …)» sang dòng sau, lấy cách ghi duy nhất đang gõ dở, chữ tự do giữ nguyên', async () => {
  const { page, errors } = await newLetter();
  await line(page, 'Nơi nhận', 1).fill('Như trên');
  const purpose = (at: number) => page.getByLabel(`Mục đích gửi: Nơi nhận, dòng ${at}`, { exact: true });
  await purpose(1).click();
  await page.keyboard.type('t/h');
  await page.keyboard.press('Enter');
  expect(await purpose(1).inputValue()).toBe('để t/h');
  expect(await focusedLabel(page)).toBe('Nơi nhận, dòng 2');
  await page.keyboard.type('stc');
  await page.keyboard.press('Tab');
  await page.keyboard.type('để phối hợp với đơn vị');
  await page.keyboard.press('Enter');
  expect(await purpose(2).inputValue()).toBe('để phối hợp với đơn vị');
  expect(await focusedLabel(page)).toBe('Nơi nhận, dòng 3');
  expect(await values(page, 'Nơi nhận')).toEqual(['Như trên', 'Sở Tài chính', '']);
  expect(errors).toEqual([]);
});

test('tên cơ quan gõ dở rồi Enter: lấy tên duy nhất hoặc hỏi, không bao giờ in chữ dở', async () => {
  const { page, errors } = await newLetter();
  await line(page, 'Kính gửi', 1).click();
  // an unfinished word that only one name goes on from
  await page.keyboard.type('Sở Tài c');
  await page.keyboard.press('Enter');
  // several names begin so: the first stands ready, and Enter takes it
  await page.keyboard.type('Sở');
  await page.keyboard.press('Enter');
  const options = page.getByRole('listbox', { name: 'Gợi ý' }).getByRole('option');
  const first = (await options.first().locator('span').textContent()) ?? '';
  expect([await options.first().getAttribute('aria-selected'), (await options.count()) > 2]).toEqual(['true', true]);
  expect(await focusedLabel(page)).toBe('Kính gửi, dòng 2');
  await page.keyboard.press('Enter');
  expect(await values(page, 'Kính gửi')).toEqual(['Sở Tài chính', first, '']);
  // what was meant as it stands is kept by a choice of one's own
  await page.keyboard.type('Sở');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Giữ đúng như đã gõ: «Sở»' }).click();
  expect((await values(page, 'Kính gửi'))[2]).toBe('Sở');
  await page.keyboard.press('Enter');
  // a name nobody knows passes
  await page.keyboard.type('Hội Chữ thập đỏ huyện Văn Giang');
  await page.keyboard.press('Enter');
  expect((await values(page, 'Kính gửi')).slice(3)).toEqual(['Hội Chữ thập đỏ huyện Văn Giang', '']);
  expect(errors).toEqual([]);
});

test('đơn vị gõ dở ở «Chuyển» cũng không vào sổ như thế', async () => {
  const { page, engine, errors } = await openWindow({ at: '#/van-ban-den/moi', before: withDemonstration });
  const places = page.locator('[data-entry="toPlaces"]');
  await places.click();
  await page.keyboard.type('Phòng');
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Giữ đúng như đã gõ: «Phòng»' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await places.inputValue()).toMatch(/^Phòng \p{L}+/u);
  expect(await clientOf(engine).incoming.list({ text: 'Phòng', limit: 1 })).toBeDefined();
  expect(errors).toEqual([]);
});

test('số, chữ gõ ở đầu đoạn thay dấu tự động, không in «2. a)»', async () => {
  const { page, errors } = await newLetter();
  await page.keyboard.press('Control+2');
  const typed: readonly [string, string][] = [
    ['1. Giao Sở Y tế', '1. Giao Sở Y tế'],
    ['2. Giao Sở Tài chính', '2. Giao Sở Tài chính'],
    ['a) Lập dự toán', 'a) Lập dự toán'],
    ['3. Kinh phí', '3. Kinh phí'],
    ['Điều 3. Hiệu lực', 'Điều 3. Hiệu lực'],
  ];
  for (const [text] of typed) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  expect((await bodyOf(page)).filter((text) => text.trim() !== '')).toEqual(typed.map(([, text]) => text));
  // what Enter writes by itself still stands when the text goes on
  await page.keyboard.type('1. Một');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Hai');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Chương trình mục tiêu');
  expect((await bodyOf(page)).slice(-3)).toEqual(['1. Một', '2. Hai', '3. Chương trình mục tiêu']);
  // one step back brings the automatic mark again
  await page.keyboard.press('Enter');
  await page.keyboard.type('b) ');
  expect((await bodyOf(page)).at(-1)).toBe('b) ');
  expect(errors).toEqual([]);
});

test('Ctrl+K mở bảng lệnh từ mọi ô: ô chữ, ô nhiều dòng, ô chọn, nội dung, ô bảng, danh sách', async () => {
  const { page, errors } = await newLetter();
  const palette = page.getByRole('dialog', { name: 'Tìm lệnh theo tên' });
  const openFrom = async (what: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type('in trang');
    await page.getByRole('button', { name: /^In trang giấy/ }).waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
    // the keyboard goes back to where it was
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body), { message: what }).toBe(false);
  };
  await openFrom('ô nhiều dòng');
  await page.locator('input[data-field="codeNotation"]').focus();
  await openFrom('ô chữ');
  await page.getByRole('combobox', { name: 'Độ khẩn' }).focus();
  await openFrom('ô chọn');
  await page.keyboard.press('Control+2');
  await page.keyboard.type('đoạn');
  await openFrom('nội dung');
  expect(await bodyOf(page)).toEqual(['đoạn']);
  await page.getByRole('button', { name: 'Thêm phụ lục' }).click();
  const cell = page.getByRole('gridcell').nth(1);
  await cell.click();
  await openFrom('ô của bảng');
  await page.keyboard.type('Sở');
  await openFrom('ô của bảng đang gõ');
  // and from a list
  await page.goto(`${page.url().split('#')[0] ?? ''}#/van-ban-den`);
  await page.getByRole('grid', { name: 'Văn bản đến' }).waitFor();
  await page.keyboard.press('Control+k');
  await palette.waitFor();
  await page.keyboard.press('Escape');
  expect(errors).toEqual([]);
});
