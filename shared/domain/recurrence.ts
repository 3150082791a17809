import { addDays, dayParts, isoDate, isRealDate, shortDate, weekdayOf, type IsoDate } from './dates.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** How often a duty can come back: every calendar day, every working day, every week, month, quarter, half-year or year. */
export const recurrences = ['daily', 'working-days', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Recurrence = (typeof recurrences)[number];

/** «trước ngày X» leaves X out, «đến hết ngày X» takes it in. */
export type DueBound = 'before' | 'through';

/** What an office takes «trước ngày X» for: due at the end of the day before, or on X itself. «Trước 16h00 ngày X» is that instant for all. */
export type BeforeMeans = 'day-before' | 'same-day';

/** The first due day, how it comes back, and the last day that may be one; null of a single duty, and of one that has no end yet. */
export interface RecurringDue {
  due: IsoDate;
  /** With `bound` «before» and no hour, a first day at the end of its month stands before the 1st: so do all the others. */
  bound?: DueBound | null;
  time?: string | null;
  recurrence: Recurrence | null;
  until: IsoDate | null;
}

/** Most due days of one duty: thirteen years of daily reports. */
export const mostRecurringDays = 5_000;

/** How far ahead of today the days of a duty without an end are made, days; the next one is there in any case. */
export const daysMadeAhead = 31;

/**
 * Every day on which a duty falls due, in order, `until` included; none of a monthly duty drifts: the 31st is the last day of shorter
 * months and the 31st again afterwards, and «trước ngày 01» the last day of every month. Days off move nothing but for `working-days`, which knows working days only.
 * Throws a RangeError without `until`, with `until` before `due`, and above `mostRecurringDays`.
 */
export function daysOfRecurrence(recurring: RecurringDue, calendar: WorkCalendar): IsoDate[] {
  const { due, recurrence, until } = recurring;
  if (!isRealDate(due)) throw new RangeError(`not a date: ${due}`);
  if (recurrence === null) return [due];
  if (until === null || !isRealDate(until) || until < due) throw new RangeError(`a recurring duty from ${due} has no last day: ${until}`);
  const days: IsoDate[] = [];
  for (const day of daysFrom(recurring, recurrence, calendar)) {
    if (day > until) break;
    if (days.length === mostRecurringDays) throw new RangeError(`more than ${mostRecurringDays} days from ${due} until ${until}`);
    days.push(day);
  }
  return days;
}

/**
 * The days of a duty without an end that are to be there today: all until `daysMadeAhead`, and in any case the first one behind
 * today. Throws a RangeError above `mostRecurringDays`.
 */
export function daysSoFar(recurring: Omit<RecurringDue, 'until' | 'recurrence'> & { recurrence: Recurrence }, today: IsoDate, calendar: WorkCalendar): IsoDate[] {
  const { due, recurrence } = recurring;
  if (!isRealDate(due)) throw new RangeError(`not a date: ${due}`);
  const horizon = addDays(today, daysMadeAhead);
  const days: IsoDate[] = [];
  for (const day of daysFrom(recurring, recurrence, calendar)) {
    if (day > horizon && (days.at(-1) ?? '') > today) break;
    if (days.length === mostRecurringDays) throw new RangeError(`more than ${mostRecurringDays} days from ${due} until ${horizon}`);
    days.push(day);
  }
  return days;
}

/** Every day of a duty in order, for ever; after 31/12/9999 days have five figures of a year and are no days any more. */
function* daysFrom({ due, bound, time }: Pick<RecurringDue, 'due' | 'bound' | 'time'>, recurrence: Recurrence, calendar: WorkCalendar): Generator<IsoDate> {
  const beforeFirst = isMonthEnd({ due, ...(bound !== undefined && { bound }), ...(time !== undefined && { time }) });
  for (let step = 0; ; step += 1) {
    const day = beforeFirst ? addDays(dayAt(addDays(due, 1), recurrence, step), -1) : dayAt(due, recurrence, step);
    if (day.length > due.length) return;
    if (recurrence !== 'working-days' || calendar.isWorkingDay(day)) yield day;
  }
}

/** Whether a first due day stands for the last day of every month: the one before the 1st, with no hour. */
export const isMonthEnd = ({ due, bound, time }: { due: IsoDate; bound?: DueBound | null; time?: string | null }): boolean =>
  bound === 'before' && (time ?? null) === null && isRealDate(due) && addDays(due, 1).endsWith('-01');

function dayAt(due: IsoDate, recurrence: Recurrence, step: number): IsoDate {
  switch (recurrence) {
    case 'daily':
    case 'working-days':
      return addDays(due, step);
    case 'weekly':
      return addDays(due, step * 7);
    case 'monthly':
      return addMonths(due, step);
    case 'quarterly':
      return addMonths(due, step * 3);
    case 'half-yearly':
      return addMonths(due, step * 6);
    case 'yearly':
      return addMonths(due, step * 12);
  }
}

/** The same day so many months on, or the last day of a month that is shorter. */
function addMonths(date: IsoDate, months: number): IsoDate {
  const parts = dayParts(date);
  if (!parts) throw new RangeError(`not a date: ${date}`);
  const month = parts.month - 1 + months;
  const firstOfNext = isoDate(parts.year + Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1);
  const last = addDays(firstOfNext, -1);
  const sameDay = last.slice(0, 8) + date.slice(8);
  return sameDay < last ? sameDay : last;
}

const repeated: Record<Recurrence, string> = { daily: 'hằng ngày', 'working-days': 'mỗi ngày làm việc', weekly: 'mỗi tuần', monthly: 'mỗi tháng', quarterly: 'mỗi quý', 'half-yearly': 'mỗi nửa năm', yearly: 'hằng năm' };

/** `16 giờ 00` of `16:00`. */
export const hourInWords = (time: string): string => time.replace(/^0(?=\d)/, '').replace(':', ' giờ ');

/** `16 giờ 00 hằng ngày`, `mỗi tuần`; with the first due day also which: `Thứ Sáu mỗi tuần`, `ngày 25 mỗi tháng`, `ngày cuối mỗi tháng`. */
export function recurrenceInWords(recurrence: Recurrence, time: string | null, due?: IsoDate, bound: DueBound | null = null): string {
  const parts = due === undefined ? null : dayParts(due);
  const day = parts && due !== undefined ? whichDay(recurrence, due, parts, isMonthEnd({ due, bound, time })) : '';
  return [time === null ? '' : hourInWords(time), day, repeated[recurrence]].filter((part) => part !== '').join(' ');
}

function whichDay(recurrence: Recurrence, due: IsoDate, { day, month }: { day: number; month: number }, monthEnd: boolean): string {
  if (recurrence === 'weekly') return weekdayOf(due);
  const which = monthEnd ? 'ngày cuối' : `ngày ${day}`;
  if (recurrence === 'monthly') return which;
  if (recurrence === 'quarterly') return `${which} tháng thứ ${['nhất', 'hai', 'ba'][(month - 1) % 3]}`;
  if (recurrence === 'half-yearly') return `${which} tháng ${((month - 1) % 6) + 1} và tháng ${((month - 1) % 6) + 7},`;
  return recurrence === 'yearly' ? `${which} tháng ${month}` : '';
}

/**
 * The last day that counts, said so that nobody takes it for the day after: `trước ngày 17/08/2020 (hết ngày 16/08/2020)`,
 * `đến hết ngày 16/08/2020`, `trước 16 giờ 00 ngày 16/08/2020`. `due` is the last day that counts, whatever the letter wrote.
 */
export function lastDayInWords({ due, time, bound }: { due: IsoDate; time: string | null; bound: DueBound | null }): string {
  const day = shortDate(due);
  if (time !== null) return `${bound === 'before' ? 'trước ' : bound === 'through' ? 'chậm nhất ' : ''}${hourInWords(time)} ngày ${day}`;
  if (bound === 'before' && isRealDate(due)) return `trước ngày ${shortDate(addDays(due, 1))} (hết ngày ${day})`;
  return bound === 'through' ? `đến hết ngày ${day}` : `trong ngày ${day}`;
}
