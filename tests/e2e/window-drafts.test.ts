import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { newLetter, savedLetter } from '../fixtures/letter-desk.ts';
import { openWindow } from '../fixtures/open-window.ts';

const list = (page: Page) => page.getByRole('grid', { name: 'Văn bản đi' });

test('văn bản mở ra mà không viết gì không thành dự thảo', async () => {
  const { page, engine, errors } = await newLetter();
  const drafts = async (): Promise<number> => (await clientOf(engine).outgoing.list({ status: 'draft', limit: 1 })).total;
  const before = await drafts();
  // a type chosen and a text typed and taken away again say nothing
  await page.keyboard.type('a');
  await page.keyboard.press('Backspace');
  await page.getByRole('combobox', { name: 'Loại văn bản' }).click();
  await page.getByRole('option', { name: 'Giấy mời', exact: true }).click();
  await page.getByText('Tự lưu khi soạn').waitFor();
  await page.keyboard.press('Alt+3');
  await list(page).waitFor();
  expect(await drafts()).toBe(before);
  await page.keyboard.press('n');
  await page.locator('[data-field="subject"]:focus').waitFor();
  expect(await page.getByText('Còn một bản gõ dở').count()).toBe(0);
  expect(errors).toEqual([]);
});

test('dự thảo bị xóa hết chữ: rời bàn thì bỏ, nói một câu, Ctrl+Z lấy lại', async () => {
  const { page, engine, errors } = await newLetter();
  const client = clientOf(engine);
  await page.keyboard.type('viết rồi thôi');
  await savedLetter(page);
  const id = Number(/soan-thao\/(\d+)/.exec(page.url())?.[1]);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Alt+3');
  await page.getByText('Đã bỏ dự thảo trống.').waitFor();
  expect((await client.outgoing.get({ id })).status).toBe('cancelled');
  await list(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await client.outgoing.get({ id })).status).toBe('draft');
  // the desk does not lead back to what was thrown away
  expect(errors).toEqual([]);
});

test('«Bỏ dự thảo» ở bàn soạn: không hỏi lý do, Ctrl+Z lấy lại nguyên vẹn, kể cả khi chưa kịp lưu', async () => {
  const { page, engine, errors } = await newLetter();
  const client = clientOf(engine);
  await page.keyboard.type('mời họp rồi hoãn');
  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Bỏ dự thảo' }).click();
  await page.getByText('Đã bỏ dự thảo «mời họp rồi hoãn».').waitFor();
  await list(page).waitFor();
  const found = async (status: 'draft' | 'cancelled'): Promise<number> => (await client.outgoing.list({ text: 'mời họp rồi hoãn', status, limit: 5 })).total;
  expect([await found('draft'), await found('cancelled')]).toEqual([0, 1]);
  await list(page).focus();
  await page.keyboard.press('Control+z');
  await list(page).getByText('mời họp rồi hoãn').waitFor();
  expect([await found('draft'), await found('cancelled')]).toEqual([1, 0]);
  // and «Soạn thảo» opens a new letter, not the one thrown away
  await page.keyboard.press('Alt+4');
  await expect.poll(() => page.getByLabel('Trích yếu', { exact: true }).inputValue()).toBe('');
  expect(errors).toEqual([]);
});

test('«Bỏ dự thảo» ở danh sách cũng không hỏi lý do', async () => {
  const { page, engine } = await openWindow({ before: withDemonstration });
  const client = clientOf(engine);
  const { rows } = await client.outgoing.list({ status: 'draft', limit: 1 });
  const id = rows[0]?.id ?? 0;
  await page.goto(`${page.url().split('#')[0] ?? ''}#/van-ban-di?id=${id}`);
  await page.getByRole('button', { name: 'Bỏ dự thảo' }).click();
  await page.getByText('Đã bỏ dự thảo.').waitFor();
  expect((await client.outgoing.get({ id })).status).toBe('cancelled');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(async () => (await client.outgoing.get({ id })).status).toBe('draft');
});

test.each([
  [1366, 768],
  [1024, 768],
])('In và Word của dự thảo nằm ngay trên bàn soạn ở %d×%d, Word mang chữ vừa gõ', async (width, height) => {
  const { page, errors } = await newLetter({ width, height });
  for (const name of ['In', 'Mở Word']) {
    const box = await page.getByRole('button', { name: new RegExp(`^${name}`) }).boundingBox();
    expect(box === null ? null : [box.x >= 0, box.x + box.width <= width, box.y + box.height <= height], name).toEqual([true, true, true]);
  }
  await page.getByRole('button', { name: 'Mở Word' }).click();
  await page.getByText('Chưa viết gì trong văn bản này').waitFor();
  await page.keyboard.press('Control+1');
  await page.keyboard.type('ký trước khi lấy số');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Mở Word' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  await savedLetter(page);
  expect(errors).toEqual([]);
});
