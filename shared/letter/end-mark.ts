import type { StyledText } from './rich-text.ts';

/** What stands at the end of the content in every sample of the decree (Mẫu 1.1 to 1.10). */
const endMark = './.';

const markInside = /\.\/\.["”’'»)\]\s]*$/u;
const closing = /[\s./;:,*\u00AD\u200B-\u200D\u2060]/u;
const address = /(?:https?:\/\/|www\.)\S*$/iu;

/**
 * The last paragraph of a document with `./.` at its end: once, upright, in place of the stops, marks and stray stars
 * typed there. An ellipsis and the slash of an address stay.
 */
export function withEndMark(runs: readonly StyledText[]): StyledText[] {
  const text = runs.map((run) => run.text).join('');
  let end = text.length;
  while (end > 0 && closing.test(text[end - 1] ?? '')) end -= 1;
  if (end === 0) return [...runs];
  // a star that touches the last word is a footnote's
  while (text[end] === '*') end += 1;
  const tail = text.slice(end);
  const ellipsis = tail.indexOf('...');
  if (ellipsis >= 0) end += ellipsis + 3;
  else if (tail.startsWith('/') && address.test(text.slice(Math.max(0, end - 500), end))) end += 1;
  const kept = cutTo(runs, end);
  if (markInside.test(text.slice(Math.max(0, end - 20), end))) return kept;
  const last = kept.at(-1);
  if (last && !last.bold && !last.italic) return [...kept.slice(0, -1), { ...last, text: last.text + endMark }];
  return [...kept, { text: endMark, bold: false, italic: false }];
}

/** Whether a paragraph holds nothing but marks left over from typing (`-`, `./.`): at the end of a document it is not printed. */
export function isLeftOver(runs: readonly StyledText[]): boolean {
  return runs.every((run) => /^[-–—+•*./;:,\\|\s]*$/u.test(run.text));
}

/** The first `length` characters of styled text. */
function cutTo(runs: readonly StyledText[], length: number): StyledText[] {
  let left = length;
  return runs.flatMap((run) => {
    const text = run.text.slice(0, left);
    left -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
