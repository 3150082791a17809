import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf, yearOf } from '../../shared/domain/dates.ts';
import { isWeekend, nextWorkingDay, proposedYear, workCalendar } from '../../shared/domain/work-calendar.ts';
import { shipped, shippedCalendar } from '../fixtures/shipped-calendar.ts';

/** Weekdays on which offices were or are closed, year by year, as the notices gave them. */
const closedWeekdays: Record<number, string> = {
  2020: '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
  2021: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  2022: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
  2023: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
  2026: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
};

test.each(Object.entries(closedWeekdays))('năm %s cơ quan nghỉ đúng những ngày trong tuần ấy', (year, days) => {
  const closed: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) if (!isWeekend(day) && !shippedCalendar.isWorkingDay(day)) closed.push(day.slice(5));
  expect(closed.join(' ')).toBe(days);
});

test('những ngày cuối tuần đi làm bù', () => {
  const worked = shipped.days.filter(({ kind }) => kind === 'worked').map(({ day }) => day);
  expect(worked).toEqual(['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22']);
  expect(worked.every(isWeekend)).toBe(true);
});

describe('lịch đi kèm chương trình', () => {
  test('mỗi ngày một mục, xếp theo ngày, tên viết bằng chữ dựng sẵn', () => {
    const days = shipped.days.map(({ day }) => day);
    expect(days).toEqual([...new Set(days)].sort());
    for (const { name, source } of shipped.days) expect(name + source).toBe((name + source).normalize('NFC'));
  });

  test('năm đã xác nhận chỉ có ngày đã xác nhận; 2027 chưa xác nhận ngày nào', () => {
    for (const { day, confirmed } of shipped.days) expect(confirmed, day).toBe(shippedCalendar.isConfirmed(yearOf(day)));
    expect(shipped.confirmedYears).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(shipped.days.filter(({ day }) => yearOf(day) === 2027).length).toBeGreaterThan(6);
  });

  test('mỗi ngày nghỉ hoán đổi có một ngày làm bù trong cùng năm', () => {
    for (const year of shipped.confirmedYears) {
      const of = (kind: string) => shipped.days.filter((entry) => yearOf(entry.day) === year && entry.kind === kind).length;
      expect(of('swapped-off'), String(year)).toBe(of('worked'));
    }
  });

  test('ngày nghỉ bù là ngày làm việc kế tiếp của một ngày nghỉ lễ rơi vào cuối tuần', () => {
    for (const made of shipped.days.filter(({ kind }) => kind === 'made-up')) {
      expect(isWeekend(made.day), made.day).toBe(false);
      const before = workCalendar(shipped.days.filter(({ day }) => day < made.day), []);
      const weekendHolidays = shipped.days.filter(({ kind, day, name }) => kind === 'holiday' && day < made.day && isWeekend(day) && made.name === `Nghỉ bù ${name}`);
      expect(weekendHolidays.some(({ day }) => nextWorkingDay(before, day) === made.day), `${made.day} ${weekdayOf(made.day)}`).toBe(true);
    }
  });

  test('mọi năm đều có các ngày nghỉ dương lịch của luật', () => {
    for (const year of [...shipped.confirmedYears, 2027])
      for (const { day, name } of proposedYear(year).filter(({ kind }) => kind === 'holiday')) expect(shippedCalendar.dayOf(day), day).toMatchObject({ kind: 'holiday', name });
  });
});
