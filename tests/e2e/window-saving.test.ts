import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { emptyLetter } from '../../shared/letter/letter.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, seriousViolations, type OpenedWindow } from '../fixtures/open-window.ts';

/** The subject of a letter just opened has the keyboard. */
const inHand = (page: Page): Promise<void> => page.locator('[data-field="subject"]:focus').waitFor();
const subject = (page: Page) => page.getByLabel('Trích yếu', { exact: true });
/** The letter is in the book, and its address says so. */
const saved = async (page: Page): Promise<void> => {
  await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor();
  await page.waitForURL(/soan-thao\/\d+/);
};
const idOf = (page: Page): number => Number(/soan-thao\/(\d+)/.exec(page.url())?.[1]);
const list = (page: Page) => page.getByRole('grid', { name: 'Văn bản đi' });

async function newLetter(): Promise<OpenedWindow> {
  const opened = await openWindow({ before: withDemonstration });
  await list(opened.page).waitFor();
  await opened.page.keyboard.press('n');
  await inHand(opened.page);
  return opened;
}

/** A draft already in the book, open on the desk. */
async function draftOnDesk(text: string): Promise<OpenedWindow & { id: number }> {
  const opened = await newLetter();
  await opened.page.keyboard.type(text);
  await saved(opened.page);
  return { ...opened, id: idOf(opened.page) };
}

test('bàn đã rời không ghi đè bản mới hơn về sau, và không làm thêm dự thảo', async () => {
  const { page, engine, id } = await draftOnDesk('bản một');
  const drafts = async (): Promise<number> => (await clientOf(engine).outgoing.list({ status: 'draft', limit: 1 })).total;
  const before = await drafts();
  await page.route('**/rpc/outgoing/update*', (route) => route.abort());
  await page.keyboard.type(' hai');
  await page.getByText(/Chưa lưu: /).waitFor();
  await page.keyboard.press('Alt+3');
  await list(page).waitFor();
  await page.getByText(/Phần vừa gõ chưa vào sổ/).waitFor();
  await page.unroute('**/rpc/outgoing/update*');
  await page.keyboard.press('Alt+4');
  await expect.poll(() => subject(page).inputValue()).toBe('bản một hai');
  await subject(page).fill('bản một hai ba');
  await saved(page);
  await page.waitForTimeout(7000);
  expect((await clientOf(engine).outgoing.get({ id })).subject).toBe('bản một hai ba');
  expect(await drafts()).toBe(before);
  await page.reload();
  await expect.poll(() => subject(page).inputValue()).toBe('bản một hai ba');
});

test('sổ không nhận vì một ô quá dài: chỉ đúng ô, giữ chữ qua lần mở sau, sửa xong thì lưu', async () => {
  const { page, engine, id } = await draftOnDesk('kiểm tra');
  await page.getByLabel('Người soạn').fill('x'.repeat(61));
  const finding = page.getByRole('group', { name: 'Còn phải sửa' }).getByRole('button', { name: /Người soạn thảo dài quá 60 ký tự/ });
  await finding.waitFor();
  await page.reload();
  await expect.poll(() => page.getByLabel('Người soạn').inputValue()).toBe('x'.repeat(61));
  await finding.click();
  await expect.poll(() => page.getByLabel('Người soạn').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByLabel('Người soạn').fill('Nam');
  await saved(page);
  await expect.poll(() => finding.count()).toBe(0);
  expect((await clientOf(engine).outgoing.get({ id })).archive.drafter).toBe('Nam');
});

test('hai bàn một dự thảo: ngừng lưu, giữ bản đang gõ thành dự thảo mới', async () => {
  const { page, engine, id, errors } = await draftOnDesk('chung');
  const client = clientOf(engine);
  await client.outgoing.update({ ...emptyLetter('UBND-VP'), id, subject: 'của bàn kia', incomplete: true });
  await page.keyboard.type(' của bàn này');
  await page.getByText(/Dự thảo này đã được sửa ở nơi khác/).waitFor();
  await page.getByRole('button', { name: 'Giữ bản đang gõ thành dự thảo mới' }).click();
  await expect.poll(() => idOf(page)).not.toBe(id);
  await saved(page);
  expect((await client.outgoing.get({ id })).subject).toBe('của bàn kia');
  expect((await client.outgoing.get({ id: idOf(page) })).subject).toBe('chung của bàn này');
  await page.keyboard.type(' nữa');
  await expect.poll(async () => (await client.outgoing.get({ id: idOf(page) })).subject).toBe('chung của bàn này nữa');
  expect(errors.filter((error) => !error.includes('409'))).toEqual([]);
});

test('hai bàn một dự thảo: mở bản mới nhất rồi soạn tiếp trên đó', async () => {
  const { page, engine, id } = await draftOnDesk('chung');
  const client = clientOf(engine);
  await client.outgoing.update({ ...emptyLetter('UBND-VP'), id, subject: 'của bàn kia', incomplete: true });
  await page.keyboard.type(' của bàn này');
  await page.getByRole('button', { name: 'Mở bản mới nhất' }).click();
  await expect.poll(() => subject(page).inputValue()).toBe('của bàn kia');
  await page.keyboard.press('End');
  await page.keyboard.type(' nối thêm');
  await saved(page);
  expect((await client.outgoing.get({ id })).subject).toBe('của bàn kia nối thêm');
});

test.each([
  { choice: 'Lấy bản gõ trên máy này', left: 'gốc gõ dở' },
  { choice: 'Giữ bản trong sổ', left: 'sửa nơi khác' },
])('chữ để riêng mà dòng trong sổ đã đổi: hỏi giữ bản nào ($choice)', async ({ choice, left }) => {
  const { page, engine, id } = await draftOnDesk('gốc');
  await page.route('**/rpc/outgoing/update*', (route) => route.abort());
  await page.keyboard.type(' gõ dở');
  await page.getByText(/Chưa lưu: /).waitFor();
  await page.keyboard.press('Alt+3');
  await page.getByText(/Phần vừa gõ chưa vào sổ/).waitFor();
  await clientOf(engine).outgoing.update({ ...emptyLetter('UBND-VP'), id, subject: 'sửa nơi khác', incomplete: true });
  await page.unroute('**/rpc/outgoing/update*');
  await page.keyboard.press('Alt+4');
  await page.getByRole('heading', { name: 'Dự thảo này có hai bản' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  expect((await clientOf(engine).outgoing.get({ id })).subject).toBe('sửa nơi khác');
  await page.getByRole('button', { name: choice }).click();
  await expect.poll(() => subject(page).inputValue()).toBe(left);
  await expect.poll(async () => (await clientOf(engine).outgoing.get({ id })).subject).toBe(left);
  await page.reload();
  await expect.poll(() => subject(page).inputValue()).toBe(left);
});

test('văn bản đã hủy ở nơi khác mà còn phần gõ chưa vào sổ: giữ được thành dự thảo mới', async () => {
  const { page, engine, id } = await draftOnDesk('gốc');
  const client = clientOf(engine);
  await page.route('**/rpc/outgoing/update*', (route) => route.abort());
  await page.keyboard.type(' gõ dở');
  await page.getByText(/Chưa lưu: /).waitFor();
  await page.keyboard.press('Alt+3');
  await page.getByText(/Phần vừa gõ chưa vào sổ/).waitFor();
  await client.outgoing.cancel({ id, reason: 'trùng' });
  await page.unroute('**/rpc/outgoing/update*');
  await page.keyboard.press('Alt+4');
  await page.getByRole('button', { name: 'Giữ thành dự thảo mới' }).click();
  await expect.poll(() => subject(page).inputValue()).toBe('gốc gõ dở');
  await saved(page);
  expect(idOf(page)).not.toBe(id);
  expect((await client.outgoing.get({ id: idOf(page) })).subject).toBe('gốc gõ dở');
  expect(await client.outgoing.get({ id })).toMatchObject({ status: 'cancelled', subject: 'gốc' });
});

test('văn bản mới chưa kịp vào sổ: lần sau mời lấy lại một lần, chỉ thành một dự thảo', async () => {
  const { page, engine } = await newLetter();
  const client = clientOf(engine);
  const before = (await client.outgoing.list({ status: 'draft', limit: 1 })).total;
  await page.route('**/rpc/outgoing/draft*', (route) => route.abort());
  await page.keyboard.type('giấy mời họp');
  await page.getByText(/Chưa lưu: /).waitFor();
  await page.reload();
  await page.unroute('**/rpc/outgoing/draft*');
  await page.getByText(/«giấy mời họp», gõ trên máy này lúc/).waitFor();
  await page.getByRole('button', { name: 'Soạn tiếp bản ấy' }).click();
  await expect.poll(() => subject(page).inputValue()).toBe('giấy mời họp');
  await saved(page);
  await page.keyboard.press('Alt+3');
  await list(page).waitFor();
  await page.keyboard.press('n');
  await inHand(page);
  await expect.poll(() => subject(page).inputValue()).toBe('');
  expect((await client.outgoing.list({ status: 'draft', limit: 1 })).total).toBe(before + 1);
});

test('mất câu trả lời lúc cấp số: văn bản đã có số thì hiện số, không cấp lần nữa', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  const client = clientOf(engine);
  await list(page).waitFor();
  const letter = { ...emptyLetter('UBND-VP'), subject: 'báo cáo', addressees: ['Sở Tài chính'], body: 'Nội dung.', signer: { competence: null, position: 'CHỦ TỊCH', fullName: null } };
  const { id } = await client.outgoing.draft(letter);
  const before = (await client.outgoing.list({ status: 'issued', limit: 1 })).total;
  await page.goto(`${page.url().split('#')[0]}#/soan-thao/${id}`);
  await subject(page).waitFor();
  await page.route('**/rpc/outgoing/issue*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.keyboard.press('F9');
  await page.getByRole('dialog').getByRole('button', { name: /^Cấp số 3/ }).click();
  await page.getByText('Văn bản đã cấp số nên chữ và ngày không sửa được nữa.').waitFor();
  expect((await client.outgoing.list({ status: 'issued', limit: 1 })).total).toBe(before + 1);
});

test('ngày gõ nhầm năm thì không cấp số; ngày lùi trước số liền trước thì nhắc', async () => {
  const { page } = await openWindow({ before: withDemonstration });
  await list(page).waitFor();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: /^Dự thảo/ }).click();
  await list(page).focus();
  await page.keyboard.press('n');
  await inHand(page);
  await page.keyboard.type('báo cáo');
  await page.getByLabel('Kính gửi, dòng 1', { exact: true }).fill('Sở Tài chính');
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Nội dung.');
  await page.getByLabel('Chức vụ', { exact: true }).fill('CHỦ TỊCH');
  await page.keyboard.press('F9');
  await dialog.getByLabel('Ngày văn bản').fill('20/11/2062');
  await dialog.getByText(/còn quá xa/).waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: /^Cấp số/ }).isDisabled()).toBe(true);
  await dialog.getByLabel('Ngày văn bản').fill('05/01/2026');
  await dialog.getByText(/của số liền trước; số phải theo trình tự thời gian/).waitFor();
  await expect.poll(() => dialog.getByRole('button', { name: /^Cấp số/ }).isDisabled()).toBe(false);
});

test('lập sổ hỏng giữa chừng rồi chọn lại số 1: sổ bắt đầu từ 1', async () => {
  const { page, engine } = await openWindow();
  await page.getByRole('button', { name: /Lập sổ cho cơ quan/ }).click();
  await page.getByLabel('Tên cơ quan', { exact: true }).fill('SỞ NỘI VỤ');
  await page.getByLabel('Địa danh').fill('An Bình');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Số sẽ cấp tiếp theo').fill('500');
  await page.route('**/rpc/books/start*', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Bắt đầu dùng' }).click();
  await page.getByRole('alert').waitFor();
  await page.unroute('**/rpc/books/start*');
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await page.getByLabel('Số sẽ cấp tiếp theo').fill('1');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Bắt đầu dùng' }).click();
  await page.getByRole('heading', { name: 'Sổ chưa có văn bản đi nào' }).waitFor();
  expect((await clientOf(engine).books.list()).rows[0]).toMatchObject({ kind: 'outgoing', series: 'chung', next: 1 });
});

test('cơ quan bị từ chối ở lần mở đầu tiên: vẫn xem thử được với văn phòng mẫu', async () => {
  const { page } = await openWindow();
  await page.getByRole('button', { name: /Lập sổ cho cơ quan/ }).click();
  await page.getByLabel('Tên cơ quan', { exact: true }).fill('S'.repeat(201));
  await page.getByLabel('Địa danh').fill('An Bình');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('button', { name: 'Bắt đầu dùng' }).click();
  await page.getByText(/Tên cơ quan dài quá 200 ký tự/).waitFor();
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await page.getByRole('button', { name: /Xem thử với văn phòng mẫu/ }).click();
  await list(page).waitFor();
});

test('cài đặt: chữ gõ trong lúc đang lưu còn nguyên, Ctrl+S lần nữa trong lúc ấy không gửi thêm', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  await list(page).waitFor();
  await page.keyboard.press('Alt+8');
  let sent = 0;
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/rpc/settings/update*', async (route) => {
    sent += 1;
    await held;
    await route.continue();
  });
  await page.getByLabel('Địa danh').fill('An Bình ');
  await page.keyboard.press('Control+s');
  await page.getByLabel('Họ tên').fill('Nguyễn Văn Nam');
  await page.keyboard.press('Control+s');
  answer();
  await page.getByText('Đã lưu cài đặt.').waitFor();
  expect(sent).toBe(1);
  await expect.poll(() => page.getByLabel('Họ tên').inputValue()).toBe('Nguyễn Văn Nam');
  await expect.poll(() => page.getByLabel('Địa danh').inputValue()).toBe('An Bình');
  await page.getByText('Có thay đổi chưa lưu').waitFor();
  expect((await clientOf(engine).settings.get()).clerk).not.toBe('Nguyễn Văn Nam');
});

test('cài đặt: rời màn hình khi đang lưu thì không bị coi là chưa lưu', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  await list(page).waitFor();
  await page.keyboard.press('Alt+8');
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/rpc/settings/update*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByLabel('Địa danh').fill('An Bình Đông ');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Alt+3');
  await list(page).waitFor();
  expect(await page.getByText(/Cài đặt có thay đổi chưa lưu/).count()).toBe(0);
  answer();
  await page.getByText('Đã lưu cài đặt.').waitFor();
  expect((await clientOf(engine).settings.get()).office?.place).toBe('An Bình Đông');
  await page.keyboard.press('Alt+8');
  await expect.poll(() => page.getByLabel('Địa danh').inputValue()).toBe('An Bình Đông');
  expect(await page.getByText('Có thay đổi chưa lưu').count()).toBe(0);
});
