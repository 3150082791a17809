import { foldVietnamese } from '../vietnamese-text.ts';

/**
 * A text as it is searched: no tones, no capitals, no bold marks, one space for many, `\n` between paragraphs only; and for each
 * character of it where it began and ended in the text as given.
 */
export interface FoldedText {
  text: string;
  folded: string;
  starts: number[];
  ends: number[];
}

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF*~]/;
const mark = /^\p{M}$/u;
const space = /\s/;
const listSign = /^[*~]{0,3}(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-–—+•*])[\s*]/iu;
/** A line shorter than this that is followed by a capital was not broken for want of room. */
const shortLine = 60;

/** Folds a text whatever it holds: composed or not, wrapped lines or one paragraph a line. */
export function foldText(text: string): FoldedText {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (letters: string, start: number, end: number): void => {
    for (const letter of letters) {
      out.push(letter);
      starts.push(start);
      ends.push(end);
    }
  };
  let lineStart = 0;
  for (let index = 0; index < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(index) ?? 0);
    const next = index + letter.length;
    if (space.test(letter)) {
      const end = endOfSpace(text, index);
      const line = out.length - lineStart;
      const paragraph = isBreak(text, index, end, out.slice(-tailLength).join(''), line);
      if (paragraph || /[\n\r]/.test(text.slice(index, end))) lineStart = out.length;
      if (out.length > 0) put(paragraph ? '\n' : ' ', index, end);
      index = end;
      continue;
    }
    if (mark.test(letter)) {
      // a mark set after its letter belongs to it
      if (ends.length > 0 && ends.at(-1) === index) ends[ends.length - 1] = next;
    } else if (!invisible.test(letter)) {
      put(plain(letter), index, next);
    }
    index = next;
  }
  return { text, folded: out.join(''), starts, ends };
}

/** One letter folded; en and em dashes become hyphens, so that dates and lists need know one only. */
const plain = (letter: string): string => (/[\u2010-\u2015\u2212]/.test(letter) ? '-' : foldVietnamese(letter));

/** Where a run of white space ends; bold marks between spaces go with it unless they open a line's list sign. */
function endOfSpace(text: string, start: number): number {
  let end = start;
  while (end < text.length && space.test(text.charAt(end))) end += 1;
  return end;
}

/** Words that no line ends with unless it goes on: «trước ngày ⏎ 05/12/2026», «về ⏎ Sở Y tế». */
const unfinished = /(?:^|\s)(?:truoc|ngay|thang|nam|nhat|het|luc|vao|gio|tu|den|trong|ve|cho|cua|va|cac|so|han|la|theo|thu|hang|moi|qua|sau)$/;
/** The same where a blank line stands between, as a page break leaves one: only what a day or an hour must follow. */
const wantsDay = /(?:^|\s)(?:truoc|ngay|thang|nhat|luc|gio)$/;
const tailLength = 8;

function isBreak(text: string, start: number, end: number, tail: string, line: number): boolean {
  const lines = text.slice(start, end).match(/\r\n?|[\n\u2028\u2029]/g)?.length ?? 0;
  if (lines === 0) return false;
  const following = text.slice(end, end + 16);
  const before = tail.slice(-1);
  const small = /^[*~]*\p{Ll}/u.test(following);
  // «05/12/ ⏎ 2026» is one day
  if (lines === 1 && ((before === '/' && /^\d/.test(following)) || unfinished.test(tail))) return false;
  if (lines > 1 && wantsDay.test(tail) && /^(?:\d|[Nn]gày\b|[Tt]háng\b)/.test(following.normalize('NFC'))) return false;
  if (/[.;:!?/]/.test(before) || (listSign.test(following) && before !== '-')) return true;
  if (small) return false;
  return lines >= 2 || line < shortLine;
}

/** Whether the letter at this place of the folded text was a capital. */
export const isCapital = ({ text, starts }: FoldedText, index: number): boolean => /^\p{Lu}/u.test(text.slice(starts[index] ?? text.length, (starts[index] ?? 0) + 2));

/** The text as given between two places of the folded one. */
export const asGiven = ({ text, starts, ends }: FoldedText, start: number, end: number): string => (end > start ? text.slice(starts[start], ends[end - 1]) : '');

/** The same for people: composed, on one line, without bold marks. */
export const asRead = (reading: FoldedText, start: number, end: number): string =>
  asGiven(reading, start, end)
    .normalize('NFC')
    .replace(/[*~\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
