import { addDays, dayNumber, isoDate, weekdayOf, yearOf, type IsoDate } from './dates.ts';
import { termInWords } from './term-in-words.ts';

/** Nghỉ lễ, nghỉ bù, nghỉ hoán đổi (days off); làm bù (a Saturday or Sunday that is worked). */
export type CalendarDayKind = 'holiday' | 'made-up' | 'swapped-off' | 'worked';

/** A day that is not what its weekday says, with the paper it stands on; `confirmed` when an official notice or a law in force names it. */
export interface CalendarDay {
  day: IsoDate;
  kind: CalendarDayKind;
  name: string;
  source: string;
  confirmed: boolean;
}

/** The working days of offices: Monday to Friday, as corrected by the days of a year. */
export interface WorkCalendar {
  isWorkingDay(day: IsoDate): boolean;
  dayOf(day: IsoDate): CalendarDay | null;
  isConfirmed(year: number): boolean;
}

/** A term counted from a day that is itself not counted; amounts from 1 to 3.660. */
export interface Term {
  from: IsoDate;
  amount: number;
  unit: 'days' | 'working-days';
}

/** The last day of a term, how it was counted, and the years on the way whose days off nobody has confirmed. */
export interface TermEnd {
  due: IsoDate;
  rule: string;
  unconfirmedYears: number[];
}

/** Longest term that is counted: ten years; beyond that it is a slip of the keyboard. */
export const longestTerm = 3660;

/** The calendar of these days; of two entries for one day the later stands. Questions about what is no day throw a RangeError. */
export function workCalendar(days: readonly CalendarDay[], confirmedYears: Iterable<number>): WorkCalendar {
  const named = new Map(days.map((entry) => [entry.day, entry]));
  const confirmed = new Set(confirmedYears);
  return {
    isWorkingDay: (day) => {
      const entry = named.get(day);
      return entry ? entry.kind === 'worked' : !isWeekend(day);
    },
    dayOf: (day) => named.get(day) ?? null,
    isConfirmed: (year) => confirmed.has(year),
  };
}

/** Whether a day is a Saturday or Sunday; a RangeError when it is no day of the calendar. */
export function isWeekend(day: IsoDate): boolean {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`not a date: ${day}`);
  // 01/01/1900 was a Monday
  return number % 7 >= 5;
}

/** The day itself when it is worked, else the next one that is. */
export function nextWorkingDay(calendar: WorkCalendar, day: IsoDate): IsoDate {
  let next = day;
  while (!calendar.isWorkingDay(next)) next = addDays(next, 1);
  return next;
}

/** That many working days after a day that is not counted (BLDS 2015, Điều 147); 0 gives the day itself. */
export function addWorkingDays(calendar: WorkCalendar, from: IsoDate, amount: number): IsoDate {
  if (!Number.isInteger(amount) || amount < 0 || amount > longestTerm) throw new RangeError(`not a number of working days: ${amount}`);
  let day = from;
  for (let left = amount; left > 0; left -= 1) day = nextWorkingDay(calendar, addDays(day, 1));
  return day;
}

/**
 * The last day of a term: the first day is not counted, and a term of calendar days that ends on a day off runs to the end of
 * the next working day (BLDS 2015, Điều 147 khoản 2, Điều 148 khoản 5). Throws a RangeError on an amount out of range.
 */
export function endOfTerm(calendar: WorkCalendar, { from, amount, unit }: Term): TermEnd {
  if (!Number.isInteger(amount) || amount < 1 || amount > longestTerm) throw new RangeError(`not a term: ${amount}`);
  const counted = unit === 'days' ? addDays(from, amount) : addWorkingDays(calendar, from, amount);
  const due = nextWorkingDay(calendar, counted);
  const lastOff = addDays(due, -1);
  const off = unit === 'days' ? daysOff(calendar, counted, lastOff) : daysOff(calendar, addDays(from, 1), lastOff);
  const worked = unit === 'days' ? [] : daysBetween(addDays(from, 1), due).filter((day) => isWeekend(day) && calendar.isWorkingDay(day));
  const years = Array.from({ length: yearOf(due) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
  return {
    due,
    rule: termInWords({ from, amount, unit, counted, due, off, worked }),
    unconfirmedYears: years.filter((year) => year >= yearOf(addDays(from, 1)) && !calendar.isConfirmed(year)),
  };
}

function daysBetween(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

const daysOff = (calendar: WorkCalendar, first: IsoDate, last: IsoDate) =>
  daysBetween(first, last)
    .filter((day) => !calendar.isWorkingDay(day))
    .map((day) => ({ day, name: calendar.dayOf(day)?.name ?? weekdayOf(day), weekend: isWeekend(day) }));

const labourCode2012 = 'Bộ luật Lao động 2012, Điều 115';
const labourCode2019 = 'Bộ luật Lao động 2019, Điều 112 khoản 1';

/**
 * The solar holidays that stand in the law for a year that has no notice yet, with their make-up days, all unconfirmed.
 * Tết, Giỗ Tổ and the second day of Quốc khánh come from the year's notice only: they are never computed.
 */
export function proposedYear(year: number): CalendarDay[] {
  const law = year < 2021 ? labourCode2012 : labourCode2019;
  const national = year < 2021 ? law : `${law}; ngày nghỉ liền kề (01/9 hoặc 03/9) chưa rõ, chờ thông báo của năm`;
  const holidays = [
    holiday(isoDate(year, 1, 1), 'Tết Dương lịch', law),
    holiday(isoDate(year, 4, 30), 'Ngày Chiến thắng', law),
    holiday(isoDate(year, 5, 1), 'Ngày Quốc tế lao động', law),
    holiday(isoDate(year, 9, 2), 'Quốc khánh', national),
  ];
  // outside Điều 112, so a 24/11 at the weekend is not made up
  const culture = year < 2026 ? [] : [holiday(isoDate(year, 11, 24), 'Ngày Văn hóa Việt Nam', 'Nghị quyết 28/2026/QH16, Điều 2')];
  const days = [...holidays, ...culture];
  for (const { day, name } of holidays.filter((entry) => isWeekend(entry.day))) {
    const makeUp = nextWorkingDay(workCalendar(days, []), day);
    days.push({ day: makeUp, kind: 'made-up', name: `Nghỉ bù ${name}`, source: year < 2021 ? `${labourCode2012} khoản 3` : 'Bộ luật Lao động 2019, Điều 111 khoản 3', confirmed: false });
  }
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}

const holiday = (day: IsoDate, name: string, source: string): CalendarDay => ({ day, kind: 'holiday', name, source, confirmed: false });
