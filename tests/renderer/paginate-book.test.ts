import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittingRows, headHeightsMm, paginateBook, roomBelowMm, rowHeightMm } from '../../renderer/features/books/paginate-book.ts';
import { bookForm, columnWidths } from '../../shared/report/book-form.ts';
import { bookWidthMm } from '../../shared/report/book-page.ts';

const form = bookForm('incoming');
const columns = columnWidths(form, bookWidthMm).map((widthMm, at) => ({ widthMm, header: form.columns[at]?.header ?? '' }));
const row = (subject: string) => ({ cells: ['20/11/2026', '1247', 'Sở Tài chính', '12/STC-QLNS', '18/11/2026', subject, 'Phòng Kinh tế', '20/11/2026', '', ''], cancelled: false });

test('dòng ngắn đủ cao để ký tay, dòng dài cao theo trích yếu', () => {
  const short = rowHeightMm(row('Giấy mời'), columns);
  expect(short).toBeGreaterThan(7);
  expect(rowHeightMm(row('Báo cáo tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội quý III và phương hướng quý IV năm 2026 của tỉnh '.repeat(2)), columns)).toBeGreaterThan(short * 4);
});

test('mọi dòng đứng đúng một lần, theo thứ tự, không tờ nào quá khổ', () => {
  const head = headHeightsMm(columns);
  const headMm = head.titles + head.ordinals;
  expect(headMm).toBeLessThan(30);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 7, max: 200, noNaN: true }), { maxLength: 200 }), (heights) => {
      const sheets = paginateBook(heights.length, (at) => heights[at] ?? 0, headMm);
      expect(sheets.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(heights.map((_, at) => at));
      for (const { from, to } of sheets) {
        const used = heights.slice(from, to).reduce((sum, height) => sum + height, headMm);
        expect(used <= 178 + 1e-6 || to - from === 1).toBe(true);
      }
    }),
  );
});

test('sổ chưa có dòng nào vẫn có một tờ với đầu bảng', () => expect(paginateBook(0, () => 8, 20)).toEqual([{ from: 0, to: 0 }]));

test('dòng dài hơn cả một tờ thì viết tiếp sang tờ sau, không mất chữ nào', () => {
  const head = headHeightsMm(columns);
  const room = roomBelowMm(head.titles + head.ordinals);
  const long = row(Array.from({ length: 400 }, (_, at) => `đơn vị thứ ${at}`).join('; '));
  const parts = fittingRows(long, columns, room);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(rowHeightMm(part, columns)).toBeLessThanOrEqual(room);
  expect(parts.map((part) => part.cells[5]).join('\n').replaceAll('\n', ' ')).toBe(long.cells[5]);
  expect(parts.map((part) => part.cells[1])).toEqual(['1247', ...parts.slice(1).map(() => '')]);
  const short = row('Giấy mời');
  expect(fittingRows(short, columns, room)).toEqual([short]);
});
