import type { ImportField } from '../../../shared/contract/import.ts';
import { type BookField, type BookKind, fieldNames } from '../../../shared/domain/import/book-fields.ts';
import { type Sheet, cellText } from '../../../shared/domain/import/cell.ts';
import type { YearOfBook } from '../../../shared/domain/import/check-numbers.ts';
import { columnIndex, columnLetter } from '../../../shared/domain/import/column-letter.ts';
import type { Head } from '../../../shared/domain/import/find-head.ts';
import { guessEncoding } from '../../../shared/domain/import/guess-encoding.ts';
import { type LegacyEncoding, fromLegacy } from '../../../shared/domain/import/legacy-encoding.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { columnValues } from '../../../shared/domain/import/column-values.ts';
import type { DayOrders, ToldOrder } from '../../../shared/domain/import/day-order.ts';
import { lettersBefore } from '../../../shared/domain/import/read-old-number.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';

/** What the caller has chosen; what is left out is found by the program. */
export interface ImportChoice {
  book: BookKind;
  sheet?: string | undefined;
  /** Several sheets, or all that have the heads of such a book. */
  sheets?: 'all' | readonly string[] | undefined;
  headRow?: number | undefined;
  mapping?: Partial<Record<ImportField, string>> | undefined;
  year?: number | undefined;
  encoding?: LegacyEncoding | null | undefined;
  /** How days are read that may be read both ways. */
  dayOrder?: ToldOrder | undefined;
}

/** An old book as it would come in. */
export interface ImportReading {
  /** The first of its sheets, after whose heads the columns are named. */
  sheet: Sheet;
  /** All sheets read, by their names. */
  taken: ReadonlyMap<string, Sheet>;
  head: Head | null;
  columns: Partial<Record<BookField, number>>;
  lines: readonly OldLine[];
  problems: LineProblem[];
  leftOut: number;
  years: YearOfBook[];
}

/** The column of numbers is only proposed, and nobody has chosen one. */
export const isNumberUnknown = (head: Head | null, { mapping }: ImportChoice): boolean => mapping === undefined && (head?.unsure.some(({ field }) => field === 'number') ?? false);

/** Letters that every number of a column has before it. */
export function commonPrefix(sheet: Sheet, lastHeadRow: number, column: number): string | undefined {
  const prefixes = new Set(columnValues(sheet, lastHeadRow, column).map(({ cell }) => (typeof cell === 'string' ? lettersBefore(cell) : null)));
  const [only] = prefixes;
  return prefixes.size === 1 && only ? only : undefined;
}

/** What is to be said of how whole columns were read. */
export function howRead({ head, choice, columns, orders, numberPrefix }: { head: Head | null; choice: ImportChoice; columns: Partial<Record<BookField, number>>; orders: DayOrders; numberPrefix: string | undefined }, lines: readonly OldLine[]): LineProblem[] {
  const row = lines[0]?.row ?? (head?.last ?? 0) + 1;
  const at = (column: number | undefined): { column?: number } => (column === undefined ? {} : { column });
  return [
    ...(choice.mapping === undefined ? (head?.unsure ?? []) : []).map(({ column, why }) => ({ row: head?.first ?? row, column, message: `${why}.`, leftOut: false })),
    ...orders.monthFirst().map((field) => ({ row, ...at(columns[field]), message: `Cột ${fieldNames[field]} ghi tháng trước ngày; cả cột được đọc như vậy.`, leftOut: false })),
    ...(numberPrefix === undefined ? [] : [{ row, ...at(columns.number), message: `Số ghi với chữ «${numberPrefix}» đứng trước; số của sổ là phần số ở sau.`, leftOut: false }]),
  ];
}

/** The columns to read: those the caller named, else those the heads name. Refuses when nothing tells the numbers or the texts. */
export function chosenColumns(head: Head | null, { mapping, book }: ImportChoice): Partial<Record<BookField, number>> {
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
  const columns: Partial<Record<BookField, number>> = Object.fromEntries([...head.fields].map(([column, field]) => [field, column]));
  const { number } = columns;
  // «Số, ngày đến» over one column
  if (book === 'incoming' && number !== undefined && columns.arrivalDate === undefined && /ngày/iu.test((head.texts[number] ?? '').normalize('NFC'))) columns.arrivalDate = number;
  return columns;
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

export const refuse = (field: string, sentence: string): Refusal => new Refusal('INPUT_INVALID', sentence, { problems: [{ field, message: sentence }] });
