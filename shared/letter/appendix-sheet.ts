import type { IsoDate } from '../domain/dates.ts';
import { decimalsOf } from '../domain/vietnamese-number.ts';
import { agencyLines } from './agency-name.ts';
import { appendixHeading } from './appendix-heading.ts';
import { placesOfRows, totalLabel, totalLabelColumn, totalsOf, type TablePlace } from './appendix-rows.ts';
import { alignOf, appendixTable } from './appendix-table.ts';
import type { Numbering } from './code-and-date.ts';
import type { Align, PageGeometry, Table, TableCell } from './layout-model.ts';
import type { Appendix, Letter } from './letter.ts';
import { breakLines } from './line-break.ts';
import type { Office } from './office.ts';
import { pageGeometry, textWidthOf } from './page-geometry.ts';
import { freeMeasures, measures, typeRules, type TypeRule } from './page-rules.ts';
import { keptTogether, readTable, standsOut } from './row-kind.ts';
import { sheetNumberFormat } from './sheet-number-format.ts';
import { sheetBreaks } from './sheet-pages.ts';
import { singleLineEm, textWidthMm } from './text-width.ts';

export type SheetCell =
  | { kind: 'text'; value: string; bold?: boolean }
  | { kind: 'number'; value: number; format: string }
  /** The sum of its column's rows; `value` is the result. */
  | { kind: 'sum'; value: number; format: string }
  | { kind: 'empty' };

/** A line above the table over several columns. */
export interface SheetLine {
  text: string;
  sizePt: number;
  bold: boolean;
  italic: boolean;
  align: 'left' | 'center';
  /** How many columns from the left it spans. */
  span: number;
  heightPt: number;
}

export interface SheetRow {
  cells: SheetCell[];
  heightPt: number;
  /** A head or a sum of rows: bold. */
  bold?: boolean | undefined;
  /** Whether the next row must stand on its page. */
  keepWithNext?: boolean | undefined;
  /** Left out of the sum of the sheet. */
  uncounted?: boolean | undefined;
}

/** An appendix as a sheet of Excel: what stands in each cell, how wide and high, on which paper. */
export interface AppendixSheet {
  name: string;
  page: PageGeometry;
  sizePt: number;
  columns: { widthMm: number; align: Align }[];
  lines: SheetLine[];
  head: { texts: string[]; heightPt: number };
  /** Over how many pages side by side it is printed; the first columns stand on each. */
  pagesWide: number;
  repeatedColumns: number;
  rows: SheetRow[];
  total: SheetRow | null;
  /** After which rows (from 0) a printed page ends. */
  breaks: number[];
}

/** Excel sets lines of Times a little wider apart than Word does. */
const excelLine = 1.12;
/** What Excel keeps free in a cell at the sides (without and with an indent of one) and above and below. */
const plainSideMm = 1;
const indentedSideMm = 4;
const cellSpacePt = 4;
/** Columns are written this much narrower than drawn, see `columnWidth` of the documents; numbers ask for it back. */
const narrower = 0.95;
/** Beyond a number's own width: rounding of the figures on a screen, the cell's sides and its indent. */
const numberSlack = 1.04;
const numberSidesMm = 3.2;
/** The highest row Excel takes. */
const highestRowPt = 409;

/** The sheet of one appendix of a letter; `index` counts from 0. */
export function appendixSheet(letter: Letter, index: number, office: Office, numbering: Numbering, today: IsoDate): AppendixSheet {
  const appendix = letter.appendices[index];
  if (!appendix) throw new RangeError(`no appendix ${index}`);
  const { word, title, reference } = appendixHeading(letter, index, office, numbering, today, { ...typeRules.appendixReference, sizePt: typeRules.appendixReference.usualPt });
  const heading = [{ text: word, rule: typeRules.appendixWord }, ...(title === '' ? [] : [{ text: title, rule: typeRules.appendixTitle }]), { text: reference, rule: typeRules.appendixReference }];
  return tableSheet(appendix, { name: word, source: `appendices.${index}`, office, heading, roomPt: 0 });
}

/** What stands around a table on its sheet. */
export interface SheetSurroundings {
  name: string;
  source: string;
  office: Office;
  /** The lines above the table, below the agency. */
  heading: readonly { text: string; rule: TypeRule }[];
  /** How the table's paper is chosen. */
  paper?: { lying: boolean; fromPt: number };
  /** Room in every row beyond its text, for handwriting. */
  roomPt: number;
}

/** A table as a sheet of Excel below its agency and its heading. */
export function tableSheet(appendix: Appendix, { name, source, office, heading, paper, roomPt }: SheetSurroundings): AppendixSheet {
  const { table: tables, landscape } = appendixTable(appendix, source, { ...paper, whole: true });
  const [set] = tables;
  if (!set) throw new RangeError(`${source} has no columns`);
  const table = { ...set, widthsMm: set.widthsMm.map((width, at) => Math.max(width, numberWidthMm(set, appendix, at))) };
  const page = pageGeometry(landscape);
  const places = placesOfRows(appendix);
  const reading = readTable(appendix);
  const totals = totalsOf(appendix);
  const labelAt = totalLabelColumn(appendix.columns);
  const hasDecimals = places.some((row) => row.some(hasParts)) || (totals?.some(hasParts) ?? false);
  const heightOf = (row: readonly TableCell[]): number => rowHeightPt(row, table.widthsMm);
  const together = keptTogether(reading.rows, totals !== null);
  const rows = places.flatMap((row, at) => {
    const read = reading.rows[at] ?? { kind: 'item', counted: true };
    const parts = overRows(row.map((place) => sheetCell(place, hasDecimals)), table.rows[at] ?? [], table.widthsMm);
    return parts.map((part, index): SheetRow => ({
      ...part,
      ...(standsOut(read) ? { bold: true } : {}),
      ...(read.counted ? {} : { uncounted: true }),
      ...(together[at] && index === parts.length - 1 ? { keepWithNext: true } : {}),
      heightPt: Math.min(highestRowPt, part.heightPt + roomPt),
    }));
  });
  const totalCells = (totals ?? []).map((value, at): SheetCell => {
    if (value !== null) return { kind: 'sum', value, format: sheetNumberFormat(value, hasDecimals) };
    return at === labelAt ? { kind: 'text', value: totalLabel } : { kind: 'empty' };
  });
  const total: SheetRow | null = totals && table.total ? { cells: totalCells, heightPt: heightOf(table.total) } : null;
  const lines = [...agencyBlock(office, table.widthsMm), ...headingLines(heading, headingSpan(table.widthsMm, textWidthOf(page)), textWidthOf(page))];
  const head = { texts: appendix.columns.map((column) => column.header), heightPt: heightOf(table.head) };
  const across = {
    pagesWide: pagesWide(table.widthsMm, textWidthOf(page)),
    repeatedColumns: appendix.columns[labelAt]?.kind === 'text' ? labelAt + 1 : 1,
  };
  const linesPt = lines.reduce((sum, { heightPt }) => sum + heightPt, 0);
  return {
    name: sheetName(name),
    page,
    sizePt: table.head[0]?.runs[0]?.sizePt ?? typeRules.body.fromPt,
    columns: table.widthsMm.map((widthMm, at) => ({ widthMm, align: alignOf(appendix.columns[at]?.kind ?? 'text') })),
    lines,
    head,
    ...across,
    rows,
    total,
    breaks: sheetBreaks({ page, widthsMm: table.widthsMm, ...across, linesPt, headPt: head.heightPt, rows: total ? [...rows, total] : rows }),
  };
}

/** What a printed sheet is shrunk to at most; a wider one goes on over pages with its first columns repeated. */
const smallestScale = 0.72;
const pagesWide = (widthsMm: readonly number[], pageMm: number): number => {
  const width = widthsMm.reduce((sum, one) => sum + one, 0);
  return width * smallestScale <= pageMm ? 1 : Math.ceil((width * smallestScale) / pageMm);
};

/** How many columns the heading spans: all, or as many as stand on the first of several pages side by side. */
function headingSpan(widthsMm: readonly number[], pageMm: number): number {
  if (pagesWide(widthsMm, pageMm) === 1) return widthsMm.length;
  let width = 0;
  const beyond = widthsMm.findIndex((one) => (width += one) > pageMm);
  return Math.max(1, beyond);
}

/** The width in which Excel shows the longest number of a column whole, in one that is narrower it prints `###`; of a text column its words. */
function numberWidthMm(table: Table, { columns }: Appendix, at: number): number {
  const texts = [...table.rows.map((row) => row[at]), table.total?.[at]];
  if (columns[at]?.kind === 'text') return textColumnMm(table.head[at], texts);
  const longest = Math.max(0, ...texts.map((cell) => (cell?.runs[0] ? textWidthMm(cell.runs[0].text, cell.runs[0]) : 0)));
  return (longest * numberSlack + numberSidesMm) / narrower;
}

/** The width in which no word of a text column is cut, up to that of a comfortable column. */
function textColumnMm(head: TableCell | undefined, cells: readonly (TableCell | undefined)[]): number {
  const widest = (cell: TableCell | undefined): number =>
    Math.max(0, ...(cell?.runs ?? []).flatMap((run) => run.text.split(/\s+/).map((word) => textWidthMm(word, run))));
  const word = [head, ...cells].reduce((most, cell) => Math.max(most, widest(cell)), 0);
  return Math.min(word + indentedSideMm, freeMeasures.textColumnMm.usual) / narrower;
}

/**
 * One row of the sheet, or as many as its longest cell takes: Excel shows no row higher than 409 pt, and what is beyond
 * is hidden on paper too. The rows that carry on say so in a cell that is empty in them.
 */
function overRows(cells: readonly SheetCell[], drawn: readonly TableCell[], widthsMm: readonly number[]): SheetRow[] {
  const whole = rowHeightPt(drawn, widthsMm, Infinity);
  if (whole <= highestRowPt) return [{ cells: [...cells], heightPt: whole }];
  const lines = drawn.map((cell, at) => (cells[at]?.kind === 'text' ? cellLines(cell, widthsMm[at] ?? 0) : []));
  const sizePt = Math.max(...drawn.map(({ runs }) => runs[0]?.sizePt ?? 0));
  const linePt = sizePt * singleLineEm * excelLine;
  const most = Math.max(1, Math.floor((highestRowPt - cellSpacePt) / linePt) - 1);
  const count = Math.ceil(Math.max(...lines.map(({ length }) => length)) / most);
  return Array.from({ length: count }, (_, part): SheetRow => {
    const share = lines.map((all) => all.slice(part * most, (part + 1) * most));
    const texts = cells.map((cell, at): SheetCell => {
      if (cell.kind !== 'text') return part === 0 ? cell : { kind: 'empty' };
      const text = (share[at] ?? []).map(({ text: line }) => line).join('').trim();
      return text === '' ? { kind: 'empty' } : { kind: 'text', value: text };
    });
    const free = part === 0 ? -1 : texts.findIndex(({ kind }) => kind === 'empty');
    if (free >= 0) texts[free] = { kind: 'text', value: '(tiếp)' };
    return { cells: texts, heightPt: Math.max(1, ...share.map(({ length }) => length)) * linePt + cellSpacePt };
  });
}

/** The lines of a cell as the sheet breaks them, each with the space or line feed it ends in. */
function cellLines({ runs, align }: TableCell, columnMm: number): { text: string }[] {
  const width = columnMm - (align === 'center' ? plainSideMm : indentedSideMm);
  const whole = runs.map((run) => run.text).join('');
  let at = 0;
  const broken = breakLines(runs, width, width).map(({ pieces }) => pieces.map((piece) => piece.text).join(''));
  return broken.map((line, index) => {
    const start = whole.indexOf(line, at);
    const next = broken[index + 1];
    const end = next === undefined ? whole.length : whole.indexOf(next, start + line.length);
    const text = whole.slice(at, end < 0 ? whole.length : end);
    at = end < 0 ? whole.length : end;
    return { text };
  });
}

/** Rows are given their height: Excel does not fit merged ones, and other programs do not fit any. */
function rowHeightPt(cells: readonly TableCell[], widthsMm: readonly number[], most = highestRowPt): number {
  const heights = cells.map(({ runs, align }, at) => {
    const width = (widthsMm[at] ?? 0) - (align === 'center' ? plainSideMm : indentedSideMm);
    return breakLines(runs, width, width).length * (runs[0]?.sizePt ?? 0) * singleLineEm * excelLine;
  });
  return Math.min(most, Math.max(0, ...heights) + cellSpacePt);
}

const hasParts = (place: TablePlace | number | null | undefined): boolean => {
  if (place === null || place === undefined) return false;
  if (typeof place === 'number') return decimalsOf(place) > 0;
  return place.kind === 'number' && decimalsOf(place.value) > 0;
};

function sheetCell(place: TablePlace, tableHasParts: boolean): SheetCell {
  switch (place.kind) {
    case 'ordinal':
      return { kind: 'number', value: place.value, format: '0' };
    case 'number':
      return { kind: 'number', value: place.value, format: sheetNumberFormat(place.value, tableHasParts) };
    case 'mark':
      return { kind: 'text', value: place.value };
    case 'text':
      return { kind: 'text', value: place.value, ...(place.bold ? { bold: true } : {}) };
    case 'empty':
      return { kind: 'empty' };
  }
}

function sheetLine(text: string, rule: TypeRule, sizePt: number, span: number, widthMm: number, align: SheetLine['align'] = 'center'): SheetLine {
  const lines = breakLines([{ text, sizePt, bold: rule.bold, italic: rule.italic }], widthMm, widthMm).length;
  return { text, sizePt, bold: rule.bold, italic: rule.italic, align, span, heightPt: Math.min(highestRowPt, lines * sizePt * singleLineEm * excelLine + 2) };
}

const emptyLine = (span: number, heightPt: number): SheetLine => ({ text: '', sizePt: typeRules.body.fromPt, bold: false, italic: false, align: 'center', span, heightPt });

function agencyBlock(office: Office, widthsMm: readonly number[]): SheetLine[] {
  const wanted = measures.headLeftMm.usual;
  let span = 0;
  let width = 0;
  while (span < widthsMm.length && width < wanted) {
    width += widthsMm[span] ?? 0;
    span += 1;
  }
  // centred only where the columns leave it near the left edge
  const align = width > wanted * 1.5 ? 'left' : 'center';
  const named = (name: string, rule: TypeRule): SheetLine[] => agencyLines(name, width, { ...rule, sizePt: rule.fromPt }).map((line) => sheetLine(line, rule, rule.fromPt, span, width, align));
  return [...(office.parentName?.trim() ? named(office.parentName, typeRules.parentAgency) : []), ...named(office.name, typeRules.agency), emptyLine(span, freeMeasures.tableBeforePt.usual)];
}

function headingLines(heading: SheetSurroundings['heading'], span: number, widthMm: number): SheetLine[] {
  return [...heading.map(({ text, rule }) => sheetLine(text, rule, rule.usualPt, span, widthMm)), emptyLine(span, freeMeasures.tableBeforePt.usual)];
}

/** A name Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, no apostrophe at its ends. */
export function sheetName(wanted: string): string {
  const clean = wanted.replace(/[[\]:*?/\\]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^'+|'+$/g, '');
  return [...clean].slice(0, 31).join('').trim() || 'Bảng';
}
