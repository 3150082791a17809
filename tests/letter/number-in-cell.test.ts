import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { numberInCell } from '../../shared/letter/number-in-cell.ts';

it.each([
  [1250, 1250],
  ['1.705.059', 1705059],
  [' 16,73 ', 16.73],
  ['123.456.789.012,123', 123456789012.123],
  ['1.000.000.000.000.000', 1e15],
  ['-0,000001', -0.000001],
  ['', null],
  ['  ', null],
  ['\u200B', null],
])('%j là %j', (cell, number) => expect(numberInCell(cell)).toBe(number));

it.each(['123.456.789.012.345.678', '9.007.199.254.740.993', 1e21, -1e-9, 0.1 + 0.2, 1 / 3, Infinity, 2 ** 53 + 2, '12 con'])('%j không giữ được hoặc không rõ: hỏi lại', (cell) => {
  expect(numberInCell(cell)).toHaveProperty('unsure');
});

it('số nào nhận thì in ra đúng từng chữ số', () => {
  const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 19 }).map((all) => all.join(''));
  fc.assert(
    fc.property(digits, fc.option(digits), (whole, part) => {
      const read = numberInCell(part === null ? whole : `${whole},${part.slice(0, 7)}`);
      fc.pre(typeof read === 'number');
      const plain = (text: string): string => text.replaceAll('.', '').replace(/^0+(?=\d)/, '').replace(/,0+$|(,\d*?)0+$/, '$1');
      expect(plain(formatVietnameseNumber(read))).toBe(plain(part === null ? whole : `${whole},${part.slice(0, 7)}`));
    }),
    { numRuns: 3000 },
  );
});
