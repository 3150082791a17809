import { addDays, dayNumber, dayParts, isoDate, isRealDate, yearOf, type IsoDate } from '../dates.ts';

/** What was read at a place of the folded text, and where it ended. */
export interface ReadPart<T> {
  value: T;
  end: number;
}

/** A day as written: null when it is none of the calendar; `sure` when nothing of it was guessed. */
export interface WrittenDay {
  date: IsoDate | null;
  sure: boolean;
}

// recognised scans give o for 0, l and i for 1
const figure = '[\\doli]';
const dayMonth = new RegExp(`(${figure}{1,2}) ?([/.-]) ?(${figure}{1,2})(?: ?[/.-] ?(${figure}{4}|${figure}{2}))?(?![\\d/%])`, 'y');
const spelled = new RegExp(`(${figure}{1,2}),? ?t[hl][a-z]{2,5} ?(${figure}{1,2})(?:,? ?nam ?(${figure}{4}))?(?!\\d)`, 'y');
const near = /(\d{1,2}),? thang (nay|sau|toi)\b/y;
const hour = /([\do]{1,2}) ?(?:gio|h|g|:) ?([\do]{2})?(?: ?phut)?'?(?: ?(?:gio )?(sang|trua|chieu|toi)\b)?/y;
const hourOnly = /[hg:]/;

const number = (written: string): number => Number(written.replaceAll('o', '0').replace(/[li]/g, '1'));

/** Tries a sticky pattern at a place. */
export function at(pattern: RegExp, folded: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(folded);
}

/** `17/8/2020`, `17-8-20`, `17 tháng 8 năm 2020`, `15/9`, `25 tháng này`; day before month always. Null where no day stands. */
export function readDay(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<WrittenDay> | null {
  const close = at(near, folded, start);
  if (close) return { value: nearDay(Number(close[1]), close[2] === 'nay', issuedDate), end: start + close[0].length };
  const slashed = at(dayMonth, folded, start);
  const match = slashed ?? at(spelled, folded, start);
  if (!match || !/\d/.test(match[0])) return null;
  const [day = '', month = '', year] = slashed ? [match[1], match[3], match[4]] : [match[1], match[2], match[3]];
  // `1.5` is a number, `1.5.2026` a day
  if (slashed?.[2] === '.' && year === undefined) return null;
  const end = start + match[0].length;
  const plain = !/[oli]/.test(day + month + (year ?? ''));
  if (year === undefined) return { value: { date: inNearestYear(number(day), number(month), issuedDate), sure: false }, end };
  const written = isoDate(year.length === 2 ? 2000 + number(year) : number(year), number(month), number(day));
  return { value: { date: isRealDate(written) ? written : null, sure: plain && isRealDate(written) }, end };
}

/** How far ahead, days, the next year's day may be when this year's has passed. */
const ahead = 183;

/** A day without its year: this year's, or next year's when that has passed and the next is near. */
function inNearestYear(day: number, month: number, issuedDate: IsoDate | null): IsoDate | null {
  if (issuedDate === null || !isRealDate(issuedDate)) return null;
  const [thisYear, nextYear] = [0, 1].map((more) => isoDate(yearOf(issuedDate) + more, month, day));
  if (thisYear === undefined || nextYear === undefined) return null;
  const away = (dayNumber(nextYear) ?? Infinity) - (dayNumber(issuedDate) ?? 0);
  if (isRealDate(thisYear) && (thisYear >= issuedDate || away > ahead)) return thisYear;
  return isRealDate(nextYear) && away <= ahead ? nextYear : null;
}

function nearDay(day: number, thisMonth: boolean, issuedDate: IsoDate | null): WrittenDay {
  const parts = issuedDate === null ? null : dayParts(issuedDate);
  if (!parts) return { date: null, sure: false };
  const date = thisMonth ? isoDate(parts.year, parts.month, day) : isoDate(parts.year + (parts.month === 12 ? 1 : 0), (parts.month % 12) + 1, day);
  return { date: isRealDate(date) ? date : null, sure: false };
}

/** `16h00`, `16 giờ 30 phút`, `5 giờ chiều`, `17:00` → `HH:mm`; `24h00` is `24:00`. Null where no hour stands. */
export function readHour(folded: string, start: number): ReadPart<string> | null {
  const match = at(hour, folded, start);
  if (!match || !/\d/.test(match[1] ?? '') || !hourOnly.test(match[0])) return null;
  const [, hours = '', minutes = '00', half] = match;
  let value = number(hours);
  if ((half === 'chieu' || half === 'toi') && value < 12) value += 12;
  if (value > 24 || number(minutes) > 59 || (value === 24 && number(minutes) > 0)) return null;
  // `8 gói`, `5 hồ sơ`: the sign of the hour stands alone
  const end = start + match[0].length;
  if (/[a-z\d]/.test(folded.charAt(end)) && /[a-z]$/.test(match[0])) return null;
  return { value: `${String(value).padStart(2, '0')}:${String(number(minutes)).padStart(2, '0')}`, end };
}

const monthOf = /thang (\d{1,2})(?: ?[/.-] ?(\d{4})| nam (\d{4}))?(?![\d/])/y;
const quarterOf = /quy (iv|iii|ii|i|[1-4])(?: ?[/.-] ?(\d{4})| nam (\d{4}))?(?![a-z\d/])/y;
const yearOnly = /nam (\d{4})(?!\d)/y;

/** The last day of `tháng 12/2026`, `quý IV năm 2026`, `năm 2026`; without its year the next such one after the letter's day. */
export function readPeriodEnd(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<WrittenDay> | null {
  const year = at(yearOnly, folded, start);
  if (year) return lastDayOf(start + year[0].length, Number(year[1]), 12, issuedDate);
  const month = at(monthOf, folded, start);
  if (month) return lastDayOf(start + month[0].length, Number(month[2] ?? month[3] ?? NaN), Number(month[1]), issuedDate);
  const quarter = at(quarterOf, folded, start);
  if (!quarter) return null;
  const which = ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1] ?? '') + 1 || Number(quarter[1]);
  return lastDayOf(start + quarter[0].length, Number(quarter[2] ?? quarter[3] ?? NaN), which * 3, issuedDate);
}

/** The last day before `tháng 6/2027`, `quý II/2027`, `năm 2027` begins. */
export function readBeforePeriod(folded: string, start: number, issuedDate: IsoDate | null): ReadPart<WrittenDay> | null {
  const period = readPeriodEnd(folded, start, issuedDate);
  const parts = period?.value.date == null ? null : dayParts(period.value.date);
  if (!period || !parts) return period;
  const months = /^nam/.test(folded.slice(start)) ? 12 : /^quy/.test(folded.slice(start)) ? 3 : 1;
  return { value: { date: addDays(isoDate(parts.year, parts.month - months + 1, 1), -1), sure: period.value.sure }, end: period.end };
}

function lastDayOf(end: number, writtenYear: number, month: number, issuedDate: IsoDate | null): ReadPart<WrittenDay> {
  const issued = issuedDate === null ? null : dayParts(issuedDate);
  const year = Number.isNaN(writtenYear) ? issued && issued.year + (month < issued.month ? 1 : 0) : writtenYear;
  const first = year && month >= 1 && month <= 12 ? isoDate(year + (month === 12 ? 1 : 0), (month % 12) + 1, 1) : '';
  return { value: { date: isRealDate(first) ? addDays(first, -1) : null, sure: isRealDate(first) && !Number.isNaN(writtenYear) }, end };
}
