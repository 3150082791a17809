import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headHeightsMm, paginateBook, roomBelowMm, rowHeightMm, type SheetRow } from '../../renderer/features/books/paginate-book.ts';
import { bookForm, columnWidths } from '../../shared/report/book-form.ts';
import { bookWidthMm } from '../../shared/report/book-page.ts';

const form = bookForm('incoming');
const columns = columnWidths(form, bookWidthMm).map((widthMm, at) => ({ widthMm, header: form.columns[at]?.header ?? '' }));
const row = (subject: string, number = '1247'): SheetRow => ({ cells: ['20/11/2026', number, 'Sở Tài chính', '12/STC-QLNS', '18/11/2026', subject, 'Phòng Kinh tế', '20/11/2026', '', ''], cancelled: false });
const room = roomBelowMm(columns);

test('dòng ngắn đủ cao để ký tay, dòng dài cao theo trích yếu', () => {
  const short = rowHeightMm(row('Giấy mời'), columns);
  expect(short).toBeGreaterThan(7);
  expect(rowHeightMm(row('Báo cáo tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội quý III và phương hướng quý IV năm 2026 của tỉnh '.repeat(2)), columns)).toBeGreaterThan(short * 3.5);
});

test('mọi chữ của mọi dòng đứng đúng một lần, theo thứ tự, không tờ nào quá khổ', () => {
  const head = headHeightsMm(columns);
  expect(head.titles + head.ordinals).toBeLessThan(30);
  const word = fc.constantFrom('rà', 'soát', 'trụ', 'sở', 'dôi', 'dư', 'chuyển', 'nghiêng', 'UBND', 'xã');
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 260 }), { maxLength: 12 }), (subjects) => {
      const book = subjects.map((words, at) => row(words.join(' '), String(at + 1)));
      const { rows, sheets } = paginateBook(book, columns);
      expect(sheets.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(rows.map((_, at) => at));
      expect(rows.map(({ cells }) => cells[1]).filter((number) => number !== '')).toEqual(book.map(({ cells }) => cells[1]));
      expect(rows.map(({ cells }) => cells[5]).join(' ').split(/\s+/).filter(Boolean)).toEqual(subjects.flat());
      for (const { from, to } of sheets) expect(rows.slice(from, to).reduce((sum, each) => sum + rowHeightMm(each, columns), 0)).toBeLessThanOrEqual(room + 1e-6);
    }),
    { numRuns: 40 },
  );
});

test('sổ chưa có dòng nào vẫn có một tờ với đầu bảng', () => expect(paginateBook([], columns)).toEqual({ rows: [], sheets: [{ from: 0, to: 0 }] }));

const lines = (amount: number): string => Array.from({ length: amount }, (_, at) => `dòng thứ ${at + 1}`).join('\n');

test('dòng ngắn không bị cắt qua trang, dòng dài viết tiếp sang trang sau và lấp đầy trang trước', () => {
  const filling = Array.from({ length: 9 }, (_, at) => row(lines(3), String(at + 1)));
  const short = paginateBook([...filling, row(lines(6), '10')], columns);
  expect(short.rows).toHaveLength(10);
  const long = paginateBook([...filling, row(lines(24), '10')], columns);
  const first = long.sheets[0];
  expect(first && long.rows.slice(first.from, first.to).at(-1)?.cells[1]).toBe('10');
  const parts = long.rows.slice(9);
  expect(parts).toHaveLength(2);
  for (const part of parts) expect((part.cells[5] ?? '').split('\n').length).toBeGreaterThanOrEqual(3);
});

test('dòng dài hơn cả một tờ thì viết tiếp sang tờ sau, không mất chữ nào, gạch ngang cả phần sau', () => {
  const long: SheetRow = { ...row(Array.from({ length: 400 }, (_, at) => `đơn vị thứ ${at}`).join('; ')), cancelled: true };
  const { rows, sheets } = paginateBook([long], columns);
  expect(sheets.length).toBeGreaterThan(1);
  for (const part of rows) expect(rowHeightMm(part, columns)).toBeLessThanOrEqual(room);
  expect(rows.map((part) => part.cells[5]).join('\n').replaceAll('\n', ' ')).toBe(long.cells[5]);
  expect(rows.map((part) => [part.cells[1], part.cancelled])).toEqual([['1247', true], ...rows.slice(1).map(() => ['', true])]);
});
