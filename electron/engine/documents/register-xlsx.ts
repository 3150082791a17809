import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { dayParts } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { singleLineEm } from '../../../shared/letter/text-width.ts';
import { alignOfColumn, columnOrdinals, columnWidths, type BookColumn } from '../../../shared/report/book-form.ts';
import { bookPage, bookTypePt, bookWidthMm } from '../../../shared/report/book-page.ts';
import { isStruck, type PrintedCell, type PrintedRow } from '../../../shared/report/printed-row.ts';
import type { BookDrawing } from './book-drawing.ts';
import { escapeXml } from './escape-xml.ts';
import { excelRowParts } from './excel-row-parts.ts';
import { asText, columnWidth, excelLine, highestRowPt, inches, looksLikeFormula, textMm, times } from './excel-units.ts';
import { lineCounter } from './line-count.ts';
import { addCoverSheet } from './register-cover-xlsx.ts';

/** Two rows of head come before the first line. */
const headRows = 2;
/** What Excel holds in one sheet, less the head. */
export const rowsMax = 1_048_576 - headRows;
/** What Excel keeps free above and below the text of a cell. */
const cellSpacePt = 3.5;
/** Rows with nothing in them leave room for handwriting. */
const leastRowPt = 22;
/** Written and not yet deflated, bytes: beyond it the next rows wait. */
const waitingMax = 2 ** 20;

const line = { style: 'thin' } as const;
const grid = { top: line, bottom: line, left: line, right: line };

/**
 * A printed book as an Excel file: the cover, then the register, its two head rows repeated on every page. Rows are
 * written as they come and none is kept. A Refusal NOT_ALLOWED when there are more than a sheet of Excel holds.
 */
export async function buildRegisterXlsx({ form, cover, meta }: BookDrawing, rows: AsyncIterable<readonly PrintedRow[]>): Promise<Uint8Array> {
  const sink = collectingSink();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  workbook.creator = meta.author;
  workbook.lastModifiedBy = meta.author;
  workbook.created = meta.created;
  workbook.modified = meta.created;
  setOwnFont(workbook);
  addCoverSheet(workbook, cover);
  const worksheet = workbook.addWorksheet('Sổ', {
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRows, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${headRows}`,
      // the cover has no number
      firstPageNumber: 1,
      margins: { top: inches(bookPage.topMm), bottom: inches(bookPage.bottomMm), left: inches(bookPage.leftMm), right: inches(bookPage.rightMm), header: inches(bookPage.headerMm), footer: inches(bookPage.footerMm) },
    },
    headerFooter: { oddFooter: `&C&"${times},Regular"&${bookPage.pageNumberPt}&P` },
  });
  const widths = columnWidths(form, bookWidthMm);
  widths.forEach((widthMm, at) => (worksheet.getColumn(at + 1).width = columnWidth(widthMm)));
  writeHead(worksheet, form.columns.map(({ header }) => header), widths, true);
  writeHead(worksheet, columnOrdinals(form), widths, false);

  const { stream } = worksheet as unknown as InnerSheet;
  const columns = form.columns.map((column, at) => columnWriter(workbook, column, textMm(widths[at] ?? 0), String.fromCharCode(firstLetter + at)));
  const linePt = bookTypePt.row * singleLineEm * excelLine;
  const linesMax = Math.floor((highestRowPt - cellSpacePt) / linePt);
  let rowNumber = headRows;
  /** The row of a line, or the rows it goes on in when its texts are higher than Excel takes in one. */
  const rowXml = (printed: PrintedRow, whole = true): string => {
    let lines = 1;
    let cells = '';
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at];
      const value = printed.cells[at] ?? null;
      if (!column) continue;
      cells += column.cell(rowNumber + 1, value, isStruck(printed, at));
      if (typeof value === 'string') lines = Math.max(lines, column.lines(value));
    }
    if (lines > linesMax && whole) return excelRowParts(form, printed, widths.map(textMm), linesMax).map((each) => rowXml(each, false)).join('');
    rowNumber += 1;
    if (rowNumber > rowsMax + headRows) throw new Refusal('NOT_ALLOWED', `Sổ có hơn ${rowsMax.toLocaleString('vi-VN')} dòng, nhiều hơn một trang Excel chứa được. In từng quý hoặc từng tháng bằng «Từ ngày», «Đến ngày».`);
    return `<row r="${rowNumber}" ht="${Math.round(Math.min(highestRowPt, Math.max(leastRowPt, lines * linePt + cellSpacePt)) * 100) / 100}" customHeight="1">${cells}</row>`;
  };
  for await (const part of rows) {
    let xml = '';
    for (const printed of part) xml += rowXml(printed);
    if (xml !== '') stream.write(xml);
    await deflated(stream);
  }
  worksheet.commit();
  await workbook.commit();
  return sink.bytes();
}

interface ColumnWriter {
  cell: (row: number, value: PrintedCell, struck: boolean) => string;
  /** The lines a text takes in the column. */
  lines: (text: string) => number;
}

const firstLetter = 65;
const dayMs = 86_400_000;
/** Excel counts days from the end of 1899. */
const dayOfUnixZero = 25_569;

/**
 * Writes the cells of one column. Written here and not by the library, which makes an
 * object of every cell: the styles are the library's, a book's cells are a million of four kinds.
 */
function columnWriter(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { kind }: BookColumn, widthMm: number, letter: string): ColumnWriter {
  const { styles } = workbook as unknown as InnerWriter;
  const idOf = (strike: boolean, numFmt: string | undefined, type: ExcelJS.ValueType): number =>
    styles.addStyleModel({ font: { name: times, family: 1, size: bookTypePt.row, ...(strike ? { strike } : {}) }, alignment: { horizontal: alignOfColumn({ kind }), vertical: 'top', wrapText: true }, border: grid, ...(numFmt ? { numFmt } : {}) }, type);
  const both = (type: ExcelJS.ValueType, numFmt?: string) => [idOf(false, numFmt, type), idOf(true, numFmt, type)] as const;
  const plain = both(ExcelJS.ValueType.String);
  const day = kind === 'date' ? both(ExcelJS.ValueType.Date, 'dd/mm/yyyy') : plain;
  const count = kind === 'number' ? both(ExcelJS.ValueType.Number, '0') : plain;
  // text that looks like a formula stays text when somebody edits the cell
  const asTyped = both(ExcelJS.ValueType.String, '@');
  const pick = ([open, struck]: readonly [number, number], strike: boolean): number => (strike ? struck : open);
  const linesOf = lineCounter(widthMm, bookTypePt.row);
  const serialOf = kind === 'date' ? serials() : () => null;
  return {
    cell: (row, value, struck) => {
      if (value === null) return `<c r="${letter}${row}" s="${pick(plain, struck)}"/>`;
      if (typeof value === 'number') return `<c r="${letter}${row}" s="${pick(count, struck)}"><v>${value}</v></c>`;
      const serial = serialOf(value);
      if (serial !== null) return `<c r="${letter}${row}" s="${pick(day, struck)}"><v>${serial}</v></c>`;
      return `<c r="${letter}${row}" s="${pick(looksLikeFormula(value) ? asTyped : plain, struck)}" t="str"><v>${escapeXml(asText(value))}</v></c>`;
    },
    lines: (text) => (serialOf(text) === null ? linesOf(text) : 1),
  };
}

/** The number Excel keeps a day by, null for text that is none; a book has few days and many lines. */
function serials(): (text: string) => number | null {
  const known = new Map<string, number | null>();
  return (text) => {
    let serial = known.get(text);
    if (serial === undefined) {
      const parts = dayParts(text);
      serial = parts && Date.UTC(parts.year, parts.month - 1, parts.day) / dayMs + dayOfUnixZero;
      known.set(text, serial);
    }
    return serial;
  };
}

function writeHead(worksheet: ExcelJS.Worksheet, texts: readonly string[], widthsMm: readonly number[], bold: boolean): void {
  const sizePt = bold ? bookTypePt.head : bookTypePt.ordinal;
  const style: Partial<ExcelJS.Style> = { font: { name: times, family: 1, size: sizePt, bold }, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true }, border: grid };
  const row = worksheet.addRow([]);
  let lines = 1;
  texts.forEach((text, at) => {
    const cell = row.getCell(at + 1);
    cell.value = text;
    cell.style = style;
    lines = Math.max(lines, lineCounter(textMm(widthsMm[at] ?? 0), sizePt, bold)(text));
  });
  row.height = lines * sizePt * singleLineEm * excelLine + cellSpacePt;
  row.commit();
}

/** What the library keeps to itself: it has no public way to set the workbook's own font, to name a style, nor to wait for its zip. */
interface InnerWriter {
  styles: { _addFont(font: object): number; addStyleModel(style: Partial<ExcelJS.Style>, type: ExcelJS.ValueType): number };
}
interface InnerStream {
  pipes: Writable[];
  write(text: string): unknown;
}
interface InnerSheet {
  stream: InnerStream;
}

/** The workbook's own font gives empty cells their type and columns their measure; the library would name Calibri. */
function setOwnFont(workbook: ExcelJS.stream.xlsx.WorkbookWriter): void {
  (workbook as unknown as InnerWriter).styles._addFont({ size: 11, color: { theme: 1 }, name: times, family: 1 });
}

/** Waits until what is written has gone into the zip, nearly: a book that is read faster than deflated would pile up. */
async function deflated(stream: InnerStream): Promise<void> {
  await nextTurn();
  while (stream.pipes.some((pipe) => pipe.writableLength > waitingMax)) await nextTurn();
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Takes the file as it is written: deflated it is a tenth of what was written into it. */
function collectingSink(): Writable & { bytes(): Uint8Array } {
  const chunks: Uint8Array[] = [];
  const sink = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(sink, { bytes: () => joined(chunks.splice(0)) });
}
