import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayParts, isRealDate, isoDate, localDay, mondayOf, officialDate, readTypedDate, shortDate, weekdayOf } from '../../shared/domain/dates.ts';

test.each([
  ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
  ['2026-01-15', 'ngày 15 tháng 01 năm 2026'],
  ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
  ['2020-08-14', 'ngày 14 tháng 8 năm 2020'],
  ['2026-11-29', 'ngày 29 tháng 11 năm 2026'],
])('ngày %s in là «%s»', (date, printed) => expect(officialDate(date)).toBe(printed));

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1', '1899-12-31', '', 'hôm nay', '2026-02-30T00:00'])('«%s» không phải là ngày', (text) => expect(isRealDate(text)).toBe(false));

test.each([
  ['5', '2026-11-05'],
  ['5/3', '2026-03-05'],
  ['05-03-26', '2026-03-05'],
  ['050326', '2026-03-05'],
  ['05032026', '2026-03-05'],
  ['29/2/2028', '2028-02-29'],
  ['29/2', null],
  ['31/4', null],
  ['0', null],
  ['5/3/206', null],
  ['ngày 5', null],
  ['', null],
])('gõ «%s» hiểu là %s', (typed, date) => expect(readTypedDate(typed, '2026-11-20')).toBe(date));

test.each([
  ['2026-11-20', '2026-11-16'],
  ['2026-11-16', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2027-01-03', '2026-12-28'],
  ['2024-03-01', '2024-02-26'],
  ['1900-01-01', '1900-01-01'],
])('tuần có ngày %s bắt đầu từ thứ Hai %s', (date, monday) => expect(mondayOf(date)).toBe(monday));

test('ngày trong tuần', () => expect([weekdayOf('2026-11-20'), weekdayOf('2026-11-22'), weekdayOf('2026-02-30')]).toEqual(['Thứ Sáu', 'Chủ Nhật', '']));

describe('với mọi ngày trong lịch', () => {
  const day = fc.date({ min: new Date(1900, 0, 1), max: new Date(2199, 11, 31), noInvalidDate: true }).map(localDay);

  test('ngày của đồng hồ là ngày thật và đọc lại được từ dạng in ngắn', () => {
    fc.assert(fc.property(day, (date) => isRealDate(date) && readTypedDate(shortDate(date), '2026-11-20') === date), { seed: 30 });
  });

  test('ngày kế sau một ngày thật là ngày thật hoặc đầu tháng sau', () => {
    fc.assert(
      fc.property(day, (date) => {
        const parts = dayParts(date);
        if (!parts) return false;
        const next = new Date(Date.UTC(parts.year, parts.month - 1, parts.day + 1));
        const tomorrow = isoDate(parts.year, parts.month, parts.day + 1);
        return isRealDate(tomorrow) === (next.getUTCMonth() === parts.month - 1);
      }),
      { seed: 31 },
    );
  });
});
