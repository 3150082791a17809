import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { withEntryOffice } from '../fixtures/entry-office.ts';
import { withIncoming } from '../fixtures/incoming-lines.ts';
import { openWindow } from '../fixtures/open-window.ts';

const goTo = (page: Page, address: string): Promise<void> => page.evaluate((hash) => void (location.hash = hash), address);
const held = (page: Page): Promise<string | null> => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry ?? document.activeElement?.getAttribute('role') ?? null);

test('đóng hộp hỏi rời phiếu hay hộp xem dòng trùng: bàn phím về đúng ô đang gõ', async () => {
  const { page } = await openWindow({
    before: async (engine) => {
      await withEntryOffice(engine);
      await clientOf(engine).incoming.register({ organName: 'Sở Nội vụ', code: '9/SNV', issuedDate: '2026-11-19', subject: 'bản điện tử', arrivalDate: '2026-11-20' });
    },
  });
  await goTo(page, '#/van-ban-den/moi');
  await expect.poll(() => held(page)).toBe('organName');
  for (const value of ['Sở Nội vụ', '9/SNV', '19']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('bản giấy');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  // a dialog hears Esc once it has the keyboard
  const opened = (name: string) => expect.poll(() => page.getByRole('dialog', { name }).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
  await opened('Rời phiếu đang gõ dở?');
  await page.keyboard.press('Escape');
  await expect.poll(() => held(page)).toBe('subject');
  await page.keyboard.press('Control+m');
  await opened('Mẫu nhập');
  await page.keyboard.press('Escape');
  await expect.poll(() => held(page)).toBe('subject');
});

test('hộp vừa mở là có bàn phím: chữ gõ ngay sau đó không vào phiếu nằm dưới', async () => {
  const { page } = await openWindow({ before: withEntryOffice });
  await goTo(page, '#/van-ban-den/moi');
  await expect.poll(() => held(page)).toBe('organName');
  // as on a slow machine: the next key comes before any timer
  const label = await page.evaluate(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', code: 'KeyM', ctrlKey: true, bubbles: true, cancelable: true }));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return document.activeElement instanceof HTMLInputElement ? document.activeElement.labels?.[0]?.textContent : null;
  });
  expect(label).toBe('Lấy mẫu theo tên');
});

test('hộp không đánh dấu ô nào: bàn phím vào ngay ô đầu tiên', async () => {
  const { page } = await openWindow({
    at: '#/van-ban-den',
    before: async (engine) => {
      await withEntryOffice(engine);
      await withIncoming(engine, 2);
    },
  });
  await expect.poll(() => held(page)).toBe('grid');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Chuyển…' }).waitFor();
  const label = await page.evaluate(async () => {
    [...document.querySelectorAll('button')].find((button) => button.textContent?.startsWith('Chuyển…'))?.click();
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    return document.activeElement instanceof HTMLInputElement ? document.activeElement.labels?.[0]?.textContent : document.activeElement?.textContent;
  });
  expect(label).toBe('Đơn vị hoặc người nhận');
});

test('đã bị hỏi vì trùng rồi gõ số khác: câu hỏi đi theo số cũ', async () => {
  const { page } = await openWindow({
    before: async (engine) => {
      await withEntryOffice(engine);
      await clientOf(engine).incoming.register({ organName: 'Sở Nội vụ', code: '9/SNV', issuedDate: '2026-11-19', subject: 'bản điện tử', arrivalDate: '2026-11-20' });
    },
  });
  await goTo(page, '#/van-ban-den/moi');
  await expect.poll(() => held(page)).toBe('organName');
  for (const value of ['Sở Nội vụ', '9/SNV', '19']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('bản giấy');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => held(page)).toBe('doubleReason');
  await page.locator('[data-entry="code"]').fill('10/SNV');
  await page.getByLabel('Lý do vẫn vào sổ').waitFor({ state: 'detached' });
});

test('chuyển mười hai dòng xong: bàn phím lại ở danh sách, phím mũi tên đi tiếp', async () => {
  const { page, engine } = await openWindow({
    before: async (engine) => {
      await withEntryOffice(engine);
      await withIncoming(engine, 14);
    },
  });
  await page.getByRole('navigation', { name: 'Các phần của chương trình' }).waitFor();
  await goTo(page, '#/van-ban-den');
  await page.getByRole('grid', { name: 'Văn bản đến' }).waitFor();
  await expect.poll(() => held(page)).toBe('grid');
  await page.keyboard.press('Space');
  for (let at = 1; at < 12; at += 1) await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('12 dòng đã chọn').waitFor();
  await page.getByRole('button', { name: 'Chuyển…' }).click();
  await page.getByLabel('Đơn vị hoặc người nhận').fill('Phòng Tổng hợp');
  await page.getByRole('dialog').getByRole('button', { name: 'Chuyển' }).click();
  await page.getByText(/Đã chuyển 1[12] văn bản cho Phòng Tổng hợp/).waitFor();
  await expect.poll(() => held(page)).toBe('grid');
  expect((await clientOf(engine).incoming.list({ limit: 20 })).rows.filter(({ toPlaces }) => toPlaces === 'Phòng Tổng hợp').length).toBeGreaterThanOrEqual(11);
});
