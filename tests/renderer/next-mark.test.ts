import { expect, test } from 'vitest';
import { isBareMark, markOf, nextMark, overtypedMark } from '../../renderer/features/letter/next-mark.ts';

test.each([
  ['1. Thủ trưởng các sở', '2.'],
  ['9. Nội dung', '10.'],
  ['1.2. Mức chi', '1.3.'],
  ['a) Rà soát', 'b)'],
  ['d) Tổng hợp', 'đ)'],
  ['đ) Báo cáo', 'e)'],
  ['- Đơn vị', '-'],
  ['+ Mục con', '+'],
  ['y) Cuối bảng chữ', null],
  ['f) Không có trong bảng chữ', null],
  ['Đoạn thường', null],
  ['2026 là năm', null],
  ['1.705.059 thuê bao', null],
])('sau «%s» là %s', (text, mark) => {
  expect(nextMark(text)).toBe(mark);
});

test('dấu đầu dòng chưa có chữ nào theo sau', () => {
  expect(isBareMark('2. ')).toBe(true);
  expect(isBareMark('-')).toBe(true);
  expect(isBareMark('2. Giao')).toBe(false);
  expect(isBareMark('')).toBe(false);
  expect(markOf('-5 độ')).toBeNull();
});

/** What is left of a paragraph once the automatic mark beside a typed one is gone. */
function left(text: string, at = 0, ended = false): string {
  const part = overtypedMark(text, at, ended);
  return part === null ? text : text.slice(0, part.from) + text.slice(part.to);
}

test.each([
  ['2. 2. ', '2. '],
  ['2. 3. Giao', '3. Giao'],
  ['2. a) ', 'a) '],
  ['2. đ) ', 'đ) '],
  ['b) 3. ', '3. '],
  ['- a) ', 'a) '],
  ['2. - ', '- '],
  ['1.3. 2. ', '2. '],
  ['2. 2.1. ', '2.1. '],
  ['2. II. ', 'II. '],
  ['2. A. ', 'A. '],
  ['2. (1) ', '(1) '],
  ['2. 1) ', '1) '],
  ['2. Điều 3. ', 'Điều 3. '],
  ['2. Điều 3a. Sửa đổi', 'Điều 3a. Sửa đổi'],
  ['3. Chương II ', 'Chương II '],
  ['3. Mục 1 ', 'Mục 1 '],
  ['3. Phần thứ hai ', 'Phần thứ hai '],
])('gõ «%s» thì còn «%s»', (text, kept) => {
  expect(left(text)).toBe(kept);
});

test.each(['2. ', '2. a', '2. a)', '2. 3', '2. 3.', '2. Giao Sở Y tế', '2. Điều', '2. Điều 3.', '2. Điều kiện ', '2. Chương trình ', '2. Mục tiêu ', '2. Khoản tiền ', '2. 1.705.059 thuê bao ', '2. 2026 là ', '- 5 độ ', '2. a là ', 'Giao a) '])(
  '«%s» không đổi trong lúc gõ',
  (text) => {
    expect(left(text)).toBe(text);
  },
);

test('dấu gõ tay đứng trước dấu tự động, và dấu ở cuối đoạn khi đoạn đã xong', () => {
  expect(left('a) 2. Giao', 3)).toBe('a) Giao');
  expect(left('Theo mục 2. Giao', 9)).toBe('Theo mục 2. Giao');
  expect(left('2. Chương II', 0, true)).toBe('Chương II');
  expect(left('2. Giao', 0, true)).toBe('2. Giao');
});
