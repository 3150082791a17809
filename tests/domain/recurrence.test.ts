import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayParts, weekdayOf } from '../../shared/domain/dates.ts';
import { daysOfRecurrence, lastDayInWords, mostRecurringDays, recurrenceInWords, type Recurrence, recurrences, daysSoFar } from '../../shared/domain/recurrence.ts';
import { shippedCalendar as calendar } from '../fixtures/shipped-calendar.ts';
import { inThreeZones } from '../fixtures/zones.ts';

const anyDay = fc.integer({ min: 0, max: 366 * 6 }).map((days) => addDays('2020-01-01', days));

/** Goes through the paper calendar day by day and asks of each whether it is one. */
function walked(due: string, recurrence: Recurrence, until: string): string[] {
  const first = dayParts(due);
  const days: string[] = [];
  for (let day = due; day <= until; day = addDays(day, 1)) {
    const parts = dayParts(day);
    if (!parts || !first) throw new Error('not a day');
    const months = (parts.year - first.year) * 12 + parts.month - first.month;
    const lastOfMonth = addDays(day, 1).endsWith('-01');
    const sameDay = parts.day === first.day || (lastOfMonth && parts.day < first.day);
    const entry = calendar.dayOf(day);
    const works = entry ? entry.kind === 'worked' : !['Thứ Bảy', 'Chủ Nhật'].includes(weekdayOf(day));
    const isDue = { daily: true, 'working-days': works, weekly: weekdayOf(day) === weekdayOf(due), monthly: sameDay, quarterly: sameDay && months % 3 === 0, 'half-yearly': sameDay && months % 6 === 0, yearly: sameDay && months % 12 === 0 }[recurrence];
    if (isDue) days.push(day);
  }
  return days;
}

inThreeZones(() => {
  test.each([
    ['daily', '2020-08-15', '2020-08-18', ['2020-08-15', '2020-08-16', '2020-08-17', '2020-08-18']],
    ['daily', '2024-02-28', '2024-03-01', ['2024-02-28', '2024-02-29', '2024-03-01']],
    ['working-days', '2026-11-21', '2026-11-26', ['2026-11-23', '2026-11-25', '2026-11-26']],
    ['working-days', '2026-02-13', '2026-02-24', ['2026-02-13', '2026-02-23', '2026-02-24']],
    ['working-days', '2026-08-21', '2026-08-24', ['2026-08-21', '2026-08-22', '2026-08-24']],
    ['working-days', '2026-11-21', '2026-11-22', []],
    ['weekly', '2026-12-25', '2027-01-08', ['2026-12-25', '2027-01-01', '2027-01-08']],
    ['monthly', '2026-01-31', '2026-05-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']],
    ['monthly', '2024-01-30', '2024-03-30', ['2024-01-30', '2024-02-29', '2024-03-30']],
    ['monthly', '2026-11-25', '2027-01-24', ['2026-11-25', '2026-12-25']],
    ['quarterly', '2025-11-30', '2026-08-31', ['2025-11-30', '2026-02-28', '2026-05-30', '2026-08-30']],
    ['quarterly', '2026-12-15', '2026-12-15', ['2026-12-15']],
    ['half-yearly', '2026-06-30', '2027-12-31', ['2026-06-30', '2026-12-30', '2027-06-30', '2027-12-30']],
    ['half-yearly', '2026-08-31', '2027-08-31', ['2026-08-31', '2027-02-28', '2027-08-31']],
    ['yearly', '2024-02-29', '2028-02-29', ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
    ['yearly', '2026-11-30', '2028-11-29', ['2026-11-30', '2027-11-30']],
  ] as const)('%s từ %s đến %s', (recurrence, due, until, days) => expect(daysOfRecurrence({ due, recurrence, until }, calendar)).toEqual(days));

  test('đúng những ngày mà lịch giấy cho, qua năm nhuận, Tết, ngày hoán đổi', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...recurrences), fc.integer({ min: 0, max: 1200 }), (due, recurrence, length) => {
        const until = addDays(due, length);
        expect(daysOfRecurrence({ due, recurrence, until }, calendar)).toEqual(walked(due, recurrence, until));
      }),
      { seed: 7, numRuns: 120 },
    );
  });
});

test.each([
  // «trước ngày 01 hằng tháng»: the last day of every month, long or short
  ['monthly', 'before', null, '2026-11-30', '2027-03-31', ['2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31']],
  ['monthly', 'before', null, '2027-02-28', '2027-04-30', ['2027-02-28', '2027-03-31', '2027-04-30']],
  ['quarterly', 'before', null, '2026-09-30', '2027-03-31', ['2026-09-30', '2026-12-31', '2027-03-31']],
  // «ngày 30», «trước ngày 25», «trước 16h00 ngày 30» keep their number
  ['monthly', 'through', null, '2026-11-30', '2027-02-28', ['2026-11-30', '2026-12-30', '2027-01-30', '2027-02-28']],
  ['monthly', 'before', '16:00', '2026-11-30', '2026-12-31', ['2026-11-30', '2026-12-30']],
  ['monthly', 'before', null, '2026-11-24', '2026-12-31', ['2026-11-24', '2026-12-24']],
] as const)('cuối tháng không trôi: %s, %s, giờ %s, từ %s đến %s', (recurrence, bound, time, due, until, days) =>
  expect(daysOfRecurrence({ due, recurrence, until, bound, time }, calendar)).toEqual(days));

describe('chưa có ngày cuối: các ngày có dần', () => {
  test.each<[Recurrence, due: string, today: string, days: string[]]>([
    ['weekly', '2026-11-06', '2026-11-26', ['2026-11-06', '2026-11-13', '2026-11-20', '2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25']],
    ['monthly', '2026-11-20', '2026-11-26', ['2026-11-20', '2026-12-20']],
    ['yearly', '2025-11-30', '2026-12-01', ['2025-11-30', '2026-11-30', '2027-11-30']],
    ['half-yearly', '2027-06-15', '2026-11-26', ['2027-06-15']],
    ['working-days', '2026-11-21', '2026-10-20', ['2026-11-23']],
  ])('%s từ %s, hôm nay %s', (recurrence, due, today, days) => expect(daysSoFar({ due, recurrence }, today, calendar)).toEqual(days));

  test('hôm sau chỉ thêm ở cuối, và luôn có một ngày sau hôm nay', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...recurrences), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 60 }), (due, recurrence, after, more) => {
        const today = addDays(due, after);
        const now = daysSoFar({ due, recurrence }, today, calendar);
        const later = daysSoFar({ due, recurrence }, addDays(today, more), calendar);
        expect(later.slice(0, now.length)).toEqual(now);
        expect((now.at(-1) ?? '') > today).toBe(true);
        expect(now).toEqual(daysOfRecurrence({ due, recurrence, until: now.at(-1) ?? null }, calendar));
      }),
      { seed: 8, numRuns: 60 },
    );
  });

  test('quá nhiều ngày thì không đếm', () => expect(() => daysSoFar({ due: '2000-01-01', recurrence: 'daily' }, '2026-11-26', calendar)).toThrow(RangeError));
});

test('không định kỳ thì chỉ một ngày', () => {
  expect(daysOfRecurrence({ due: '2026-11-22', recurrence: null, until: null }, calendar)).toEqual(['2026-11-22']);
});

describe('định kỳ không dùng được', () => {
  test.each([
    ['không có ngày cuối', { due: '2026-11-20', recurrence: 'daily', until: null }],
    ['ngày cuối trước ngày đầu', { due: '2026-11-20', recurrence: 'weekly', until: '2026-11-19' }],
    ['ngày đầu không có trên lịch', { due: '2026-02-30', recurrence: 'daily', until: '2026-03-01' }],
    ['ngày cuối không có trên lịch', { due: '2026-02-01', recurrence: 'daily', until: '2026-02-30' }],
    ['nhiều ngày quá mức', { due: '2020-01-01', recurrence: 'daily', until: addDays('2020-01-01', mostRecurringDays) }],
  ] as const)('%s', (_, due) => expect(() => daysOfRecurrence(due, calendar)).toThrow(RangeError));

  test('vừa đủ mức thì được', () => {
    expect(daysOfRecurrence({ due: '2020-01-01', recurrence: 'daily', until: addDays('2020-01-01', mostRecurringDays - 1) }, calendar)).toHaveLength(mostRecurringDays);
  });
});

test.each([
  ['daily', '16:00', undefined, '16 giờ 00 hằng ngày'],
  ['daily', null, undefined, 'hằng ngày'],
  ['working-days', '08:30', undefined, '8 giờ 30 mỗi ngày làm việc'],
  ['weekly', null, undefined, 'mỗi tuần'],
  ['weekly', '16:00', '2026-11-20', '16 giờ 00 Thứ Sáu mỗi tuần'],
  ['monthly', null, '2026-11-25', 'ngày 25 mỗi tháng'],
  ['quarterly', null, '2026-12-15', 'ngày 15 tháng thứ ba mỗi quý'],
  ['half-yearly', null, '2026-12-15', 'ngày 15 tháng 6 và tháng 12, mỗi nửa năm'],
  ['yearly', '16:00', '2026-11-30', '16 giờ 00 ngày 30 tháng 11 hằng năm'],
  ['yearly', null, undefined, 'hằng năm'],
] as const)('%s lúc %s, lần đầu %s nói là «%s»', (recurrence, time, due, words) => expect(recurrenceInWords(recurrence, time, due)).toBe(words));

test('ngày cuối mỗi tháng nói là ngày cuối, không phải một con số', () => {
  expect(recurrenceInWords('monthly', null, '2026-11-30', 'before')).toBe('ngày cuối mỗi tháng');
  expect(recurrenceInWords('monthly', null, '2026-11-30', 'through')).toBe('ngày 30 mỗi tháng');
});

test.each([
  ['2020-08-16', null, 'before', 'trước ngày 17/08/2020 (hết ngày 16/08/2020)'],
  ['2020-12-31', null, 'before', 'trước ngày 01/01/2021 (hết ngày 31/12/2020)'],
  ['2020-08-16', null, 'through', 'đến hết ngày 16/08/2020'],
  ['2020-08-16', null, null, 'trong ngày 16/08/2020'],
  ['2020-08-16', '16:00', 'before', 'trước 16 giờ 00 ngày 16/08/2020'],
  ['2020-08-16', '09:05', 'through', 'chậm nhất 9 giờ 05 ngày 16/08/2020'],
  ['2020-08-16', '16:00', null, '16 giờ 00 ngày 16/08/2020'],
] as const)('hạn %s %s %s nói là «%s»', (due, time, bound, words) => expect(lastDayInWords({ due, time, bound })).toBe(words));
