import type { ImportField } from '../../../shared/contract/import.ts';
import { type BookField, type BookKind, fieldNames } from '../../../shared/domain/import/book-fields.ts';
import { type Sheet, cellText } from '../../../shared/domain/import/cell.ts';
import { checkNumbers, type YearOfBook } from '../../../shared/domain/import/check-numbers.ts';
import { columnIndex, columnLetter } from '../../../shared/domain/import/column-letter.ts';
import { type Head, findHead } from '../../../shared/domain/import/find-head.ts';
import { guessEncoding } from '../../../shared/domain/import/guess-encoding.ts';
import { type LegacyEncoding, fromLegacy } from '../../../shared/domain/import/legacy-encoding.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { columnValues } from '../../../shared/domain/import/column-values.ts';
import { DayOrders, type ToldOrder } from '../../../shared/domain/import/day-order.ts';
import { lettersBefore } from '../../../shared/domain/import/read-old-number.ts';
import { RowReading } from '../../../shared/domain/import/read-rows.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Job } from '../jobs.ts';
import type { OldBookFile } from './open-old-book.ts';
import { type BegunSheet, rowsBegun, wholeSheet } from './workbook-reader.ts';

/** What the caller has chosen; what is left out is found by the program. */
export interface ImportChoice {
  book: BookKind;
  sheet?: string | undefined;
  headRow?: number | undefined;
  mapping?: Partial<Record<ImportField, string>> | undefined;
  year?: number | undefined;
  encoding?: LegacyEncoding | null | undefined;
  /** How days are read that may be read both ways. */
  dayOrder?: ToldOrder | undefined;
}

/** An old book as it would come in. */
export interface ImportReading {
  sheet: Sheet;
  head: Head | null;
  columns: Partial<Record<BookField, number>>;
  lines: OldLine[];
  problems: LineProblem[];
  years: YearOfBook[];
}

/** The chosen sheet; without a choice the first that has the heads of such a book, visible ones before hidden ones. */
export async function chooseSheet(file: OldBookFile, choice: ImportChoice): Promise<{ sheet: Sheet; head: Head | null }> {
  if (choice.sheet !== undefined) {
    if (!file.sheets.some(({ name }) => name === choice.sheet)) throw refuse('sheet', `Tệp «${file.name}» không có trang tính «${choice.sheet}»; các trang: ${file.sheets.map(({ name }) => name).join(', ')}.`);
    const sheet = await file.read(choice.sheet);
    return { sheet, head: findHead(sheet, choice.book, choice.headRow) };
  }
  let fullest: Sheet | null = null;
  for (const { name } of [...file.sheets].sort((one, other) => Number(one.hidden) - Number(other.hidden))) {
    const sheet = await file.read(name);
    const head = findHead(sheet, choice.book, choice.headRow);
    if (head) return { sheet, head };
    if (!fullest || sheet.rows.length > fullest.rows.length) fullest = sheet;
  }
  if (!fullest || fullest.rows.length === 0) throw refuse('file', `Tệp «${file.name}» không có dòng nào. Chọn lại tệp sổ.`);
  return { sheet: fullest, head: null };
}

/** The same sheet, of which only the beginning has been read where that shows its heads. */
export async function beginSheet(file: OldBookFile, choice: ImportChoice): Promise<BegunSheet & { head: Head | null }> {
  const [only] = choice.sheet === undefined && file.sheets.length > 1 ? [] : [choice.sheet ?? file.sheets[0]?.name];
  // heads far down, and several sheets to choose from, are looked for in what has been read whole
  if (only !== undefined && file.sheets.some(({ name }) => name === only) && (choice.headRow ?? 0) < rowsBegun) {
    const begun = await file.begin(only);
    const head = findHead(begun.sheet, choice.book, choice.headRow);
    if (head || choice.sheet !== undefined) return { ...begun, head };
  }
  const { sheet, head } = await chooseSheet(file, choice);
  return { ...wholeSheet(sheet), head };
}

/** A sheet about to be read: its rows are given to `rows` one by one, then `finish` says what was noticed. */
interface LineReader {
  columns: Partial<Record<BookField, number>>;
  rows: RowReading;
  /** What the columns tell of day and month; rows that are not in the sheet yet have to be shown to it. */
  orders: DayOrders;
  /** What was noticed, the rows that stay out first. */
  finish: () => Pick<ImportReading, 'problems' | 'years'>;
}

/** Begins to read a sheet as an old book. */
export function readLines(sheet: Sheet, head: Head | null, choice: ImportChoice, thisYear: number): LineReader {
  const columns = chosenColumns(head, choice);
  const numberUnknown = isNumberUnknown(head, choice);
  if (numberUnknown) delete columns.number;
  const orders = new DayOrders(columns, choice.dayOrder ?? null);
  const first = head?.last ?? 0;
  for (const { row, cells } of sheet.rows) if (row > first) orders.see(cells);
  const numberPrefix = columns.number === undefined ? undefined : commonPrefix(sheet, first, columns.number);
  const rules = { book: choice.book, columns, encoding: choice.encoding ?? null, orders, numberUnknown, numberPrefix };
  const rows = new RowReading(sheet, head, rules, { year: choice.year ?? null, thisYear });
  return {
    columns,
    rows,
    orders,
    finish: () => {
      rows.flush();
      const number = columns.number ?? columns.code ?? columns.codeNumber;
      const date = choice.book === 'incoming' ? columns.arrivalDate : columns.issuedDate;
      const checked = checkNumbers(rows.lines, choice.book, { ...(number !== undefined && { number }), ...(date !== undefined && { date }) });
      return { problems: [...rows.finish(), ...howRead({ head, choice, columns, orders, numberPrefix }, rows.lines), ...checked.problems].sort((one, other) => Number(other.leftOut) - Number(one.leftOut) || one.row - other.row), years: checked.years };
    },
  };
}

/** The column of numbers is only proposed, and nobody has chosen one. */
export const isNumberUnknown = (head: Head | null, { mapping }: ImportChoice): boolean => mapping === undefined && (head?.unsure.some(({ field }) => field === 'number') ?? false);

/** Letters that every number of a column has before it. */
function commonPrefix(sheet: Sheet, lastHeadRow: number, column: number): string | undefined {
  const prefixes = new Set(columnValues(sheet, lastHeadRow, column).map(({ cell }) => (typeof cell === 'string' ? lettersBefore(cell) : null)));
  const [only] = prefixes;
  return prefixes.size === 1 && only ? only : undefined;
}

/** What is to be said of how whole columns were read. */
function howRead({ head, choice, columns, orders, numberPrefix }: { head: Head | null; choice: ImportChoice; columns: Partial<Record<BookField, number>>; orders: DayOrders; numberPrefix: string | undefined }, lines: readonly OldLine[]): LineProblem[] {
  const row = lines[0]?.row ?? (head?.last ?? 0) + 1;
  const at = (column: number | undefined): { column?: number } => (column === undefined ? {} : { column });
  return [
    ...(choice.mapping === undefined ? (head?.unsure ?? []) : []).map(({ column, why }) => ({ row: head?.first ?? row, column, message: `${why}.`, leftOut: false })),
    ...orders.monthFirst().map((field) => ({ row, ...at(columns[field]), message: `Cột ${fieldNames[field]} ghi tháng trước ngày; cả cột được đọc như vậy.`, leftOut: false })),
    ...(numberPrefix === undefined ? [] : [{ row, ...at(columns.number), message: `Số ghi với chữ «${numberPrefix}» đứng trước; số của sổ là phần số ở sau.`, leftOut: false }]),
  ];
}

/** Reads a sheet as an old book, row by row, in turns with the engine's other work. */
export async function readImport(sheet: Sheet, head: Head | null, choice: ImportChoice, thisYear: number, job: Pick<Job, 'step'>): Promise<ImportReading> {
  const { columns, rows, finish } = readLines(sheet, head, choice, thisYear);
  let done = 0;
  for (const { row, cells, hidden } of sheet.rows) {
    rows.read(row, cells, hidden);
    done += 1;
    if (done % 1000 === 0) await job.step('Đang đọc từng dòng', done, sheet.rows.length);
  }
  return { sheet, head, columns, lines: rows.lines, ...finish() };
}

/** The columns to read: those the caller named, else those the heads name. Refuses when nothing tells the numbers or the texts. */
function chosenColumns(head: Head | null, { mapping, book }: ImportChoice): Partial<Record<BookField, number>> {
  if (mapping) {
    const columns: Partial<Record<BookField, number>> = {};
    for (const [field, letters] of Object.entries(mapping) as [BookField, string][]) {
      const column = columnIndex(letters);
      if (column === null) throw refuse(`mapping.${field}`, `Không có cột «${letters}» trong bảng tính.`);
      columns[field] = column;
    }
    refuseMissing(columns, book);
    return columns;
  }
  if (!head) return {};
  return Object.fromEntries([...head.fields].map(([column, field]) => [field, column]));
}

/** Refuses an import from which no line could come. */
export function refuseMissing(columns: Partial<Record<BookField, number>>, book: BookKind, numberUnknown = false): void {
  const has = (...fields: BookField[]): boolean => fields.some((field) => columns[field] !== undefined);
  const missing = [
    ...(numberUnknown || has('number', ...(book === 'outgoing' ? (['code', 'codeNumber'] as const) : [])) ? [] : [book === 'incoming' ? 'số đến' : 'số, ký hiệu']),
    ...(book === 'outgoing' || has('arrivalDate') ? [] : [fieldNames.arrivalDate]),
    ...(has('subject', 'typeAndSubject') ? [] : [fieldNames.subject]),
  ];
  if (missing.length > 0) throw refuse('mapping', `Chưa biết cột nào là ${missing.join(', ')}; chọn cột rồi nhập lại.`);
}

const samplesOf = (sheet: Sheet, head: Head | null, column: number, amount: number): string[] => {
  const found: string[] = [];
  for (const { row, cells } of sheet.rows) {
    if (found.length >= amount) break;
    const text = cellText(cells[column]).trim();
    if (text !== '' && (!head || row > head.last)) found.push(text.slice(0, 200));
  }
  return found;
};

interface ColumnShown {
  column: string;
  header: string;
  field: ImportField | null;
  /** False where the field is only proposed. */
  certain: boolean;
  samples: string[];
}

/** Every column with something in it: its head, what it was taken for, its first values. */
export function describeColumns({ sheet, head, columns }: Pick<ImportReading, 'sheet' | 'head' | 'columns'>, { mapping }: ImportChoice): ColumnShown[] {
  const widest = Math.min(100, sheet.rows.slice(0, 500).reduce((most, { cells }) => Math.max(most, cells.length), head?.texts.length ?? 0));
  // proposed columns are shown with their field although nothing is read from them until somebody says so
  const unsure = new Map((mapping === undefined ? (head?.unsure ?? []) : []).map(({ column, field }) => [column, field]));
  const fieldOf = new Map<number, ImportField>([...unsure, ...Object.entries(columns).map(([field, column]): [number, ImportField] => [column, field as ImportField])]);
  return Array.from({ length: widest }, (_, column) => ({ column: columnLetter(column), header: head?.texts[column] ?? '', field: fieldOf.get(column) ?? null, certain: !unsure.has(column), samples: samplesOf(sheet, head, column, 3) })).filter(({ header, samples }) => header !== '' || samples.length > 0);
}

/** The old encoding the texts seem to be in, by their fonts first and by their words else, with a sample. */
export function offerEncoding({ sheet, head }: Pick<ImportReading, 'sheet' | 'head'>): { name: LegacyEncoding; before: string; after: string } | null {
  const below = sheet.rows.filter(({ row }) => !head || row > head.last);
  // rows from all over the book: an office changes its fonts in the middle of a year
  const every = Math.max(1, Math.floor(below.length / 200));
  const texts = below.filter((_, place) => place % every === 0).flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string')).filter((text) => /[^\u0000-\u007F]/.test(text));
  const name = guessEncoding(texts) ?? guessColumns(texts) ?? ([...sheet.fonts.values()][0] && texts.length > 0 && !texts.some((text) => /[\u1EA0-\u1EF9]/.test(text)) ? ([...sheet.fonts.values()][0] ?? null) : null);
  if (!name) return null;
  const before = texts.find((text) => fromLegacy(text, name) !== text && !/[\u1EA0-\u1EF9]/.test(text) && text.length > 8) ?? texts.find((text) => fromLegacy(text, name) !== text);
  return before === undefined ? null : { name, before: before.slice(0, 200), after: fromLegacy(before, name).slice(0, 200) };
}

/** A book partly in an old font: the texts without any letter of Unicode's own are asked alone. */
function guessColumns(texts: readonly string[]): LegacyEncoding | null {
  const doubtful = texts.filter((text) => !/[\u0100-\u01B0\u1EA0-\u1EF9]/.test(text));
  return doubtful.length >= 3 && doubtful.length < texts.length ? guessEncoding(doubtful) : null;
}

const refuse = (field: string, sentence: string): Refusal => new Refusal('INPUT_INVALID', sentence, { problems: [{ field, message: sentence }] });
