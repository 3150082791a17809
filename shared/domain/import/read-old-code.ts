import { oneLine } from '../vietnamese-text.ts';
import { type Cell, cellText } from './cell.ts';
import { type OldNumber, readOldNumber } from './read-old-number.ts';

/** Number and notation of a document: `05/UBND-VP` is 05 and UBND-VP. */
export interface OldCode {
  /** As written, dashes and spaces in order. */
  code: string;
  /** What stands before the first slash, when it begins with a figure; else empty. */
  codeNumber: string;
  codeNotation: string;
}

/** A code with one kind of dash and no spaces around its signs (calendar-and-text §6.3, 10). */
export const tidyCode = (text: string): string =>
  oneLine(text)
    .normalize('NFC')
    .replace(/^(?:số|so)\s*:?\s+(?=\d)|^(?:số|so)\s*:\s*/iu, '')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s*([-/])\s*/g, '$1');

const day = '\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*(?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4}';
/** A day without its year, which has to be named by its word, a bracket or a line of its own. */
const shortDay = '\\d{1,2}\\s*/\\s*\\d{1,2}|\\d{1,2}\\s+tháng\\s+\\d{1,2}';
/** A day behind a code, with a bracket, a comma, a dash, «ngày» or a space between them. */
const dayBehind = new RegExp(`^(.*[\\p{L}\\d])(?:[\\s,;]*[\\s,;(]|\\s+-\\s*|\\s*-\\s+|_|/(?=ngày))\\(?(?:ngày\\s*)?(${day})\\s*\\)?[.;]?$`, 'iu');
const shortDayBehind = new RegExp(`^(.*[\\p{L}\\d])(?:[\\s,;/-]*\\(?ngày\\s*|\\s*\\n\\s*\\(?|\\s*\\()(${shortDay})\\s*\\)?[.;]?$`, 'iu');
/** A day before its code: `4/3/2021 - 12/SYT-NV`, `ngày 4/3/2021, số 12/SYT-NV`. */
const dayBefore = new RegExp(`^(?:ngày\\s*)?(${day})\\s*[\\s,;:)–-]\\s*((?:số\\s*:?\\s*)?\\d[^\\s,;]*[/-]\\s*\\p{L}.*)$`, 'iu');

/** A code and the day written beside it in one cell (`12/STC-NS ngày 04/01/2024`); null where the cell is not of this form. */
export function splitCodeAndDay(text: string): { code: string; day: string } | null {
  if (text.length > 120 || !/\d\s*[/.-]\s*\d|tháng/iu.test(text)) return null;
  const [lines, line] = [text.normalize('NFC').replace(/[‐-―−]/g, '-').trim(), oneLine(text).normalize('NFC').replace(/[‐-―−]/g, '-')];
  const before = dayBefore.exec(line);
  if (before) return { code: before[2] ?? '', day: before[1] ?? '' };
  const parts = dayBehind.exec(line) ?? shortDayBehind.exec(lines);
  if (!parts) return null;
  const code = oneLine(parts[1] ?? '').replace(/[\s,;/(-]*ngày$/iu, '');
  // a bare number is one only where the day is called a day
  return /\d/.test(code) && (/\p{L}/u.test(code) || /ngày/iu.test(line)) ? { code, day: parts[2] ?? '' } : null;
}

/** Whether a cell seems to hold a day beside something else although it could not be split. */
export const mentionsDay = (text: string): boolean => /(?<![\d/.-])\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}(?!\d)|ngày\s*\d/iu.test(text);

/** The code of a dispatch of another office, kept as written. */
export function readOldCode(cell: Cell | undefined): OldCode {
  const code = tidyCode(cellText(cell));
  const parts = /^(\d[\p{L}\p{N}.]{0,9})(?:[/-](.*))?$/u.exec(code);
  return parts ? { code, codeNumber: parts[1] ?? '', codeNotation: (parts[2] ?? '').replace(/^[/-]+/, '') } : { code, codeNumber: '', codeNotation: code };
}

/** The code of one of the office's own letters: its number is a number of the book, with whatever was written after it. */
export function readOwnCode(cell: Cell | undefined): { number: OldNumber; codeNotation: string } {
  if (typeof cell !== 'string') return { number: readOldNumber(cell), codeNotation: '' };
  const code = tidyCode(cell);
  // `125-CV/TU` is how the Party writes it; in `12/1/UBND-VP` the number has a part of its own, in `05/2019/QĐ-UBND` the notation has the year
  const parts = /^(\d{1,7}\p{Ll}?)-(\p{L}.*)$/u.exec(code) ?? /^(\d[^/]*?(?:\/\d{1,3}\p{L}?(?=\/))?)\/((?:\d{4}\/)?\p{L}.*)$/u.exec(code);
  return parts ? { number: readOldNumber(parts[1]), codeNotation: parts[2] ?? '' } : { number: readOldNumber(code), codeNotation: '' };
}
