import { expect, test } from 'vitest';
import { readTypedTime } from '../../shared/domain/typed-time.ts';

test.each([
  ['16', '16:00'],
  ['16h', '16:00'],
  ['16h00', '16:00'],
  ['16H30', '16:30'],
  ['8g5', '08:05'],
  ['7 giờ 30 phút', '07:30'],
  ['16:05', '16:05'],
  ['16.45', '16:45'],
  ['0', '00:00'],
  ['1630', '16:30'],
  [' 23:59 ', '23:59'],
])('gõ giờ «%s» hiểu là %s', (typed, time) => {
  expect(readTypedTime(typed)).toBe(time);
});

test.each(['', '24', '25:00', '16:60', '16h99', 'trưa', '16:00:00', '-1', '160000', '1:2:3'])('«%s» không phải là giờ', (typed) => {
  expect(readTypedTime(typed)).toBeNull();
});
