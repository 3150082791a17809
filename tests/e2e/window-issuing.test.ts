import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fitLetter } from '../../shared/letter/layout-letter.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { usualFit } from '../../shared/letter/page-fit.ts';
import { clientOf, withDemonstration } from '../fixtures/demonstration.ts';
import { openWindow, type OpenedWindow, type WindowOptions } from '../fixtures/open-window.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

/** A draft of the demonstration office on its desk. */
async function openDraft(letter: Partial<Letter>, size: WindowOptions = {}): Promise<OpenedWindow & { id: number }> {
  let id = 0;
  const opened = await openWindow({
    ...size,
    at: '#/ban-lam-viec',
    before: async (engine) => {
      await withDemonstration(engine);
      const client = clientOf(engine);
      // the last number of the day, so that an earlier day is a day put back
      await client.outgoing.issue({ id: (await client.outgoing.draft(sampleLetter({ typeName: letter.typeName ?? 'Công văn', obligations: [] }))).id, issuedDate: '2026-11-20' });
      id = (await client.outgoing.draft(sampleLetter(letter))).id;
    },
  });
  await opened.page.goto(`${opened.page.url().split('#')[0] ?? ''}#/soan-thao/${id}`);
  await opened.page.locator('[data-field="subject"]:focus').waitFor();
  return { ...opened, id };
}

/** Whether all of it can be seen, without scrolling anything. */
async function inView(page: Page, place: Locator): Promise<boolean> {
  const box = await place.boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const whole = box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  return whole && (await place.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const there = (x: number, y: number): boolean => element.contains(document.elementFromPoint(x, y));
    return there(left + 4, top + 4) && there(right - 4, bottom - 4);
  }));
}

const longNames = Array.from({ length: 14 }, (_, at) => `Ủy ban nhân dân xã Tân Hòa Lộc thứ ${at + 1}`);

test('«Cấp số» luôn trong tầm mắt ở 125 %: cả khi lùi ngày, ký hiệu không hợp loại, nhiều hạn đã qua', async () => {
  const obligations = Array.from({ length: 5 }, (_, at) => ({ agencies: longNames.slice(0, 6), what: `báo cáo kết quả đợt ${at + 1}`, due: '2026-11-01', time: null, recurrence: null }));
  const { page, errors } = await openDraft({ typeName: 'Quyết định', codeNotation: 'UBND-VP', addressees: longNames, obligations, subject: 'tăng cường '.repeat(30) }, { width: 1093, height: 614 });
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: 'Cấp số' });
  const give = dialog.getByRole('button', { name: /^Cấp số/ });
  await give.waitFor();
  await expect.poll(() => inView(page, give)).toBe(true);
  const day = dialog.getByRole('textbox', { name: 'Ngày văn bản' });
  await day.fill('18/11/2026');
  await day.press('Tab');
  const late = dialog.getByRole('button', { name: /^Cấp số lùi ngày/ });
  await late.waitFor();
  await expect.poll(() => inView(page, late)).toBe(true);
  // the field that is asked for is not hidden by the buttons
  await late.click();
  const reason = dialog.locator('[data-entry="backdateReason"]');
  await expect.poll(() => reason.evaluate((element) => element === document.activeElement)).toBe(true);
  await expect.poll(() => inView(page, reason)).toBe(true);
  expect(errors).toEqual([]);
});

describe('sau khi vào sổ, «Sửa» đứng cạnh «Hủy số này»', () => {
  test('văn bản đi: mở dòng vừa vào ở chỗ còn ghi thêm được, số không đổi', async () => {
    const { page, engine, errors } = await openWindow({ at: '#/van-ban-di/vao-so', before: withDemonstration });
    const client = clientOf(engine);
    await page.locator('[data-entry="subject"]').fill('quyết định ký ở phòng khác');
    await page.locator('[data-entry="subject"]').press('Control+Enter');
    const done = page.getByRole('region', { name: 'Vừa vào sổ' });
    expect(await done.getByRole('button').allTextContents()).toEqual(['Sửa', 'Hủy số này']);
    const code = (await done.locator('strong').textContent()) ?? '';
    await done.getByRole('button', { name: 'Sửa' }).click();
    const dialog = page.getByRole('dialog', { name: `Ghi bên số ${code}` });
    await dialog.getByText('Số, ngày, trích yếu đã vào sổ thì không sửa được').waitFor();
    await dialog.getByLabel('Ghi chú').fill('bản chính ở phòng Nội chính');
    await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const { rows } = await client.outgoing.list({ text: 'quyết định ký ở phòng khác', limit: 1 });
    expect(rows[0]).toMatchObject({ code, note: 'bản chính ở phòng Nội chính', status: 'issued' });
    expect(errors).toEqual([]);
  });

  test('văn bản đến: mở phiếu của dòng vừa vào', async () => {
    const { page, errors } = await openWindow({ at: '#/van-ban-den/moi', before: withDemonstration });
    await page.locator('[data-entry="organName"]').fill('Hội Chữ thập đỏ tỉnh');
    await page.locator('[data-entry="subject"]').fill('vận động hiến máu');
    await page.locator('[data-entry="subject"]').press('Control+Enter');
    await page.getByRole('region', { name: 'Vừa vào sổ' }).getByRole('button', { name: 'Sửa' }).click();
    await page.waitForURL(/van-ban-den\/\d+\/sua/);
    await expect.poll(() => page.locator('[data-entry="subject"]').inputValue()).toBe('vận động hiến máu');
    expect(errors).toEqual([]);
  });
});

/** A text just too long for one page, which the free measures of the page can still hold on one. */
function slightlyTooLong(): string {
  for (let lines = 10; lines < 60; lines += 1) {
    const body = Array.from({ length: lines }, (_, at) => `Đoạn ${at + 1} của nội dung công văn này.`).join('\n');
    const letter = sampleLetter({ body, appendices: [], obligations: [] });
    const { fit, pagesBefore } = fitLetter(letter, sampleOffice, { archivePattern: 'Lưu: {units}.' } as Parameters<typeof fitLetter>[2], { codeNumber: null }, '2026-11-20');
    if (pagesBefore === 2 && fit !== usualFit) return body;
  }
  throw new Error('no text of this kind can be fitted');
}

test('«Ép vừa trang» bớt một trang, còn khi mở lại, in và xem sau khi cấp số', async () => {
  const { page, engine, id, errors } = await openDraft({ body: slightlyTooLong(), appendices: [], obligations: [] });
  const paper = page.getByRole('region', { name: 'Trang giấy' });
  await paper.getByText('2 trang', { exact: true }).waitFor();
  const choice = page.getByRole('checkbox', { name: 'Ép vừa trang' });
  await choice.check();
  await paper.getByText('1 trang', { exact: true }).waitFor();
  await expect.poll(async () => (await clientOf(engine).outgoing.get({ id })).fitPage).toBe(true);
  // left and opened again, it still is
  await page.keyboard.press('Alt+3');
  await page.getByRole('grid', { name: 'Văn bản đi' }).waitFor();
  await page.keyboard.press('Alt+4');
  await expect.poll(() => choice.isChecked()).toBe(true);
  await paper.getByText('1 trang', { exact: true }).waitFor();
  await clientOf(engine).outgoing.issue({ id });
  await page.reload();
  await page.getByRole('heading', { name: /UBND/ }).first().waitFor();
  await paper.getByText('1 trang', { exact: true }).waitFor();
  expect(errors).toEqual([]);
});

test('«Chức vụ khác» in trên họ tên, còn khi mở lại và khi lưu không được', async () => {
  const { page, engine, id, errors } = await openDraft({ signer: { competence: null, position: 'GIÁM ĐỐC', fullName: 'Trần Minh Đức' } });
  const field = page.getByRole('textbox', { name: 'Chức vụ khác' });
  await field.fill('Phó Trưởng Ban Chỉ đạo');
  await page.getByRole('region', { name: 'Trang giấy' }).locator('[data-source="signer.otherPosition"]').first().waitFor();
  await expect.poll(async () => (await clientOf(engine).outgoing.get({ id })).signer.otherPosition).toBe('Phó Trưởng Ban Chỉ đạo');
  await page.reload();
  await expect.poll(() => field.inputValue()).toBe('Phó Trưởng Ban Chỉ đạo');
  expect(errors).toEqual([]);
});

test('trích yếu dài hiện trọn trong ô ở 1366, ở bàn soạn và ở hai phiếu vào sổ', async () => {
  const subject = 'tăng cường công tác phòng, chống dịch bệnh '.repeat(11).trim();
  const { page, errors } = await openDraft({ subject });
  const whole = (place: Locator): Promise<boolean> => place.evaluate((element) => element.scrollHeight <= element.clientHeight + 1);
  await expect.poll(() => whole(page.locator('[data-field="subject"]'))).toBe(true);
  for (const address of ['#/van-ban-di/vao-so', '#/van-ban-den/moi']) {
    await page.goto(`${page.url().split('#')[0] ?? ''}${address}`);
    const field = page.locator('[data-entry="subject"]');
    await field.fill(subject);
    await expect.poll(() => whole(field), { message: address }).toBe(true);
  }
  expect(errors).toEqual([]);
});
