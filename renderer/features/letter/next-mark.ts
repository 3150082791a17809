import { pointLetters } from '../../../shared/letter/rich-text.ts';

/** The mark a paragraph begins with (`2.`, `1.2.`, `b)`, `-`, `+`), or null. */
export function markOf(text: string): string | null {
  return /^\s*(\d{1,3}(?:\.\d{1,3})*\.|[a-zđ]\)|[-–]|\+)(?=\s|$)/.exec(text)?.[1] ?? null;
}

/** Whether the paragraph holds a mark and nothing after it. */
export const isBareMark = (text: string): boolean => {
  const mark = markOf(text);
  return mark !== null && text.trim() === mark;
};

/** The mark that follows: `2.` → `3.`, `1.2.` → `1.3.`, `d)` → `đ)`; after the last letter there is none. */
export function nextMark(text: string): string | null {
  const mark = markOf(text);
  if (mark === null) return null;
  if (/^\d/.test(mark)) {
    const parts = mark.slice(0, -1).split('.');
    const last = Number(parts.pop());
    return [...parts, String(last + 1)].join('.') + '.';
  }
  if (!mark.endsWith(')')) return mark;
  const at = pointLetters.indexOf(mark.slice(0, -1));
  const letter = at < 0 ? undefined : pointLetters[at + 1];
  return letter === undefined ? null : `${letter})`;
}

/** What a person types at the head of a paragraph to number it by hand: a number, a letter, a sign, or the head of a part. */
const typedMark =
  /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]|\(?[A-Za-zĐđ][.)]|[IVXLC]{1,7}\.|[-–+]|(?:Điều|Mục|Tiểu mục|Khoản)\s\d{1,3}[a-zđ]?\.?|(?:Chương|Mục|Phần)\s[IVXLC]{1,7}\.?|Phần thứ\s\p{L}+)(?=\s|$)/u;

/**
 * How far the automatic mark reaches that a mark typed by hand stands beside (`2. a) ` → the `2. `; `a) 2. ` → the `2. `),
 * as offsets of the paragraph's text; null when none does. `at` is where the automatic mark stands; `ended` when the
 * paragraph is finished, so that a mark at its very end counts too.
 */
export function overtypedMark(text: string, at: number, ended = false): { from: number; to: number } | null {
  const automatic = markOf(text.slice(at));
  if (automatic === null) return null;
  const to = at + text.slice(at).indexOf(automatic) + automatic.length;
  const space = /^\s*/.exec(text.slice(to))?.[0].length ?? 0;
  const isMark = (typed: string, rest: string): boolean => typed !== '' && (rest !== '' || ended);
  if (at === 0) {
    const typed = typedMark.exec(text.slice(to + space))?.[0] ?? '';
    return isMark(typed, text.slice(to + space + typed.length)) ? { from: 0, to: to + space } : null;
  }
  const before = text.slice(0, at).trim();
  return typedMark.exec(before)?.[0] === before ? { from: at, to: to + space } : null;
}
