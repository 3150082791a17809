import { incomingTexts, outgoingTexts } from '../storage/indexed-texts.ts';
import { BulkIndex } from '../storage/bulk-index.ts';
import { type PortionColumn, type PortionColumns, portionColumn, portionColumns } from '../storage/line-portion.ts';
import type { SheetRow } from '../../../shared/domain/import/cell.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { LineKeys } from './line-keys.ts';
import { openBookBytes } from './open-old-book.ts';
import { type ImportChoice, beginSheet, isNumberUnknown, readLines, refuseMissing } from './read-import.ts';
import { type TableRules, tableLine } from './table-line.ts';

/** A file of an old book that is to be read for entering. */
export interface ReadOrder extends TableRules {
  name: string;
  bytes: Uint8Array;
  choice: ImportChoice;
  thisYear: number;
}

/**
 * What reading a file gives, in this order: what it is, its lines portion by portion with their index rows, and what
 * was noticed in them.
 */
export type ReadPart =
  | { opened: { sha256: string; rows: number } }
  | { lines: { rows: readonly number[]; columns: PortionColumns; words: readonly PortionColumn[] } }
  | { noticed: { problems: readonly LineProblem[]; more: number } };

/** Lines of one portion. */
const linesAtOnce = 2000;

/** Reads an old book for entering. `watch` is called while it is opened; `problemsTold` problems are given, the rest counted. */
export async function* readParts({ name, bytes, choice, thisYear, ...rules }: ReadOrder, problemsTold: number, watch: () => void | Promise<void>): AsyncGenerator<ReadPart> {
  const { book } = choice;
  const opened = await openBookBytes(name, bytes, watch);
  const { sheet, head, amount, rest } = await beginSheet(opened, choice);
  const reading = readLines(sheet, head, choice, thisYear);
  refuseMissing(reading.columns, book, isNumberUnknown(head, choice));
  yield { opened: { sha256: opened.sha256, rows: amount } };
  const keys = new LineKeys(book);
  const index = new BulkIndex();
  const portion = (lines: readonly OldLine[]): ReadPart => {
    const prepared = lines.map((line) => tableLine(line, keys.next(line), book, rules));
    const words: string[][] = [];
    for (const line of prepared) index.row('arrivalNumber' in line ? incomingTexts(line, []) : outgoingTexts(line, null, []), line.status, line.year).forEach((text, column) => (words[column] ??= []).push(text));
    return { lines: { rows: lines.map(({ row }) => row), columns: portionColumns(prepared), words: words.map(portionColumn) } };
  };
  let given = 0;
  // how days are written is told by all rows of a book: they are looked through once before the first that hangs on it
  let looked = false;
  for await (const rows of allOf(sheet.rows, rest)) {
    if (!looked && rows.some(({ cells }) => reading.orders.hangsOn(cells))) {
      looked = true;
      for await (const further of (await opened.begin(sheet.name)).rest()) for (const { cells } of further) reading.orders.see(cells);
      await watch();
    }
    for (const [place, { row, cells, hidden }] of rows.entries()) {
      reading.rows.read(row, cells, hidden);
      // cells are larger than the lines: none stays longer than it is needed
      rows[place] = { row, cells: [], hidden };
      // the row after may still add to the last line
      if (reading.rows.lines.length - given <= linesAtOnce) continue;
      yield portion(reading.rows.lines.slice(given, given + linesAtOnce));
      given += linesAtOnce;
    }
  }
  reading.rows.flush();
  if (reading.rows.lines.length > given) yield portion(reading.rows.lines.slice(given));
  const { problems } = reading.finish();
  yield { noticed: { problems: problems.slice(0, problemsTold), more: Math.max(0, problems.length - problemsTold) } };
}

async function* allOf(beginning: SheetRow[], rest: () => AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  yield beginning;
  yield* rest();
}
