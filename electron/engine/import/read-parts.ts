import { incomingTexts, outgoingTexts } from '../storage/indexed-texts.ts';
import { BulkIndex } from '../storage/bulk-index.ts';
import { type PortionColumn, type PortionColumns, portionColumn, portionColumns } from '../storage/line-portion.ts';
import type { SheetRow } from '../../../shared/domain/import/cell.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { BookReading, type SheetReading } from './book-reading.ts';
import { chooseSheets, type TakenSheet } from './choose-sheets.ts';
import { LineKeys } from './line-keys.ts';
import { openBookBytes } from './open-old-book.ts';
import type { ImportChoice } from './read-import.ts';
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
  const chosen = await chooseSheets(opened, choice);
  const reading = new BookReading(name, chosen, choice, thisYear);
  reading.refuseMissing();
  yield { opened: { sha256: opened.sha256, rows: chosen.amount } };
  const keys = new LineKeys(book);
  const index = new BulkIndex();
  const portion = (lines: readonly OldLine[]): ReadPart => {
    const prepared = lines.map((line) => tableLine(line, keys.next(line), book, rules));
    const words: string[][] = [];
    for (const line of prepared) index.row('arrivalNumber' in line ? incomingTexts(line, []) : outgoingTexts(line, null, []), line.status, line.year).forEach((text, column) => (words[column] ??= []).push(text));
    return { lines: { rows: lines.map(({ row }) => row), columns: portionColumns(prepared), words: words.map(portionColumn) } };
  };
  // how days are written is told by all rows of a book: they are looked through once before the first that hangs on it
  let looked = false;
  const lookThrough = async (under: SheetReading, { name: current }: TakenSheet): Promise<void> => {
    looked = true;
    for (const { name: sheet, head } of chosen.taken) {
      const begun = await opened.begin(sheet);
      const { orders } = sheet === current ? under : reading.ordersOf(head);
      for await (const rows of allOf(begun.sheet.rows, begun.rest)) for (const { row, cells } of rows) if (row > (head?.last ?? 0)) orders.see(cells);
    }
    await watch();
  };
  for (const [place, taken] of chosen.taken.entries()) {
    const { sheet, rest } = place === 0 ? chosen.first : await opened.begin(taken.name);
    const under = reading.begin(sheet, taken.head);
    let given = 0;
    for await (const rows of allOf(sheet.rows, rest)) {
      if (!looked && rows.some(({ cells }) => under.orders.hangsOn(cells))) await lookThrough(under, taken);
      for (const [at, { row, cells, hidden }] of rows.entries()) {
        under.rows.read(row, cells, hidden);
        // cells are larger than the lines: none stays longer than it is needed
        rows[at] = { row, cells: [], hidden };
        if (under.rows.lines.length - given < linesAtOnce) continue;
        const lines = reading.take(under, under.rows.lines.slice(given, given + linesAtOnce));
        if (lines.length > 0) yield portion(lines);
        given += linesAtOnce;
      }
    }
    under.rows.flush();
    const lines = reading.take(under, under.rows.lines.slice(given));
    if (lines.length > 0) yield portion(lines);
  }
  const { problems } = reading.finish();
  yield { noticed: { problems: problems.slice(0, problemsTold), more: Math.max(0, problems.length - problemsTold) } };
}

async function* allOf(beginning: SheetRow[], rest: () => AsyncGenerator<SheetRow[]>): AsyncGenerator<SheetRow[]> {
  yield beginning;
  yield* rest();
}
