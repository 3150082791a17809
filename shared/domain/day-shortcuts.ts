import { addDays, dayNumber, dayParts, isoDate, isRealDate, readTypedDate, yearOf, type IsoDate } from './dates.ts';

/** Which way a day without its year, or its month, is meant: a letter's own date lies behind, a due date ahead. */
export type DayLeaning = 'near' | 'past' | 'future';

export interface DayReading {
  today: IsoDate;
  /** The day `+10n` counts from; today when left out. */
  from?: IsoDate | null;
  leaning?: DayLeaning;
}

/** A day and month are taken into the year beside this one only when that is so near, days: else the year is as written on the wall, and looks odd. */
const nextDoor = 120;

/** Farthest a shortcut counts, days: beyond ten years it is a slip of the keyboard. */
const farthest = 3660;

/**
 * Reads what a clerk types for a day: `5`, `5/3`, `0503`, `050326`, `5/3/2026`, `+10n` (ten calendar days on), `-1n` → ISO day.
 * Null when it is no day of the calendar.
 */
export function readDay(typed: string, { today, from, leaning = 'near' }: DayReading): IsoDate | null {
  const text = typed.trim().normalize('NFC').toLowerCase();
  const steps = /^([+-])\s*(\d{1,4})\s*(?:n|ngày|ngay)?$/.exec(text);
  if (steps) {
    const days = Number(steps[2]) * (steps[1] === '-' ? -1 : 1);
    return Math.abs(days) > farthest ? null : addDays(from ?? today, days);
  }
  if (isRealDate(text)) return text;
  const short = /^(\d{2})(\d{2})$/.exec(text);
  const pieces = short ? [short[1] ?? '', short[2] ?? ''] : text.split(/[/.\-\s]+/).filter((piece) => piece !== '');
  const read = readTypedDate(pieces.join('/'), today);
  if (pieces.length > 2 || /^\d{6,}$/.test(pieces[0] ?? '')) return read;
  return pieces.length === 2 ? leanYear(pieces, today, leaning, read) : leanMonth(Number(pieces[0]), today, leaning, read);
}

/** What a text that is no day is answered with. */
export const unreadDay = (typed: string): string => `«${typed.trim()}» không phải là ngày; gõ như 5, 5/3, 050326 hoặc +10n.`;

const wrongWay = (day: IsoDate, today: IsoDate, leaning: DayLeaning): boolean => (leaning === 'past' && day > today) || (leaning === 'future' && day < today);

function leanYear(pieces: readonly string[], today: IsoDate, leaning: DayLeaning, read: IsoDate | null): IsoDate | null {
  if (leaning === 'near' || (read !== null && !wrongWay(read, today, leaning))) return read;
  const other = isoDate(yearOf(today) + (leaning === 'past' ? -1 : 1), Number(pieces[1]), Number(pieces[0]));
  const away = Math.abs((dayNumber(other) ?? Infinity) - (dayNumber(today) ?? 0));
  return away <= nextDoor ? other : read;
}

function leanMonth(day: number, today: IsoDate, leaning: DayLeaning, read: IsoDate | null): IsoDate | null {
  const parts = dayParts(today);
  if (leaning === 'near' || !parts || day < 1 || day > 31 || (read !== null && !wrongWay(read, today, leaning))) return read;
  const by = leaning === 'past' ? -1 : 1;
  // two steps at most: no two months running lack the same day
  for (let step = 1; step <= 2; step += 1) {
    const month = parts.month - 1 + by * step;
    const date = isoDate(parts.year + Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, day);
    if (isRealDate(date)) return date;
  }
  return read;
}
