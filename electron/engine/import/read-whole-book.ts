import type { Sheet } from '../../../shared/domain/import/cell.ts';
import type { Job } from '../jobs.ts';
import { BookReading, type SheetReading } from './book-reading.ts';
import { chooseSheets } from './choose-sheets.ts';
import type { OldBookFile } from './open-old-book.ts';
import type { ImportChoice, ImportReading } from './read-import.ts';

/** Reads the sheets of an old book, row by row, in turns with the engine's other work. */
export async function readWholeBook(opened: OldBookFile, choice: ImportChoice, thisYear: number, job: Pick<Job, 'step'>): Promise<ImportReading> {
  const chosen = await chooseSheets(opened, choice);
  const book = new BookReading(opened.name, chosen, choice, thisYear);
  const sheets: { sheet: Sheet; reading: SheetReading }[] = [];
  for (const { name, head } of chosen.taken) {
    const sheet = await opened.read(name);
    sheets.push({ sheet, reading: book.begin(sheet, head) });
  }
  const amount = sheets.reduce((sum, { sheet }) => sum + sheet.rows.length, 0);
  let done = 0;
  for (const { sheet, reading } of sheets) {
    for (const { row, cells, hidden } of sheet.rows) {
      reading.rows.read(row, cells, hidden);
      done += 1;
      if (done % 1000 === 0) await job.step('Đang đọc từng dòng', done, amount);
    }
    reading.rows.flush();
    book.take(reading, reading.rows.lines);
  }
  const [first] = sheets;
  if (!first) throw new Error('an old book without a sheet');
  return { sheet: first.sheet, taken: new Map(sheets.map(({ sheet }) => [sheet.name, sheet])), head: chosen.taken[0]?.head ?? null, columns: first.reading.columns, lines: book.lines, ...book.finish() };
}
