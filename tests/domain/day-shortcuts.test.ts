import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, shortDate } from '../../shared/domain/dates.ts';
import { readDay } from '../../shared/domain/day-shortcuts.ts';

const today = '2026-11-20';

test.each([
  ['5', '2026-11-05'],
  ['5/3', '2026-03-05'],
  ['0503', '2026-03-05'],
  ['050326', '2026-03-05'],
  ['05032026', '2026-03-05'],
  ['5-3-26', '2026-03-05'],
  ['5.3.2026', '2026-03-05'],
  ['2026-03-05', '2026-03-05'],
  ['+10n', '2026-11-30'],
  ['+10', '2026-11-30'],
  ['+ 10 ngày', '2026-11-30'],
  ['-1n', '2026-11-19'],
  ['+0n', '2026-11-20'],
  ['31', null],
  ['30/2', null],
  ['0', null],
  ['+9999n', null],
  ['+n', null],
  ['mai', null],
  ['', null],
])('hôm nay 20/11/2026, gõ «%s» → %s', (typed, day) => {
  expect(readDay(typed, { today })).toBe(day);
});

test.each([
  // a letter's own date lies behind
  ['25', 'past', '2026-11-20', '2026-10-25'],
  ['31', 'past', '2026-11-20', '2026-10-31'],
  ['31', 'past', '2026-12-15', '2026-10-31'],
  ['31', 'past', '2026-03-01', '2026-01-31'],
  ['28/12', 'past', '2027-01-05', '2026-12-28'],
  ['20', 'past', '2026-11-20', '2026-11-20'],
  ['30', 'past', '2026-01-02', '2025-12-30'],
  // too far behind to be meant: this year's day, which is remarked upon
  ['5/12', 'past', '2026-11-20', '2026-12-05'],
  ['5/10', 'future', '2026-11-20', '2026-10-05'],
  // a due date lies ahead
  ['5', 'future', '2026-11-20', '2026-12-05'],
  ['31', 'future', '2026-11-20', '2026-12-31'],
  ['5/1', 'future', '2026-11-20', '2027-01-05'],
  ['5', 'future', '2026-12-20', '2027-01-05'],
  ['050126', 'future', '2026-11-20', '2026-01-05'],
] as const)('gõ «%s» ở ô nghiêng về %s, hôm nay %s → %s', (typed, leaning, day, read) => {
  expect(readDay(typed, { today: day, leaning })).toBe(read);
});

test('hạn +10n đếm từ ngày đến', () => {
  expect(readDay('+10n', { today, from: '2026-11-02', leaning: 'future' })).toBe('2026-11-12');
});

test('ngày viết đủ thì đọc đúng ngày ấy, ô nghiêng về đâu cũng vậy', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), fc.constantFrom('near', 'past', 'future'), (days, leaning) => {
      const day = addDays(today, days);
      expect(readDay(shortDate(day), { today, leaning })).toBe(day);
    }),
  );
});
