import { type IsoDate, isRealDate, isoDate, yearOf } from '../dates.ts';
import { foldVietnamese, oneLine } from '../vietnamese-text.ts';
import { type Cell, cellText, isDayCell, isFaultCell } from './cell.ts';

/** What a date cell means: a day, nothing at all, or why it cannot be told. */
export type OldDate = { date: IsoDate } | { empty: true } | { unclear: string };

/** What the rows around a date say about its year. */
export interface YearContext {
  /** The year of the book, when its title or the rows above name it. */
  year: number | null;
  /** The year the program runs in: nothing was written much later. */
  thisYear: number;
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

const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d.*)?$/;
const dayFirst = /^(\d{1,2}) ?[-/.\\,] ?(\d{1,2})(?: ?[-/.\\,] ?(\d{4}|\d{2}))?[.,;]?(?: \d{1,2}[:hg].*)?$/;
const inWords = /^(?:ngay )?(\d{1,2}) ?(?:thang|th|t) ?(\d{1,2})(?:,? ?(?:nam )?(\d{4}|\d{2}))?$/;
const run = /^(\d{2})(\d{2})(\d{4})$/;
const isoRun = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** `14-Aug-20`, `14 Aug 2020`, `14-thg 8-20`; `Aug 14, 2020`: the month is named, nothing can be swapped. */
const named = /^(\d{1,2})[-/. ]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:thg|thang) ?\d{1,2})[a-z]*[-/., ]*(\d{4}|\d{2})$/;
const namedFirst = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[. ]+(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4}|\d{2})$/;
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthOf = (name: string): number => (/\d/.test(name) ? Number(/\d+/.exec(name)?.[0]) : monthNames.indexOf(name.slice(0, 3)) + 1);
/** What stands behind a day and is none of it: «14/8/2020 (chiều)». */
const halfDay = / ?\(?(?:buoi )?(?:sang|trua|chieu|toi)\)?$/;

/**
 * Reads a date as offices have written it: days of the sheet, Excel's count, `5/3/19`, `05-03-2019`, `5.3.19`, `5/3` (the
 * year is the book's), `ngày 5 tháng 3 năm 2019`, `2019-03-05`. Always day before month: nothing is ever swapped to fit.
 */
export function readOldDate(cell: Cell | undefined, context: YearContext): OldDate {
  if (cell == null) return { empty: true };
  if (isFaultCell(cell)) return { unclear: cell.fault };
  if (isDayCell(cell)) return plausible(cell.date, context);
  const text = oneLine(cellText(cell));
  if (text === '' || /^[-–_.…/\s]+$/.test(text)) return { empty: true };
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return readCount(Number(text), text, context);
  const folded = foldVietnamese(text).replace(/^(?:ngay|chu nhat|thu (?:hai|ba|tu|nam|sau|bay|[2-7])),? (?=\d|ngay )/, '').replace(/^ngay (?=\d)/, '').replace(halfDay, '');
  const year = iso.exec(folded);
  if (year) return real(Number(year[3]), Number(year[2]), Number(year[1]), text, context);
  const whole = isoRun.exec(folded);
  if (whole) return real(Number(whole[3]), Number(whole[2]), Number(whole[1]), text, context);
  const [, before = '', month1 = '', year1 = ''] = named.exec(folded) ?? [];
  if (year1 !== '') return real(Number(before), monthOf(month1), fullYear(year1, context), text, context);
  const [, month2 = '', day2 = '', year2 = ''] = namedFirst.exec(folded) ?? [];
  if (year2 !== '') return real(Number(day2), monthOf(month2), fullYear(year2, context), text, context);
  const parts = dayFirst.exec(folded) ?? inWords.exec(folded) ?? run.exec(folded);
  if (!parts) return { unclear: `«${shorten(text)}» không đọc được là ngày nào; ghi ngày/tháng/năm, như 05/03/2019` };
  const [, day, month, written] = parts;
  if (written === undefined && context.year === null) return { unclear: `«${text}» không có năm, mà tiêu đề của bảng cũng không ghi năm` };
  return real(Number(day), Number(month), written === undefined ? (context.year ?? 0) : fullYear(written, context), text, context);
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
  const reason = month > 12 && day <= 12 ? `không có tháng ${month}; ngày viết trước tháng` : month < 1 || month > 12 ? `không có tháng ${month}` : year < 1900 ? `không có năm ${year}` : `tháng ${month}/${year} không có ngày ${day}`;
  return { unclear: `«${text}» không có trong lịch: ${reason}` };
}

function plausible(date: IsoDate, { thisYear }: YearContext): OldDate {
  const year = yearOf(date);
  if (year < oldestYear) return { unclear: `năm ${year} quá xa, chưa có sổ nào` };
  if (year > thisYear + 1) return { unclear: `năm ${year} chưa tới` };
  return { date };
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
