import { breakLines } from '../../../shared/letter/line-break.ts';
import { lineHeightMm, mmPerPt, textWidthMm } from '../../../shared/letter/text-width.ts';
import { bookPage, bookTypePt } from '../../../shared/report/book-page.ts';

/** What of a column decides how high its cells are. */
export interface SheetColumn {
  header: string;
  widthMm: number;
}

/** One line of the book and the height it is given, mm. */
export interface SheetRow {
  cells: readonly string[];
  cancelled: boolean;
}

/** Rows `from` up to but not `to` stand on one sheet. */
export interface BookSheet {
  from: number;
  to: number;
}

/** Between the ruling and the text at either side, and the ruling itself, mm. */
const cellSideMm = 1;
const rulingMm = 0.3;
/** Above and below the text of a cell together, mm. */
const cellSpaceMm = 5 * mmPerPt;
/** Rows with nothing in them leave room for handwriting. */
const leastRowMm = 22 * mmPerPt;
const bodyMm = bookPage.heightMm - bookPage.topMm - bookPage.bottomMm;

const innerWidthMm = (widthMm: number): number => widthMm - 2 * cellSideMm - rulingMm;

function linesOf(text: string, widthMm: number, sizePt: number, bold: boolean): number {
  // most cells are short: one look at the width is enough for them
  if (!text.includes('\n') && textWidthMm(text, { sizePt, bold }) <= widthMm) return 1;
  return breakLines([{ text, sizePt, bold }], widthMm, widthMm).length;
}

function heightMm(texts: readonly string[], columns: readonly SheetColumn[], sizePt: number, bold: boolean, leastMm: number): number {
  let lines = 1;
  columns.forEach(({ widthMm }, at) => {
    const text = texts[at];
    if (text) lines = Math.max(lines, linesOf(text, innerWidthMm(widthMm), sizePt, bold));
  });
  return Math.max(leastMm, lines * lineHeightMm(sizePt) + cellSpaceMm);
}

/** Height of the two rows of head on every sheet, mm. */
export function headHeightsMm(columns: readonly SheetColumn[]): { titles: number; ordinals: number } {
  return { titles: heightMm(columns.map(({ header }) => header), columns, bookTypePt.head, true, 0), ordinals: lineHeightMm(bookTypePt.ordinal) + cellSpaceMm };
}

// a book grows part by part: what was measured for the earlier ones is not measured again
const measured = new WeakMap<readonly SheetColumn[], WeakMap<SheetRow, number>>();

/** Height of one row on paper, mm: as many lines as its fullest cell takes. */
export function rowHeightMm(row: SheetRow, columns: readonly SheetColumn[]): number {
  const known = measured.get(columns) ?? new WeakMap<SheetRow, number>();
  measured.set(columns, known);
  const height = known.get(row) ?? heightMm(row.cells, columns, bookTypePt.row, false, leastRowMm);
  known.set(row, height);
  return height;
}

/**
 * The row itself, or, when it is higher than a sheet has room for (`roomMm`), the rows it goes on in: lines that do not
 * fit are carried over to the next sheet, none is lost.
 */
export function fittingRows(row: SheetRow, columns: readonly SheetColumn[], roomMm: number): readonly SheetRow[] {
  if (rowHeightMm(row, columns) <= roomMm) return [row];
  const linesAtMost = Math.max(1, Math.floor((roomMm - cellSpaceMm) / lineHeightMm(bookTypePt.row)));
  const cells = columns.map(({ widthMm }, at) => {
    const width = innerWidthMm(widthMm);
    return breakLines([{ text: row.cells[at] ?? '', sizePt: bookTypePt.row }], width, width).map(({ pieces }) => pieces.map(({ text }) => text).join(''));
  });
  const most = cells.reduce((longest, lines) => Math.max(longest, lines.length), 1);
  return Array.from({ length: Math.ceil(most / linesAtMost) }, (_, part) => ({
    cancelled: row.cancelled,
    cells: cells.map((lines) => lines.slice(part * linesAtMost, (part + 1) * linesAtMost).join('\n')),
  }));
}

/** Room for rows on a sheet below the head, mm. */
export const roomBelowMm = (headMm: number): number => bodyMm - headMm;

/**
 * Which rows stand on which sheet of lying A4; a row higher than a sheet stands on one of its own. There is always a
 * sheet, be it only the head. `heightOf` answers mm.
 */
export function paginateBook(rows: number, heightOf: (at: number) => number, headMm: number): BookSheet[] {
  const room = roomBelowMm(headMm);
  const sheets: BookSheet[] = [];
  let from = 0;
  let used = 0;
  for (let at = 0; at < rows; at += 1) {
    const height = heightOf(at);
    if (used + height > room && at > from) {
      sheets.push({ from, to: at });
      from = at;
      used = 0;
    }
    used += height;
  }
  sheets.push({ from, to: rows });
  return sheets;
}
