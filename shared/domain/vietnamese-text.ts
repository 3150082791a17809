import { remembered } from './remembered.ts';

/** Look-alikes of Đ that bad data carries (Ð U+00D0 eth, Ɖ U+0189 african d). */
const etaLike = /[ÐƉ]/g;
// what a word processor or a database cannot hold: C0 and C1 controls but for tab and line feed, the two
// non-characters of the plane, byte order marks and bidirectional overrides (they reverse what is printed)
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** A sign that has to go, another kind of line end, or one of a pair that only a longer look tells from a lone one. */
const doubtful = new RegExp(`[\\r\\u2028\\u2029\\uD800-\\uDFFF]|${forbidden.source}`);
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What was kept of a text, and how many characters that no document can hold were left out. */
export interface CleanText {
  text: string;
  removed: number;
}

/** NFC, one kind of line end, and without control characters and lone surrogates; the rest stays as typed. */
export function cleanText(raw: string): CleanText {
  // nearly every text is clean, and every field of every entry comes by here
  if (!doubtful.test(raw)) return { text: raw.normalize('NFC'), removed: 0 };
  const lines = raw.replace(/\r\n?|\u2028|\u2029/g, '\n');
  const whole = lines.replace(loneSurrogate, '').replace(forbidden, '');
  return { text: whole.normalize('NFC'), removed: lines.length - whole.length };
}

/**
 * The form in which Vietnamese texts are compared and found: lower case, no tones or marks, đ as d.
 * Only for matching; what is stored keeps its tones (calendar-and-text §6.3).
 */
export const foldVietnamese = (text: string): string => text.replace(/[^\x00-\x7F]/gu, foldedLetter).toLowerCase();

// letter by letter from a table that fills itself: the books hold millions of words and few different letters
const foldedLetter = remembered(20_000, (letter) =>
  letter
    .replace(etaLike, 'Đ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase(),
);

/** Vietnamese capitals (`toLocaleUpperCase` knows them all; SQLite and CSS do not always). */
export const upperVietnamese = (text: string): string => text.toLocaleUpperCase('vi');

/** Vietnamese small letters. */
export const lowerVietnamese = (text: string): string => text.toLocaleLowerCase('vi');

/** Spaces of any kind become one plain space; ends trimmed. For single-line fields. */
export const oneLine = (text: string): string => (unevenSpace.test(text) ? text.replace(/[\s\u00A0\u200B]+/g, ' ').trim() : text);

/** A space that is not a plain one between two words: most texts have none. */
const unevenSpace = /[^\S ]|\u200B| {2}|^ | $/;
