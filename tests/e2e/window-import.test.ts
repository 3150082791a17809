import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { csvOf, incomingFile, incomingHeads, incomingRows, workbookFile } from '../fixtures/old-books.ts';
import { openWindow, seriousViolations, type OpenedWindow } from '../fixtures/open-window.ts';

const office = { name: 'SỞ NỘI VỤ', place: 'An Bình' };

async function openImport(): Promise<OpenedWindow> {
  const opened = await openWindow({ before: async (engine) => void (await clientOf(engine).settings.update({ office })) });
  await opened.page.getByRole('navigation').waitFor();
  await opened.page.keyboard.press('Alt+7');
  await opened.page.getByRole('button', { name: 'Nhập sổ cũ…' }).click();
  await opened.page.getByRole('heading', { name: 'Nhập sổ cũ' }).waitFor();
  return opened;
}

async function choose(page: Page, file: File): Promise<void> {
  await page.getByLabel('Tệp sổ cũ').setInputFiles({ name: file.name, mimeType: 'application/octet-stream', buffer: Buffer.from(await file.arrayBuffer()) });
}

const total = async ({ engine }: OpenedWindow): Promise<number> => (await clientOf(engine).incoming.views({})).all;

test('sổ cũ: chọn tệp, xem trước, nhập, nhập lại không thêm gì, hoàn tác cả lần', async () => {
  const opened = await openImport();
  const { page, errors } = opened;
  expect(await seriousViolations(page)).toEqual([]);
  const rows = incomingRows(300);
  rows[20] = [null, null, 'Sở số 2', 'không có ngày, không có số', null, 'Công văn không rõ', null, null, null, null];
  await choose(page, await incomingFile(rows, 'sổ đến 2019.xlsx'));
  await page.getByRole('button', { name: /Nhập 299 dòng/ }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Cột C là' }).inputValue()).toBe('Tác giả');
  await page.getByText('Năm 2019: 299 dòng, số 1 đến 300').waitFor();
  expect(await page.getByRole('group', { name: 'Những dòng đầu như sẽ nhập' }).textContent()).toContain('Công văn');
  await page.getByText(/^Chỗ cần xem lại \(\d+\)$/).click();
  await page.getByRole('table', { name: 'Chỗ cần xem lại' }).getByText('Bỏ qua dòng này').first().waitFor();
  expect(await page.getByRole('table', { name: 'Chỗ cần xem lại' }).textContent()).toContain('Dòng 23');
  expect(await seriousViolations(page)).toEqual([]);
  expect(await total(opened)).toBe(0);

  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Đã nhập 299 dòng' }).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  expect(await total(opened)).toBe(299);
  const [newest] = (await clientOf(opened.engine).incoming.list({ limit: 1 })).rows;
  expect(newest).toMatchObject({ arrivalNumber: 300, year: 2019 });

  await page.getByRole('button', { name: 'Nhập tệp khác' }).click();
  await choose(page, await incomingFile(rows, 'sổ đến 2019 (bản sao).xlsx'));
  const enter = page.getByRole('button', { name: /Nhập 0 dòng/ });
  await enter.waitFor();
  expect(await enter.isDisabled()).toBe(true);

  await page.getByRole('button', { name: 'Chọn tệp khác' }).click();
  await page.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click();
  await page.getByText(/Đã hoàn tác lần nhập, 299 dòng ra khỏi sổ/).waitFor();
  await page.getByText('Đã hoàn tác 20/11/2026').waitFor();
  expect(await total(opened)).toBe(0);
  expect(errors).toEqual([]);
});

test('cột nhận nhầm thì chọn lại, số đếm theo ngay; chữ TCVN3 được mời đổi', async () => {
  const opened = await openImport();
  const { page } = opened;
  const csv = csvOf([incomingHeads, ['05/01/2019', 1, 'Së Tµi chÝnh', '12/STC-NS', '04/01/2019', 'C«ng v¨n vÒ viÖc quyÕt to¸n ng©n s¸ch', 'Phßng KÕ to¸n', '', '', ''], ['06/01/2019', 2, 'Së Néi vô', '13/SNV', '05/01/2019', 'GiÊy mêi häp tæng kÕt n¨m', 'V¨n phßng', '', '', '']]);
  await choose(page, new File([csv], 'so den.csv'));
  const offer = page.getByLabel(/bảng mã TCVN3/);
  await offer.waitFor();
  await offer.check();
  const first = page.getByRole('group', { name: 'Những dòng đầu như sẽ nhập' });
  await expect.poll(() => first.textContent()).toContain('Sở Tài chính');

  await page.getByRole('combobox', { name: 'Cột G là' }).click();
  await page.getByRole('option', { name: 'Ghi chú', exact: true }).click();
  await expect.poll(() => page.getByRole('combobox', { name: 'Cột J là' }).inputValue()).toBe('Không nhập');
  await expect.poll(() => first.getByRole('columnheader', { name: 'Ghi chú' }).count()).toBe(1);
  await page.getByRole('button', { name: /Nhập 2 dòng/ }).click();
  await page.getByRole('heading', { name: 'Đã nhập 2 dòng' }).waitFor();
  const { rows } = await clientOf(opened.engine).incoming.list({ limit: 2 });
  expect(rows.map(({ organName, note }) => [organName, note])).toEqual([
    ['Sở Nội vụ', 'Văn phòng'],
    ['Sở Tài chính', 'Phòng Kế toán'],
  ]);
});

test('tệp không phải sổ thì nói một câu; đang nhập mà dừng thì không có dòng nào trong sổ', async () => {
  const opened = await openImport();
  const { page } = opened;
  await choose(page, new File(['%PDF-1.7 không phải bảng tính'], 'quét.pdf'));
  await page.getByRole('heading', { name: 'Chưa đọc được tệp này' }).waitFor();
  const sentence = await page.getByRole('alert').textContent();
  expect(sentence).toContain('quét.pdf');
  expect(sentence).not.toMatch(/Error|chưa trả lời được/);
  await page.getByRole('alert').getByRole('button', { name: 'Chọn tệp khác' }).click();

  const amount = 60_000;
  const lines = Array.from({ length: amount }, (_, at) => ['05/01/2019', at + 1, `Sở số ${at % 40}`, `${at}/STC-NS`, '04/01/2019', `Công văn về nhiệm vụ đợt ${at}`, 'Phòng Tổng hợp', '', '', '']);
  await choose(page, new File([csvOf([incomingHeads, ...lines])], 'sổ dài.csv'));
  await page.getByRole('button', { name: /Nhập 60.000 dòng/ }).click();
  await page.getByRole('progressbar', { name: 'Đang nhập vào sổ' }).waitFor();
  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.getByText('Đã dừng. Không có dòng nào được ghi vào sổ.').waitFor();
  expect(await total(opened)).toBe(0);
  await page.getByRole('button', { name: /Nhập 60.000 dòng/ }).waitFor();
});

test('sổ mỗi tháng một trang: vào tất cả, chọn bớt, trang không nhập và giá trị chưa chắc được thấy', async () => {
  const opened = await openImport();
  const { page, errors } = opened;
  const file = await workbookFile((workbook) => {
    for (const month of [1, 2, 3]) {
      const sheet = workbook.addWorksheet(`Tháng ${month}`, { state: month === 3 ? 'hidden' : 'visible' });
      sheet.addRow(incomingHeads);
      for (const number of [1, 2]) sheet.addRow([`0${number}/0${month}`, month * 2 - 2 + number, 'Sở Y tế', `${number}/SYT`, `0${number}/0${month}/2019`, 'Công văn về tiêm chủng']);
    }
  }, 'So cong van den 2019.xlsx');
  await choose(page, file);
  await page.getByRole('button', { name: /Nhập 4 dòng/ }).waitFor();
  const first = page.getByRole('group', { name: 'Những dòng đầu như sẽ nhập' });
  expect(await first.textContent()).toContain('Tháng 2');
  expect(await first.locator('td[data-unsure]').count()).toBe(4);
  await page.getByText(/^Chỗ cần xem lại \(\d+\)$/).click();
  expect(await page.getByRole('table', { name: 'Chỗ cần xem lại' }).textContent()).toContain('Trang «Tháng 3» không nhập: trang đang ẩn');
  expect(await seriousViolations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Trang tính: 2 trên 3 trang' }).click();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Chọn tất cả' }).click();
  await page.getByRole('button', { name: /Nhập 6 dòng/ }).waitFor();
  await page.getByRole('checkbox', { name: /Tháng 1/ }).uncheck();
  await page.getByRole('button', { name: /Nhập 4 dòng/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Đã nhập 4 dòng' }).waitFor();
  expect((await clientOf(opened.engine).incoming.list({})).rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual([6, 5, 4, 3]);
  expect(errors).toEqual([]);
});
