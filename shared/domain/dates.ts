/** A date is the ISO local day `YYYY-MM-DD`; no time zone takes part anywhere. */
export type IsoDate = string;

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})$/;

export interface DayParts {
  year: number;
  month: number;
  day: number;
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days of a month (1–12), leap years counted. */
function daysInMonth(year: number, month: number): number {
  return month === 2 && leap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

/** The parts of an ISO day, or null when it is not a day of the calendar (30/02, month 13, year below 1900). */
export function dayParts(date: string): DayParts | null {
  const match = isoPattern.exec(date);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return { year, month, day };
}

/** Whether the text is a real day written `YYYY-MM-DD`. */
export const isRealDate = (date: string): boolean => dayParts(date) !== null;

/** `Ngày đến «2026-02-30» không có trong lịch`, to be gone on with. */
export const notInCalendar = (name: string, day: string): string => `${name} «${day}» không có trong lịch`;

/** What a call is told of a day that is not in the calendar. */
export const unrealDaySentence = (name: string, day: string): string => `${notInCalendar(name, day)}; ghi ngày có thật, dạng năm-tháng-ngày.`;

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY-MM-DD` of year, month, day. */
export const isoDate = (year: number, month: number, day: number): IsoDate => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

/** `14/08/2020`, as dates stand on screen. Text that is no date comes back unchanged. */
export function shortDate(date: string): string {
  const parts = dayParts(date);
  return parts ? `${two(parts.day)}/${two(parts.month)}/${parts.year}` : date;
}

/**
 * `ngày 05 tháng 3 năm 2026`: days below 10 and months 1 and 2 take a leading zero, other months do not
 * (NĐ 30/2020, PL I, mục II khoản 4).
 */
export function officialDate(date: IsoDate): string {
  const parts = dayParts(date);
  if (!parts) throw new RangeError(`not a date: ${date}`);
  const month = parts.month < 3 ? two(parts.month) : String(parts.month);
  return `ngày ${two(parts.day)} tháng ${month} năm ${parts.year}`;
}

/** Days from 01/01/1900 to an ISO day, or null when it is no day of the calendar. */
export function dayNumber(date: IsoDate): number | null {
  const parts = dayParts(date);
  return parts && Date.UTC(parts.year, parts.month - 1, parts.day) / 86_400_000 + 25_567;
}

/** The ISO day that many days later (earlier when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  const parts = dayParts(date);
  if (!parts) throw new RangeError(`not a date: ${date}`);
  const day = new Date(Date.UTC(parts.year, parts.month - 1, parts.day + days));
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** The Monday that begins the week of an ISO day; 01/01/1900 was one. */
export const mondayOf = (day: IsoDate): IsoDate => addDays(day, -((dayNumber(day) ?? 0) % 7));

/** The year of an ISO day. */
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** The local day of a clock's instant: what the calendar on the wall says, whatever TZ is. */
export const localDay = (now: Date): IsoDate => isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate());

/** The local instant `YYYY-MM-DDTHH:mm:ss` of a clock, for histories. */
export const localInstant = (now: Date): string => `${localDay(now)}T${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;

/** `09:15 ngày 20/11/2026` of a local instant. */
export const instantInWords = (at: string): string => `${at.slice(11, 16)} ngày ${shortDate(at.slice(0, 10))}`;

/**
 * Reads what a clerk types: `5`, `5/3`, `5/3/2026`, `05-03-26`, `050326`, `05032026` → ISO day.
 * Missing month and year come from `today`. Null when it is no day of the calendar.
 */
export function readTypedDate(typed: string, today: IsoDate): IsoDate | null {
  const base = dayParts(today);
  const text = typed.trim();
  if (!base || text === '') return null;
  if (isRealDate(text)) return text;
  const digits = /^\d{6}$|^\d{8}$/.exec(text);
  const pieces = digits ? [text.slice(0, 2), text.slice(2, 4), text.slice(4)] : text.split(/[/.\-\s]+/);
  if (pieces.length > 3 || pieces.some((piece) => !/^\d{1,4}$/.test(piece))) return null;
  const day = Number(pieces[0]);
  const month = pieces[1] === undefined ? base.month : Number(pieces[1]);
  const yearText = pieces[2];
  if (yearText !== undefined && yearText.length !== 2 && yearText.length !== 4) return null;
  const year = yearText === undefined ? base.year : yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const date = isoDate(year, month, day);
  return isRealDate(date) ? date : null;
}

const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/** `Thứ Sáu` for an ISO day. */
export function weekdayOf(date: IsoDate): string {
  const parts = dayParts(date);
  if (!parts) return '';
  return weekdays[new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay()] ?? '';
}
