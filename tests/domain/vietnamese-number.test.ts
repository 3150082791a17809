import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactSum, formatVietnameseNumber, readVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';

test.each([
  [1705059, '1.705.059'],
  [70635, '70.635'],
  [999, '999'],
  [16.73, '16,73'],
  [-1234.5, '-1.234,5'],
  [0, '0'],
  [-0.4, '-0,4'],
  [1_000_000_000_000, '1.000.000.000.000'],
])('%d in là %s', (value, printed) => expect(formatVietnameseNumber(value)).toBe(printed));

test.each([
  ['1.705.059', 1705059],
  ['70.635', 70635],
  ['70635', 70635],
  ['16,73', 16.73],
  ['-1.234,5', -1234.5],
  [' 12 ', 12],
])('«%s» đọc là %d', (typed, value) => expect(readVietnameseNumber(typed)).toEqual({ value }));

test.each(['70,635', '1.5', '1.2345', '12a', '', '1,5,6', '=1+1', 'không có', '1..000'])('«%s» không rõ là số nào', (typed) => expect(readVietnameseNumber(typed)).toHaveProperty('unsure'));

test('in rồi đọc lại vẫn là số ấy, trừ chỗ dấu phẩy trước đúng ba chữ số mà người đọc cũng phải hỏi', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 2 }), (whole, decimals) => {
      const value = whole / 10 ** decimals;
      const read = readVietnameseNumber(formatVietnameseNumber(value));
      return 'value' in read && read.value === value;
    }),
    { seed: 9 },
  );
});

test('cộng không lệch phần lẻ', () => {
  expect(exactSum([0.1, 0.2])).toBe(0.3);
  expect(exactSum([])).toBe(0);
  expect(exactSum([70635, 23954, 23004, 17356, 19203, 18731, 25805, 15706, 22660, 20836, 15164, 12174])).toBe(285228);
});
