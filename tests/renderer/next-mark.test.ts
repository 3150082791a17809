import { expect, test } from 'vitest';
import { isBareMark, markOf, nextMark } from '../../renderer/features/letter/next-mark.ts';

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
