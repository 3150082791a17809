import { addDays, dayNumber, dayParts, isoDate, isRealDate, yearOf, type IsoDate } from '../dates.ts';
import type { Recurrence } from '../recurrence.ts';
import { at, type ReadPart } from './day-and-hour.ts';

/** How a duty comes back, as far as the letter says it. */
export interface Repeating {
  recurrence: Recurrence | null;
  /** Days of the week, Monday 0; several are several duties. */
  weekdays: number[];
  /** Days of the month, 1 to 31; several are several duties. */
  monthDays: number[];
  /** Which month of the period: 1 to 3 of a quarter. */
  periodMonth: number | null;
}

const list = String.raw`(?:(?:,? va|,) (?:truoc )?(?:cac )?(?:ngay )?(?:\d{1,2}(?!\d| ?[/.-] ?\d)|cuoi cung))*`;
/** «của tháng …» with one of these behind it is a month of something, not every month. */
const someMonth = 'cuoi|dau|giua|tiep|ke|lien|sau|toi|truoc|nay|thu|bao cao|hien|do|\\d';
const everyMonth = new RegExp(String.raw`(\d{1,2})(${list})(?: cua)?,? (?:(?:hang|moi|tung) thang|cua thang(?! (?:${someMonth})))\b`, 'y');
const endOfMonth = /(?:ngay )?(?:cuoi cung|cuoi)(?: cua)?,? (?:(?:hang|moi|tung) thang)\b/y;
const weekdayName = 'thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat';
const nextWeekday = '(?:,? va|,) (?:cac )?(?:ngay )?(?:(?:sang|chieu) )?(?:(?:thu )?(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\\b';
const weekdayList = new RegExp(`(?:cac )?(?:ngay )?(?:(?:sang|chieu) )?(?:${weekdayName})\\b(?:${nextWeekday})*`, 'y');
const inTheWeek = /,? (?:cua |trong )?(?:hang|moi|tung) tuan\b/y;
const weekdayNumbers: Record<string, number> = { hai: 0, ba: 1, tu: 2, nam: 3, sau: 4, bay: 5, nhat: 6, '2': 0, '3': 1, '4': 2, '5': 3, '6': 4, '7': 5 };

const inOrder = (days: number[]): number[] => [...new Set(days)];

/** «10 và ngày 25 hằng tháng», «05 của tháng»: days of every month; null where the month is one of something («của tháng sau»). */
export function readMonthDays(folded: string, start: number): ReadPart<number[]> | null {
  const last = at(endOfMonth, folded, start);
  if (last) return { value: [31], end: start + last[0].length };
  const match = at(everyMonth, folded, start);
  if (!match) return null;
  return { value: figuresOf(`${match[1] ?? ''} ${match[2] ?? ''}`), end: start + match[0].length };
}

const figuresOf = (written: string): number[] => inOrder([...written.matchAll(/\d{1,2}|cuoi/g)].map(([figure]) => (figure === 'cuoi' ? 31 : Number(figure))).filter((each) => each >= 1 && each <= 31));

/** «thứ Ba và thứ Năm», «thứ 2, 4, 6»; several only where the word for every week follows or stands before (`weekly`). */
export function readWeekdays(folded: string, start: number, weekly: boolean): ReadPart<number[]> | null {
  const match = at(weekdayList, folded, start);
  if (!match) return null;
  const end = start + match[0].length;
  const days = inOrder([...match[0].matchAll(/\b(?:hai|ba|tu|nam|sau|bay|nhat|[2-7])\b/g)].map(([name]) => weekdayNumbers[name] ?? 0));
  if (days.length < 2 || weekly || at(inTheWeek, folded, end)) return { value: days, end };
  const alone = /^(?:cac )?(?:ngay )?(?:(?:sang|chieu) )?(?:thu \S+?|chu nhat)\b/.exec(match[0]);
  return alone && { value: days.slice(0, 1), end: start + alone[0].length };
}

const ofRepeat = new RegExp(String.raw`(?:cac )?ngay (\d{1,2})(${list})\b(?! ?[/.-]? ?\d)(?! thang \d)`, 'y');
const lastOfRepeat = /ngay (?:cuoi cung|cuoi)(?: cua thang| thang)?\b/y;
const whichMonth = /(?: cua)?,? thang (?:(cuoi|dau)(?: cung| tien)?|(sau|tiep theo|ke tiep|lien ke|lien sau)|bao cao)(?: lien ke)?(?: cua)?(?: (?:quy|ky)\b)?(?: (?:sau|tiep theo|ke tiep|bao cao))?(?: (?:ky|quy|thang)\b(?: bao cao)?)?/y;

/** The day behind a word that repeats: «hằng tháng trước [ngày 25]», «hằng quý, chậm nhất [ngày 10 của tháng tiếp theo]». */
export function readDayOfRepeat(folded: string, start: number, recurrence: Recurrence | null): ReadPart<Pick<Repeating, 'weekdays' | 'monthDays' | 'periodMonth'> & { sure: boolean }> | null {
  if (recurrence === 'weekly') {
    const days = readWeekdays(folded, start, true);
    return days && { value: { weekdays: days.value, monthDays: [], periodMonth: null, sure: true }, end: days.end };
  }
  if (recurrence !== 'monthly' && recurrence !== 'quarterly') return null;
  const last = at(lastOfRepeat, folded, start);
  const match = last ?? at(ofRepeat, folded, start);
  if (!match) return null;
  const end = start + match[0].length;
  const monthDays = last ? [31] : figuresOf(`${match[1] ?? ''} ${match[2] ?? ''}`);
  const month = at(whichMonth, folded, end);
  const periodMonth = recurrence !== 'quarterly' || !month ? null : month[1] === 'cuoi' ? 3 : month[1] === 'dau' || month[2] !== undefined ? 1 : null;
  // what follows a quarter is the first month of the next one; which «tháng sau» of a quarter's report is meant is to be looked at
  const sure = recurrence === 'monthly' ? month?.[1] === undefined : month?.[1] !== undefined;
  return { value: { weekdays: [], monthDays, periodMonth, sure }, end: end + (month?.[0].length ?? 0) };
}

/** Months of a period; null for what does not go by months. */
export const monthsOf = (recurrence: Recurrence | null): number | null => (recurrence === null ? null : (monthsOfPeriod[recurrence] ?? null));
const monthsOfPeriod: Partial<Record<Recurrence, number>> = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 };

/** The first day of a recurring duty, and whether it is the last of its month because the month has no more: then all of them are. */
export interface FirstDue {
  due: IsoDate;
  monthEnd: boolean;
  /** False when months before it are left out for want of that day (30 in February). */
  sure: boolean;
}

/** The first days after the letter's own, one for each weekday or day of the month; none when the letter does not say which. */
export function firstDues(repeating: Repeating, issuedDate: IsoDate | null, leftOut: boolean, hourless: boolean): FirstDue[] {
  if (issuedDate === null || !isRealDate(issuedDate)) return [];
  const { recurrence, weekdays, monthDays } = repeating;
  const plain = (due: IsoDate): FirstDue => ({ due, monthEnd: false, sure: true });
  const next = addDays(issuedDate, 1);
  const weekdayAfter = (wanted: (weekday: number) => boolean): IsoDate => {
    let found = next;
    while (!wanted((dayNumber(found) ?? 0) % 7)) found = addDays(found, 1);
    return found;
  };
  if (recurrence === 'daily') return [plain(next)];
  if (recurrence === 'working-days') return [plain(weekdayAfter((weekday) => weekday < 5))];
  if (recurrence === 'weekly') return weekdays.map((day) => plain(weekdayAfter((weekday) => weekday === (leftOut ? (day + 6) % 7 : day))));
  return monthDays.flatMap((day) => firstInMonths(repeating, day, issuedDate, leftOut, hourless) ?? []);
}

/**
 * The first days of what comes back on days of the year: «trước ngày 30/11 hằng năm», «6 tháng một lần, trước ngày 15/6 và 15/12» (one
 * duty where they are half a year apart, else a yearly one each). `days` are read with any year.
 */
export function firstInYears(days: readonly IsoDate[], recurrence: 'half-yearly' | 'yearly', issuedDate: IsoDate, leftOut: boolean): { recurrence: Recurrence; dues: FirstDue[] } {
  const halves = recurrence === 'half-yearly' && (days.length === 1 || (days.length === 2 && areHalfAYearApart(days[0] ?? '', days[1] ?? '')));
  const first = (day: IsoDate): FirstDue | null => {
    const parts = dayParts(day);
    for (let year = yearOf(issuedDate) - 1; parts && year < yearOf(issuedDate) + 10; year += 1) {
      const date = isoDate(year, parts.month, parts.day);
      const due = isRealDate(date) ? (leftOut ? addDays(date, -1) : date) : null;
      // 29/02, and the day before 01/3, are not the same every year
      if (due !== null && due > issuedDate) return { due, monthEnd: leftOut && parts.day === 1, sure: !(parts.month === 2 && parts.day === 29) };
    }
    return null;
  };
  const dues = days.flatMap((day) => first(day) ?? []);
  if (!halves) return { recurrence: 'yearly', dues };
  const otherHalf = days.flatMap((day) => {
    const parts = dayParts(day);
    const moved = parts ? isoDate(parts.year, ((parts.month + 5) % 12) + 1, parts.day) : '';
    return isRealDate(moved) ? (first(moved) ?? []) : [];
  });
  const [earliest] = [...dues, ...otherHalf].sort((one, other) => (one.due < other.due ? -1 : 1));
  // one day alone does not say whether the other half falls on the same number
  return { recurrence: 'half-yearly', dues: earliest ? [{ ...earliest, sure: earliest.sure && days.length === 2 }] : [] };
}

function areHalfAYearApart(one: IsoDate, other: IsoDate): boolean {
  const [first, second] = [dayParts(one), dayParts(other)];
  return first !== null && second !== null && first.day === second.day && Math.abs(first.month - second.month) === 6;
}

/** Months looked at for a first day: 29/02 comes back after eight years at most. */
const farthestMonth = 100;

function firstInMonths({ recurrence, periodMonth }: Repeating, monthDay: number, issuedDate: IsoDate, leftOut: boolean, hourless: boolean): FirstDue | null {
  const issued = dayParts(issuedDate);
  const period = monthsOf(recurrence);
  if (!issued || period === null || (period > 1 && periodMonth === null)) return null;
  let passedOver = false;
  for (let step = 0; step < farthestMonth; step += 1) {
    const month = issued.month - 1 + step;
    if (period > 1 && (month % period) + 1 !== periodMonth) continue;
    const year = issued.year + Math.floor(month / 12);
    const first = isoDate(year, (month % 12) + 1, 1);
    const end = addDays(isoDate(year + Math.floor(((month % 12) + 1) / 12), ((month + 1) % 12) + 1, 1), -1);
    const wanted = leftOut ? monthDay - 1 : monthDay;
    const due = wanted === 0 ? addDays(first, -1) : isoDate(year, (month % 12) + 1, wanted);
    // «trước ngày 31» of a month of thirty days: kept from its end on it would be taken for the last day of every month
    if (isRealDate(due) && !(leftOut && wanted > 0 && due === end)) {
      // «trước ngày 01» and «ngày 31» are the last day of every month
      if (due > issuedDate) return { due, monthEnd: wanted === 0 || (wanted === 31 && hourless), sure: !passedOver };
    } else if (wanted === 31 && hourless && isRealDate(end) && end > issuedDate) {
      return { due: end, monthEnd: true, sure: true };
    } else {
      passedOver ||= end > issuedDate;
    }
  }
  return null;
}
