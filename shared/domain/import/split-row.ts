import type { Cell } from './cell.ts';

/**
 * A line of the printed register whose texts are higher than a row of Excel takes (409 pt, some thirty lines of its type)
 * goes on in the row below. Its texts stand there line by line, so that they can be put together again to the letter:
 * a line broken at a space ends plainly, one broken inside a word or after a hyphen ends with a zero-width space, one
 * that the writer ended himself ends with a plain space.
 */
export const brokenInside = '\u200B';
export const endedByWriter = ' ';

/** Fewest line breaks in a cell that fills a row of Excel: nobody types so many into one that ends there. */
const breaksOfFullCell = 20;

const breaksIn = (text: string): number => text.split('\n').length - 1;

/** Whether a cell is so high that its text may go on in the row below. */
export const isFullCell = (cell: Cell | undefined): cell is string => typeof cell === 'string' && cell.length > breaksOfFullCell && breaksIn(cell) >= breaksOfFullCell;

/** Whether a row holds nothing but what goes on from full cells of the row above. */
export const goesOn = (above: readonly Cell[], below: readonly Cell[]): boolean =>
  below.some((cell) => cell != null) && below.every((cell, column) => cell == null || (typeof cell === 'string' && isFullCell(above[column])));

/** The cells of the rows of one line, put together as they were before they were broken into lines. */
export function joinSplitRows(rows: readonly (readonly Cell[])[]): Cell[] {
  const [first = []] = rows;
  return first.map((cell, column) => (typeof cell === 'string' ? unbroken(rows.map((cells) => cells[column]).filter((part) => typeof part === 'string').join('\n')) : cell));
}

const unbroken = (text: string): string => text.replace(/([ \u200B]?)\n/g, (_, end: string) => (end === brokenInside ? '' : end === endedByWriter ? '\n' : ' '));
