import { isVisible } from './visible-text.ts';

/** An entry of a list of the page without the dash, the «Kính gửi:» before it and the sign or `./.` after it, which the page sets itself; empty when nothing is left. */
export function listEntry(typed: string): string {
  const text = typed
    .trim()
    .replace(/^(?:[-–—•·*+]\s*)+/u, '')
    .replace(/^(?:kính\s+gửi|nơi\s+nhận)\s*:\s*(?:[-–—•·*+]\s*)*/iu, '')
    .replace(/(?:\.\/\.?|(?<![./])\.|(?<=\.)\/|[;,\s])+$/u, '');
  return isVisible(text) ? text : '';
}

/** An item of a list of the page with its ending, `;` or `.` for the last. */
export const withEnding = (entry: string, last: boolean): string => `${entry}${last ? '.' : ';'}`;
