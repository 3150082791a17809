import { type IsoDate, isRealDate, isoDate, shortDate, yearOf } from '../dates.ts';
import { foldVietnamese, oneLine } from '../vietnamese-text.ts';
import { type Cell, cellText, isDayCell, isFaultCell } from './cell.ts';

/** What a date cell means: a day, nothing at all, or why it cannot be told. */
export type OldDate = ReadDay | { empty: true } | { unclear: string };

/** A day, what is to be said of how it was read, and why it is no more than likely. */
interface ReadDay {
  date: IsoDate;
  remark?: string;
  unsure?: string;
}

/** What the rows around a date say about its year. */
export interface YearContext {
  /** The year of the book, when its title or the rows above name it. */
  year: number | null;
  /** The year the program runs in: nothing was written much later. */
  thisYear: number;
  /** The year of the line before, for a day without one where the book names none. */
  yearAbove?: number | null;
  /** The year that the file's name tells: no more than likely. */
  proposed?: number | null;
  /** What the whole column says of the order of day and month; left out, the day stands first. */
  order?: DayOrder;
}

/** Days Excel may count to when a date lost its format: 01/01/1945 to 31/12/2099. */
const serialFrom = 16_438;
const serialTo = 73_050;
const oldestYear = 1945;

/** The day Excel's count names (day 1 is 01/01/1900, and it has a 29/02/1900 of its own); null outside 1900–9999. */
export function daySerial(serial: number, since1904 = false): IsoDate | null {
  const whole = Math.floor(serial) + (since1904 ? 1462 : 0);
  if (whole < 1 || whole > 2_958_465 || whole === 60) return null;
  const day = new Date(Date.UTC(1899, 11, 30 + whole + (whole < 60 ? 1 : 0)));
  return isoDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate());
}

/** How a column writes its days where the figures alone do not tell: a day of 1 to 12 may be the month. */
export interface DayOrder {
  /** How `3/4` is read; `ask` where the column writes both ways and nobody has said which. */
  ambiguous: 'day-first' | 'month-first' | 'ask';
  /** Why that is no more than likely, null where it is sure. */
  unsure: string | null;
}

/** A pair of figures with marks between them is unmistakable one way, the other way, or neither. */
export type DayOrderSeen = 'day-first' | 'month-first' | 'ambiguous';

const mark = '[-/.\\\\,]{1,2}';
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d.*)?$/;
const figures = new RegExp(`^(\\d{1,2}) ?${mark} ?(\\d{1,2})(?: ?${mark} ?(\\d{4}|\\d{2}))?[.,;]?(?: \\d{1,2}[:hg].*)?$`);
const run = /^(\d{2})(\d{2})(\d{4})$/;
const isoRun = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const englishMonths = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const englishBeginnings = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const vietnameseMonths = ['mot', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi', 'muoi mot', 'muoi hai'];
const monthsInWords: Readonly<Record<string, number>> = { gieng: 1, chap: 12, ...Object.fromEntries(vietnameseMonths.map((name, place) => [name, place + 1])) };
const inWords = /^(\d{1,2})[-/. ]*(?:thang|thg|th|t)[. ]*(\d{1,2}|muoi mot|muoi hai|[a-z]{2,5})(?:[-/., ]+(?:nam )?(\d{4}|\d{2}))?[.,;]?$/;
/** `14-Aug-20`, `14 Aug 2020`; `Aug 14, 2020`: the month is named, nothing can be swapped. */
const named = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[-/., ]*(${englishMonths})[-/., ]*(\\d{4}|\\d{2})[.,;]?$`);
const namedFirst = new RegExp(`^(${englishMonths})[-/. ]+(\\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\\d{4}|\\d{2})[.,;]?$`);
/** What stands around a day and is none of it: the day of the week, «buổi chiều», «(chiều)». */
const beforeDay = /^(?:\(?(?:buoi )?(?:sang|trua|chieu|toi)\)?,? |(?:chu nhat|cn|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]),? |ngay )+(?=\d|[a-z]{3,9} \d)/;
const halfDay = /[ ,]*\(?(?:buoi )?(?:sang|trua|chieu|toi)\)?[.,;]?$/;

const foldedDay = (text: string): string => foldVietnamese(oneLine(text)).replace(beforeDay, '').replace(halfDay, '');

/** Which way a text writes day and month; null when it is no such pair of figures. `5/5` tells nothing and needs nothing. */
export function dayOrderOf(text: string): DayOrderSeen | null {
  if (text.length > 60 || !/^\D*\d{1,2} ?[-/.\\,]/.test(text)) return null;
  const [, first, second] = figures.exec(foldedDay(text)) ?? [];
  const [one, other] = [Number(first), Number(second)];
  if (first === undefined || one === other || one < 1 || other < 1) return null;
  if (one > 12) return other > 12 ? null : 'day-first';
  return other > 12 ? (other > 31 ? null : 'month-first') : 'ambiguous';
}

/**
 * Reads a date as offices have written it: days of the sheet, Excel's count, `5/3/19`, `05-03-2019`, `5.3.19`, `5/3` (the
 * year is the book's, and said to be unsure), `ngày 5 tháng 3 năm 2019`, `14-thg 8-20`, `14-Aug-20`, `20200814`,
 * `2019-03-05`. Day before month, unless the order that its column tells is another; a day of neither order is unclear.
 */
export function readOldDate(cell: Cell | undefined, context: YearContext): OldDate {
  if (cell == null) return { empty: true };
  if (isFaultCell(cell)) return { unclear: cell.fault };
  if (isDayCell(cell)) return plausible(cell.date, context);
  const text = oneLine(cellText(cell));
  if (text === '' || /^[-–_.…/\s]+$/.test(text)) return { empty: true };
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return readCount(Number(text), text, context);
  const folded = foldedDay(text);
  const year = iso.exec(folded) ?? isoRun.exec(folded);
  if (year) return real(Number(year[3]), Number(year[2]), Number(year[1]), text, context);
  const english = named.exec(folded);
  if (english) return real(Number(english[1]), englishMonth(english[2]), fullYear(english[3] ?? '', context), text, context);
  const englishFirst = namedFirst.exec(folded);
  if (englishFirst) return real(Number(englishFirst[2]), englishMonth(englishFirst[1]), fullYear(englishFirst[3] ?? '', context), text, context);
  const pair = figures.exec(folded);
  const words = pair ? null : inWords.exec(folded);
  const parts = pair ?? words ?? run.exec(folded);
  const month = words ? (monthsInWords[words[2] ?? ''] ?? Number(words[2])) : Number(parts?.[2]);
  if (!parts || Number.isNaN(month)) return { unclear: `«${shorten(text)}» không đọc được là ngày nào; ghi ngày/tháng/năm, như 05/03/2019` };
  const written = parts[3];
  const taken = context.year ?? context.yearAbove ?? context.proposed ?? null;
  if (written === undefined && taken === null && !isRealDate(isoDate(2000, month, Number(parts[1]))) && !isRealDate(isoDate(2000, Number(parts[1]), month))) return real(Number(parts[1]), month, 2000, text, context);
  if (written === undefined && taken === null) return { unclear: `«${text}» không có năm, mà tiêu đề của bảng, tên trang, tên tệp cũng không ghi năm` };
  const whole = written === undefined ? (taken ?? 0) : fullYear(written, context);
  const read = pair ? inOrder(Number(parts[1]), month, whole, text, context) : real(Number(parts[1]), month, whole, text, context);
  if (!('date' in read)) return read;
  const doubled = pair !== null && /[-/.\\,]{2}/.test(folded.replace(/[.,;]+$/, '')) ? `«${shorten(text)}» thừa dấu, được đọc là ${shortDate(read.date)}` : null;
  return {
    ...read,
    ...(doubled !== null && { remark: doubled }),
    ...(written === undefined && { unsure: `«${shorten(text)}» không ghi năm, được hiểu là năm ${whole}${context.year === null && whole === context.proposed ? ' theo tên tệp' : ''}` }),
  };
}

const englishMonth = (name = ''): number => englishBeginnings.indexOf(name.slice(0, 3)) + 1;

/** Two figures and a year in the order their column tells. Without a told order the day stands first. */
function inOrder(first: number, second: number, year: number, text: string, context: YearContext): OldDate {
  const { order } = context;
  const monthFirst = first <= 12 && second > 12;
  if (order === undefined || first > 12 || first === second) return real(first, second, year, text, context);
  if (monthFirst) {
    const read = real(second, first, year, text, context);
    // in a column of that order it is as usual, among days written the other way it is worth a word
    return 'date' in read && order.ambiguous !== 'month-first' ? { ...read, remark: `«${shorten(text)}» ghi tháng trước ngày, được đọc là ${shortDate(read.date)}` } : read;
  }
  const [one, other] = [isoDate(year, second, first), isoDate(year, first, second)];
  // what is no day either way has nothing to ask
  if (order.ambiguous === 'ask' && (isRealDate(one) || isRealDate(other))) {
    return { unclear: `«${shorten(text)}» có thể là ${shortDate(one)} hay ${shortDate(other)}: cột này có cả ngày ghi tháng trước; chọn cách ghi ngày tháng rồi nhập lại` };
  }
  const read = order.ambiguous === 'month-first' ? real(second, first, year, text, context) : real(first, second, year, text, context);
  return 'date' in read && order.unsure !== null ? { ...read, unsure: order.unsure } : read;
}

/** 97 is 1997, 19 is 2019: no later than the year after the book's, or than next year. */
function fullYear(written: string, { year, thisYear }: YearContext): number {
  const number = Number(written);
  if (written.length === 4) return number;
  return 2000 + number <= (year ?? thisYear) + 1 ? 2000 + number : 1900 + number;
}

function readCount(serial: number, text: string, context: YearContext): OldDate {
  const date = serial >= serialFrom && serial <= serialTo ? daySerial(serial) : null;
  return date === null ? { unclear: `«${text}» không phải là ngày; ghi ngày/tháng/năm, như 05/03/2019` } : plausible(date, context);
}

function real(day: number, month: number, year: number, text: string, context: YearContext): OldDate {
  const date = isoDate(year, month, day);
  if (isRealDate(date)) return plausible(date, context);
  const reason = month > 12 && day <= 12 && !/^\d{4}/.test(text) ? `không có tháng ${month}; ngày viết trước tháng` : month < 1 || month > 12 ? `không có tháng ${month}` : year < 1900 ? `không có năm ${year}` : `tháng ${month}/${year} không có ngày ${day}`;
  return { unclear: `«${text}» không có trong lịch: ${reason}` };
}

function plausible(date: IsoDate, { thisYear }: YearContext): OldDate {
  const year = yearOf(date);
  if (year < oldestYear) return { unclear: `năm ${year} quá xa, chưa có sổ nào` };
  if (year > thisYear + 1) return { unclear: `năm ${year} chưa tới` };
  return { date };
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
