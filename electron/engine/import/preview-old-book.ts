import type { BookKind } from '../../../shared/domain/import/book-fields.ts';
import { columnLetter } from '../../../shared/domain/import/column-letter.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Step, StrangersFile } from '../strangers/strangers-file.ts';
import { LineKeys } from './line-keys.ts';
import { openBookBytes } from './open-old-book.ts';
import { describeColumns, type ImportChoice, type ImportReading, isNumberUnknown, offerEncoding, refuseMissing } from './read-import.ts';
import { readWholeBook } from './read-whole-book.ts';

export interface PreviewOrder extends StrangersFile {
  choice: ImportChoice;
  thisYear: number;
}

/** What a file says of itself before anything is entered, all but what stands in the book already. */
export interface PreviewReading {
  /** The keys of its lines, by which those are known that are in the book. */
  keys: string[];
  leftOut: number;
  /** All sheets of the file, and whether they are read. */
  sheets: { name: string; hidden: boolean; rows: number; taken: boolean }[];
  sheet: string;
  headRow: number;
  columns: ReturnType<typeof describeColumns>;
  rows: Record<string, unknown>[];
  years: ImportReading['years'];
  problems: ToldProblem[];
  moreProblems: number;
  encoding: ReturnType<typeof offerEncoding>;
}

/** Lines shown before anything is entered. */
const rowsShown = 50;
/** Problems told one by one. */
export const problemsTold = 500;

/** Reads an old book to show what would come in; a Refusal when it is none. */
export async function previewOldBook({ name, bytes, choice, thisYear }: PreviewOrder, step: (...told: Step) => Promise<void>): Promise<PreviewReading> {
  const opened = await openBookBytes(name, bytes, () => step('Đang mở tệp', 0, null));
  const reading = await readWholeBook(opened, choice, thisYear, { step });
  const { sheet, head, taken } = reading;
  const keys = new LineKeys(choice.book);
  // sheets beside the chosen ones are only counted
  const sheets: PreviewReading['sheets'] = [];
  for (const { name: other, hidden } of opened.sheets) {
    sheets.push({ name: other, hidden, rows: (taken.get(other) ?? (await opened.read(other))).rows.length, taken: taken.has(other) });
  }
  return {
    keys: reading.lines.map((line) => keys.next(line)),
    leftOut: reading.leftOut,
    sheets,
    sheet: sheet.name,
    headRow: head?.first ?? 0,
    columns: describeColumns(reading, choice),
    rows: reading.lines.slice(0, rowsShown).map((line) => shown(line, choice.book)),
    years: reading.years,
    ...tellProblems(withUnknownColumns(reading, choice)),
    encoding: offerEncoding(reading),
  };
}

interface ToldProblem {
  row: number;
  sheet?: string;
  column?: string;
  message: string;
  leftOut: boolean;
}

/** The first problems as they are told; the rest, and `more` that were not kept, are counted. */
export const tellProblems = (problems: readonly LineProblem[], more = 0): { problems: ToldProblem[]; moreProblems: number } => ({
  problems: problems.slice(0, problemsTold).map(({ row, sheet, column, message, leftOut }) => ({ row, ...(sheet !== undefined && { sheet }), ...(column !== undefined && { column: columnLetter(column) }), message, leftOut })),
  moreProblems: more + Math.max(0, problems.length - problemsTold),
});

/** A preview is shown even when no column could be told; the sentence says what is missing. */
function withUnknownColumns({ head, columns, problems, sheet }: ImportReading, choice: ImportChoice): LineProblem[] {
  const { book } = choice;
  try {
    refuseMissing(columns, book, isNumberUnknown(head, choice));
    return problems;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = head ? error.message : `Không thấy dòng tiêu đề của sổ ${book === 'incoming' ? 'đến' : 'đi'} trong trang «${sheet.name}». Chọn dòng tiêu đề, hoặc chọn cột cho từng mục.`;
    return [{ row: head?.first ?? sheet.rows[0]?.row ?? 1, message, leftOut: false }];
  }
}

/** A line as it would be entered, under the names of the contract. */
function shown(line: OldLine, book: BookKind): Record<string, unknown> {
  const { row, year, number, suffix, arrivalDate, organName, code, issuedDate, typeName, subject, signer, toPlaces, handedDate, receipt, dueDate, pages, copies, archiveUnits, addressees, note, cancelled, codeNumber, codeNotation, priority, unsure } = line;
  const common = { row, ...(line.sheet !== undefined && { sheet: line.sheet }), year, number: line.numberUnknown ? 'không rõ số đến' : `${number}${suffix}`, priority, unsure, issuedDate, typeName, subject, signer, toPlaces, handedDate, receipt, copies, note, cancelled };
  return book === 'incoming' ? { ...common, arrivalNumber: line.numberUnknown ? null : number, arrivalDate, organName, code, codeNumber, codeNotation, dueDate, pages } : { ...common, code: [`${number}${suffix}`, codeNotation].filter(Boolean).join('/'), codeNumber: number, codeNotation, archiveUnits, addressees };
}
