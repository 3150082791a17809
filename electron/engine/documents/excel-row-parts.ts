import { isRealDate } from '../../../shared/domain/dates.ts';
import { brokenInside, endedByWriter } from '../../../shared/domain/import/split-row.ts';
import { breakLines } from '../../../shared/letter/line-break.ts';
import type { BookForm } from '../../../shared/report/book-form.ts';
import { bookTypePt } from '../../../shared/report/book-page.ts';
import type { PrintedRow } from '../../../shared/report/printed-row.ts';
import { linesInRow, rowPart } from '../../../shared/report/row-parts.ts';

/**
 * The rows that a line of the book goes on in when its texts are higher than Excel takes in one (409 pt): the second and
 * later ones hold nothing but what is left of the texts. `textMm` is the room for text in each column. How a line was broken
 * is told by its end, so that the book can be read back (`split-row.ts`).
 */
export function excelRowParts({ columns }: Pick<BookForm, 'columns'>, { cells, cancelled }: PrintedRow, textMm: readonly number[], linesMax: number): PrintedRow[] {
  const broken = columns.map(({ kind }, at): string[] => {
    const cell = cells[at] ?? null;
    if (typeof cell !== 'string' || (kind === 'date' && isRealDate(cell))) return [];
    const room = textMm[at] ?? 0;
    const lines = breakLines([{ text: cell, sizePt: bookTypePt.row }], room, room);
    let next = 0;
    return lines.map(({ pieces }, place) => {
      const line = pieces.map(({ text }) => text).join('');
      const end = next + line.length;
      const spaces = /^ */.exec(cell.slice(end))?.[0].length ?? 0;
      const writers = cell[end + spaces] === '\n';
      next = end + spaces + (writers ? 1 : 0);
      if (place === lines.length - 1) return line;
      return `${line}${writers ? endedByWriter : spaces === 0 ? brokenInside : ''}`;
    });
  });
  return Array.from({ length: Math.ceil(linesInRow(broken) / linesMax) }, (_, part) => ({
    cancelled,
    // days and counts stay what they are, on the first row
    cells: rowPart(broken, part * linesMax, (part + 1) * linesMax).map((text, at) => (text !== '' ? text : part === 0 && broken[at]?.length === 0 ? (cells[at] ?? null) : null)),
  }));
}
