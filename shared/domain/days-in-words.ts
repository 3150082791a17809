import { addDays, dayParts, type IsoDate } from './dates.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const monthOf = (month: number): string => (month < 3 ? two(month) : String(month));

/** `17/8/2020`, `05/02/2021`: a day inside a document, zeros as the decree wants them (PL I, mục II khoản 4). Text that is no day comes back unchanged. */
export function slashDate(day: IsoDate): string {
  const parts = dayParts(day);
  return parts ? `${two(parts.day)}/${monthOf(parts.month)}/${parts.year}` : day;
}

/** Runs of days side by side at least this long are said by their first and last. */
const longRun = 4;

/**
 * Days of the calendar as a document lists them: `ngày 15/8/2020`, `các ngày 15, 16, 17/8/2020`, `các ngày 30, 31/8, 01/9/2020`,
 * `từ ngày 15/8 đến ngày 20/8/2020`. The days come in order; none gives an empty text.
 */
export function daysInWords(days: readonly IsoDate[]): string {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return '';
  if (days.length === 1) return `ngày ${slashDate(first)}`;
  if (days.length >= longRun && days.every((day, at) => at === 0 || day === addDays(days[at - 1] ?? '', 1))) return `từ ngày ${withoutYear(first, last)} đến ngày ${slashDate(last)}`;
  return `các ngày ${shared(days)}`;
}

/** `15/8` before `20/8/2020`; the whole day before one of another year. */
const withoutYear = (day: IsoDate, next: IsoDate): string => (day.slice(0, 4) === next.slice(0, 4) ? slashDate(day).slice(0, -5) : slashDate(day));

/** Month and year are said once for the days that share them. */
function shared(days: readonly IsoDate[]): string {
  return days
    .map((day, at) => {
      const next = days[at + 1];
      if (next === undefined || day.slice(0, 4) !== next.slice(0, 4)) return slashDate(day);
      return day.slice(0, 7) === next.slice(0, 7) ? day.slice(8) : withoutYear(day, next);
    })
    .join(', ');
}
