import { describe, expect, test } from 'vitest';
import type ExcelJS from 'exceljs';
import { day, incomingHeads, outgoingHeads, type Value, workbookFile } from '../fixtures/old-books.ts';
import { openEngine } from '../fixtures/open-engine.ts';

const line = (number: number, month: number, what = 'về việc báo cáo'): Value[] => [day(2019, month, 5), number, 'Sở Y tế', `${number}/SYT`, day(2019, month, 4), `Công văn ${what} ${number}`];
const addBook = (workbook: ExcelJS.Workbook, name: string, lines: Value[][], { heads = incomingHeads, title = '', state = 'visible' }: { heads?: readonly string[]; title?: string; state?: 'visible' | 'hidden' } = {}): void => {
  const sheet = workbook.addWorksheet(name, { state });
  if (title !== '') sheet.addRow([title]);
  sheet.addRow(heads);
  for (const row of lines) sheet.addRow(row).eachCell((cell) => { if (cell.value instanceof Date) cell.numFmt = 'dd/mm/yyyy'; });
};
const months = (): Promise<File> =>
  workbookFile((workbook) => {
    workbook.addWorksheet('Bìa').addRow(['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN']);
    addBook(workbook, 'Tháng 1', [line(1, 1), line(2, 1)], { title: 'THÁNG 1/2019' });
    addBook(workbook, 'Tháng 2', [line(3, 2), line(4, 2), line(2, 2, 'về việc khác')]);
    addBook(workbook, 'Tháng 3', [line(5, 3)], { title: 'Tháng ba' });
    addBook(workbook, 'Nháp', [line(99, 3)], { state: 'hidden' });
    workbook.addWorksheet('Tháng 4').addRows([line(6, 4), line(7, 4)]);
    addBook(workbook, 'Sổ đi', [['05/UBND-VP', day(2019, 1, 2), 'Công văn về nghỉ Tết', 'An', 'Các sở', 'VT', 2, null, null, null]], { heads: outgoingHeads });
  });

describe('sổ nhiều trang', () => {
  test('mỗi tháng một trang: vào một lần, số trùng giữa hai trang được nói, trang không lấy được nói', async () => {
    const { client } = openEngine();
    const file = await months();
    const seen = await client.import.preview({ book: 'incoming', file });
    expect(seen.sheets.map(({ name, taken }) => [name, taken])).toEqual([['Bìa', false], ['Tháng 1', true], ['Tháng 2', true], ['Tháng 3', true], ['Nháp', false], ['Tháng 4', false], ['Sổ đi', false]]);
    expect(seen.amounts).toEqual({ new: 6, present: 0, leftOut: 0 });
    expect(seen.years).toEqual([{ year: 2019, rows: 6, firstNumber: '1', lastNumber: '5' }]);
    expect(seen.rows.map(({ sheet, row, number }) => [sheet, row, number])).toEqual([['Tháng 1', 3, '1'], ['Tháng 1', 4, '2'], ['Tháng 2', 2, '3'], ['Tháng 2', 3, '4'], ['Tháng 2', 4, '2'], ['Tháng 3', 3, '5']]);
    const whole = seen.problems.filter(({ row }) => row === 0);
    expect(whole.map(({ sheet, message }) => [sheet, message.includes('không nhập')])).toEqual([['Nháp', true], ['Tháng 4', true], ['Sổ đi', true]]);
    expect(seen.problems).toContainEqual({ row: 4, sheet: 'Tháng 2', column: 'B', leftOut: false, message: 'Số 2 năm 2019 đã có ở dòng 4 trang «Tháng 1»; giữ cả hai.' });
    expect(await client.import.apply({ book: 'incoming', file })).toMatchObject({ imported: 6, skipped: 0, problems: seen.problems });
    expect((await client.incoming.list({})).rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual([5, 4, 3, 2, 2, 1]);
    expect((await client.books.list({ year: 2019 })).rows).toContainEqual(expect.objectContaining({ kind: 'incoming', next: 6 }));
  });

  test('chọn một, vài hay tất cả các trang; trang ẩn và trang không tiêu đề vào khi được gọi tên', async () => {
    const file = await months();
    const numbers = async (choice: { sheet?: string; sheets?: 'all' | string[] }): Promise<unknown[]> => (await openEngine().client.import.preview({ book: 'incoming', file, ...choice })).rows.map(({ number }) => number);
    expect(await numbers({ sheet: 'Tháng 2' })).toEqual(['3', '4', '2']);
    expect(await numbers({ sheets: ['Tháng 3', 'Tháng 1'] })).toEqual(['1', '2', '5']);
    expect(await numbers({ sheets: 'all' })).toEqual(['1', '2', '3', '4', '2', '5', '99']);
    expect(await numbers({ sheets: ['Tháng 1', 'Tháng 4'] })).toEqual(['1', '2', '6', '7']);
    const { client } = openEngine();
    expect((await client.import.preview({ book: 'outgoing', file })).rows.map(({ code }) => code)).toEqual(['5/UBND-VP']);
    await expect(client.import.preview({ book: 'incoming', file, sheets: ['Tháng 13'] })).rejects.toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining('Tháng 13') as unknown });
    await expect(client.import.preview({ book: 'incoming', file, sheet: 'Tháng 1', sheets: 'all' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const said = (await client.import.preview({ book: 'incoming', file, sheet: 'Tháng 1' })).problems.filter(({ row }) => row === 0);
    expect(said.map(({ sheet }) => sheet)).toEqual(['Tháng 2', 'Tháng 3', 'Nháp', 'Tháng 4', 'Sổ đi']);
  });

  test('trang tổng hợp chép lại các tháng không làm số thành hai', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      addBook(workbook, 'T1', [line(1, 1), line(2, 1), line(2, 1)]);
      addBook(workbook, 'T2', [line(3, 2)]);
      addBook(workbook, 'Tổng hợp', [line(1, 1), line(2, 1), line(3, 2), line(4, 3)]);
    });
    const { imported, problems } = await client.import.apply({ book: 'incoming', file });
    expect(imported).toBe(5);
    expect(problems.filter(({ leftOut }) => leftOut).map(({ sheet, row, message }) => [sheet, row, message])).toEqual([
      ['Tổng hợp', 2, 'Dòng giống từng chữ dòng 2 của trang «T1»; không nhập lần nữa.'],
      ['Tổng hợp', 3, 'Dòng giống từng chữ dòng 3 của trang «T1»; không nhập lần nữa.'],
      ['Tổng hợp', 4, 'Dòng giống từng chữ dòng 2 của trang «T2»; không nhập lần nữa.'],
    ]);
  });

  test('mỗi năm một trang: năm theo tên trang, mỗi năm một dãy số; cột đổi chỗ giữa các trang', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      addBook(workbook, '2018', [['5/3', 1, 'Sở Y tế', '1/SYT', '4/3', 'về a']]);
      addBook(workbook, '2019', [[1, '6/3', 'Sở Y tế', '1/SYT', '5/3', 'về b']], { heads: ['Số đến', 'Ngày đến', 'Tác giả', 'Số, ký hiệu văn bản', 'Ngày tháng văn bản', 'Tên loại và trích yếu nội dung văn bản'] });
    });
    expect((await client.import.preview({ book: 'incoming', file })).years.map(({ year, rows }) => [year, rows])).toEqual([[2018, 1], [2019, 1]]);
    // the columns of the first sheet are chosen anew; the other sheet finds its own by its heads
    await client.import.apply({ book: 'incoming', file, mapping: { arrivalDate: 'A', number: 'B', subject: 'F', organName: 'C' } });
    expect((await client.incoming.list({})).rows.map(({ arrivalDate, arrivalNumber, subject }) => [arrivalDate, arrivalNumber, subject])).toEqual([['2019-03-06', 1, 'về b'], ['2018-03-05', 1, 'về a']]);
  });

  test('trang chỉ có ngày hai nghĩa theo trang có ngày rõ, và chưa chắc', async () => {
    const dates = (...days: string[]): Value[][] => days.map((date, at) => [date, at + 1, 'Sở Y tế', `${at}/SYT`, null, 'về a']);
    const file = await workbookFile((workbook) => {
      addBook(workbook, 'A', dates('3/4/2019', '3/5/2019'));
      addBook(workbook, 'B', dates('3/25/2019', '3/26/2019').map(([date, number, ...rest]) => [date, Number(number) + 2, ...rest] as Value[]));
    });
    for (const ask of [openEngine().client.import.preview, openEngine().client.import.apply]) {
      const { problems } = await ask({ book: 'incoming', file });
      expect(problems.map(({ message }) => message).join(' ')).toContain('như trang khác của sổ');
    }
    expect((await openEngine().client.import.preview({ book: 'incoming', file })).rows.map(({ arrivalDate }) => arrivalDate)).toEqual(['2019-03-04', '2019-03-05', '2019-03-25', '2019-03-26']);
  });
});

describe('năm trong tên tệp', () => {
  test('chỉ là đề nghị: ngày thiếu năm đọc theo đó và chưa chắc; sổ đi không ghi ngày cũng vậy', async () => {
    const { client } = openEngine();
    const file = await workbookFile((workbook) => {
      const sheet = workbook.addWorksheet('Sheet1');
      sheet.addRow(outgoingHeads);
      sheet.addRow(['05/UBND-VP', '5/3', 'Công văn về nghỉ Tết', 'An', 'Các sở', 'VT']);
      sheet.addRow(['06/UBND-VP', null, 'Công văn về trực Tết', 'An', 'Các sở', 'VT']);
    }, 'So cong van di 2019.xlsx');
    const { rows, problems } = await client.import.preview({ book: 'outgoing', file });
    expect(rows.map(({ year, issuedDate, unsure }) => [year, issuedDate, unsure])).toEqual([[2019, '2019-03-05', ['issuedDate']], [2019, null, ['issuedDate']]]);
    expect(problems.map(({ message }) => message).filter((message) => message.includes('theo tên tệp'))).toHaveLength(2);
    const sure = await client.import.preview({ book: 'outgoing', file, year: 2020 });
    expect(sure.rows.map(({ year }) => year)).toEqual([2020, 2020]);
    // two years tell none
    const torn = await client.import.preview({ book: 'outgoing', file: new File([file], 'So 2019-2020.xlsx') });
    expect(torn.rows).toEqual([]);
    expect(torn.problems.filter(({ leftOut }) => leftOut).map(({ row }) => row)).toEqual([2, 3]);
  });
});
