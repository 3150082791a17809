import { breakLines } from '../../../shared/letter/line-break.ts';
import { lineHeightMm, mmPerPt, textWidthMm } from '../../../shared/letter/text-width.ts';
import { bookPage, bookTypePt, unbrokenLinesMax } from '../../../shared/report/book-page.ts';
import { linesInRow, rowPart } from '../../../shared/report/row-parts.ts';

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
/** A row that goes on over a sheet leaves at least so many lines on either side. */
const leastPartLines = 3;

const innerWidthMm = (widthMm: number): number => widthMm - 2 * cellSideMm - rulingMm;

function linesOf(text: string, widthMm: number, sizePt: number, bold: boolean): number {
  // most cells are short: one look at the width is enough for them
  if (!text.includes('\n') && textWidthMm(text, { sizePt, bold }) <= widthMm) return 1;
  return breakLines([{ text, sizePt, bold }], widthMm, widthMm).length;
}

function linesAmong(texts: readonly string[], columns: readonly SheetColumn[], sizePt: number, bold: boolean): number {
  let lines = 1;
  columns.forEach(({ widthMm }, at) => {
    const text = texts[at];
    if (text) lines = Math.max(lines, linesOf(text, innerWidthMm(widthMm), sizePt, bold));
  });
  return lines;
}

/** Height of the two rows of head on every sheet, mm. */
export function headHeightsMm(columns: readonly SheetColumn[]): { titles: number; ordinals: number } {
  const titles = linesAmong(columns.map(({ header }) => header), columns, bookTypePt.head, true);
  return { titles: titles * lineHeightMm(bookTypePt.head) + cellSpaceMm, ordinals: lineHeightMm(bookTypePt.ordinal) + cellSpaceMm };
}

const linePitchMm = lineHeightMm(bookTypePt.row);

/** What was found out of a row: its lines, and how it was broken the last time. */
interface Measured {
  lines: number;
  broken?: { at: number; parts: readonly [SheetRow, SheetRow] };
}

// a book grows part by part: what was measured for the earlier ones is not measured again
const measured = new WeakMap<readonly SheetColumn[], WeakMap<SheetRow, Measured>>();

function measuredOf(row: SheetRow, columns: readonly SheetColumn[]): Measured {
  const known = measured.get(columns) ?? new WeakMap<SheetRow, Measured>();
  measured.set(columns, known);
  const own = known.get(row) ?? { lines: linesAmong(row.cells, columns, bookTypePt.row, false) };
  known.set(row, own);
  return own;
}

/** Height of one row on paper, mm: as many lines as its fullest cell takes. */
export const rowHeightMm = (row: SheetRow, columns: readonly SheetColumn[]): number => Math.max(leastRowMm, measuredOf(row, columns).lines * linePitchMm + cellSpaceMm);

/** The row in two: its first `at` lines, and the rest. No word is lost. */
function brokenAt(row: SheetRow, columns: readonly SheetColumn[], at: number): readonly [SheetRow, SheetRow] {
  const own = measuredOf(row, columns);
  if (own.broken?.at === at) return own.broken.parts;
  const cells = columns.map(({ widthMm }, column) => {
    const width = innerWidthMm(widthMm);
    return breakLines([{ text: row.cells[column] ?? '', sizePt: bookTypePt.row }], width, width).map(({ pieces }) => pieces.map(({ text }) => text).join(''));
  });
  const { cancelled } = row;
  const parts = [{ cancelled, cells: rowPart(cells, 0, at) }, { cancelled, cells: rowPart(cells, at, linesInRow(cells)) }] as const;
  own.broken = { at, parts };
  return parts;
}

/** Room for rows on a sheet below the head, mm. */
export const roomBelowMm = (columns: readonly SheetColumn[]): number => {
  const head = headHeightsMm(columns);
  return bodyMm - head.titles - head.ordinals;
};

/** How many lines of a row stay on a sheet that has so much room left; 0 when all of it goes to the next one. */
function linesThatStay(lines: number, leftMm: number, fresh: boolean): number {
  const fitting = Math.floor((leftMm - cellSpaceMm + 1e-6) / linePitchMm);
  if (fresh) return Math.max(1, fitting);
  if (lines <= unbrokenLinesMax) return 0;
  const stay = Math.min(fitting, lines - leastPartLines);
  return stay >= leastPartLines ? stay : 0;
}

/**
 * The rows as they stand on sheets of lying A4: a row of many lines goes on over the sheet, a short one stands whole. There
 * is always a sheet, be it only the head.
 */
export function paginateBook(book: readonly SheetRow[], columns: readonly SheetColumn[]): { rows: SheetRow[]; sheets: BookSheet[] } {
  const room = roomBelowMm(columns);
  const rows: SheetRow[] = [];
  const sheets: BookSheet[] = [];
  let from = 0;
  let used = 0;
  const turn = (): void => {
    sheets.push({ from, to: rows.length });
    from = rows.length;
    used = 0;
  };
  for (const whole of book) {
    for (let row = whole; ; ) {
      const height = rowHeightMm(row, columns);
      const fresh = rows.length === from;
      const { lines } = measuredOf(row, columns);
      if (used + height <= room || (fresh && lines === 1)) {
        rows.push(row);
        used += height;
        break;
      }
      const stay = linesThatStay(lines, room - used, fresh);
      if (stay > 0) {
        const [first, rest] = brokenAt(row, columns, stay);
        rows.push(first);
        row = rest;
      }
      turn();
    }
  }
  sheets.push({ from, to: rows.length });
  return { rows, sheets };
}
