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
