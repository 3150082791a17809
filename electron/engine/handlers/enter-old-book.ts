import { localDay } from '../../../shared/domain/dates.ts';
import type { LineProblem } from '../../../shared/domain/import/old-line.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { NumberPlaces } from '../import/number-places.ts';
import { bytesOf } from '../import/open-old-book.ts';
import { placeLines } from '../import/place-lines.ts';
import type { ImportChoice } from '../import/read-import.ts';
import { readInThread } from '../import/read-in-thread.ts';
import type { ReadPart } from '../import/read-parts.ts';
import type { Job } from '../jobs.ts';
import { IndexWriter, LineWriter, withImportMemory } from '../storage/import-lines.ts';
import { beginBatch, closeBatch, hasImported, noteBatchUsed, presentKeys, raiseNext, takenNumbers } from '../storage/import-repository.ts';
import { type PortionColumn, portionColumn, saidAt } from '../storage/line-portion.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { refuseClosedYears } from './enter-year.ts';

/** What came of an import. */
interface Entered {
  imported: number;
  skipped: number;
  batch: number | null;
  noticed: { problems: readonly LineProblem[]; more: number };
}

/** A file from this size on is read in a thread of its own, a few parts ahead of the writer, bytes: a smaller one is read whole before. */
const threadedBytes = 200_000;
/** Index rows written between two looks at whether to go on. */
const rowsAtOnce = 400;
/** Lines whose index rows are written in one go. */
const indexedAtOnce = 24_000;

/** Reads an old book and enters, in one transaction and as one batch, the lines that do not stand in the book yet; lines are written while the next are read. */
export async function enterOldBook(context: EngineParts, file: File, choice: ImportChoice, problemsTold: number, job: Job): Promise<Entered> {
  const opening = (): Promise<void> => job.step('Đang mở tệp', 0, null);
  await opening();
  const { series } = await readSettings(context.database);
  const order = { name: file.name, bytes: await bytesOf(file), choice, thisYear: context.clock().getFullYear(), today: localDay(context.clock()), series };
  async function* readSmall(): AsyncGenerator<ReadPart> {
    yield* await context.strangers('old-book-parts', { ...order, problemsTold }, opening);
  }
  const parts = order.bytes.length < threadedBytes ? readSmall() : readInThread(order, problemsTold, opening);
  try {
    const first = await parts.next();
    if (first.done || !('opened' in first.value)) throw new Error('an old book that was not opened');
    const { opened } = first.value;
    return await context.inTurn(() => context.write((held) => withImportMemory(held.book.database().sqlite, () => enter(held, { ...opened, name: file.name, parts }, choice, job))));
  } finally {
    await parts.return(undefined);
  }
}

/** A file under way. */
interface OpenedBook {
  name: string;
  sha256: string;
  rows: number;
  parts: AsyncGenerator<ReadPart>;
}

async function enter(held: EngineParts, { name, sha256, rows, parts }: OpenedBook, { book }: ImportChoice, job: Job): Promise<Entered> {
  const { database } = held;
  const { sqlite } = held.book.database();
  const act = actNow(held, await readSettings(database));
  const mayBePresent = await hasImported(database, book);
  const places = new NumberPlaces(book);
  const years = new Set<number>();
  const writer = new LineWriter(sqlite, book);
  const index = new IndexWriter(sqlite, book);
  /** Index rows that wait for their turn, with the place of their lines, null for a line that stood in the book. */
  let waiting: { words: readonly PortionColumn[]; sortKeys: readonly (number | null)[] }[] = [];
  const given: LineProblem[] = [];
  let [imported, skipped, indexed] = [0, 0, 0];
  let batch: number | null = null;
  let noticed: Entered['noticed'] = { problems: [], more: 0 };
  const written = (lines: number, indexRows: number): Promise<void> => job.step('Đang ghi vào sổ', Math.floor((lines + indexRows) / 2), Math.max(rows, imported));

  const writeIndex = async (): Promise<void> => {
    for (const { words, sortKeys } of waiting) {
      for (const [line, sortKey] of sortKeys.entries()) {
        if (sortKey === null) continue;
        index.write(sortKey, words.map((column) => saidAt(column, line)));
        indexed += 1;
        if (indexed % rowsAtOnce === 0) await written(imported, indexed);
      }
    }
    waiting = [];
  };

  for await (const part of parts) {
    if ('lines' in part) {
      const { columns } = part.lines;
      const keys = part.lines.rows.map((_, line) => String(saidAt(columns.importKey, line)));
      const present = mayBePresent ? await presentKeys(database, book, keys, () => Promise.resolve()) : null;
      const fresh = keys.flatMap((key, line) => (present?.has(key) ? [] : [line]));
      skipped += keys.length - fresh.length;
      const newYears = [...new Set(fresh.map((line) => Number(saidAt(columns.year, line))))].filter((year) => !years.has(year));
      await refuseClosedYears(held, book, newYears, 'bring-in');
      if (newYears.length > 0) places.take(await takenNumbers(database, book, newYears));
      for (const year of newYears) years.add(year);
      const placed = placeLines(part.lines, fresh, book, places);
      given.push(...placed.problems);
      if (fresh.length === 0) continue;
      batch ??= await beginBatch(database, act, { book, fileName: name, sha256, imported: 0, skipped: 0 });
      const before = imported;
      await writer.write({ ...columns, twin: portionColumn(placed.twins), sortKey: { each: placed.sortKeys }, batch: { alike: batch }, updatedAt: { alike: act.at } }, fresh, (done) => written(before + done, 0));
      imported += fresh.length;
      waiting.push({ words: part.lines.words, sortKeys: placed.sortKeys });
      // seldom: a line written after index rows makes the index write out what it holds
      if (imported - indexed >= indexedAtOnce) await writeIndex();
    } else if ('noticed' in part) noticed = part.noticed;
  }
  if (batch === null) return { imported, skipped, batch, noticed };
  await writeIndex();
  index.end();
  if (indexed !== imported) throw new Error(`${indexed} index rows for ${imported} lines`);
  await closeBatch(database, batch, { imported, skipped });
  await raiseNext(database, book, batch, places.highest(), act.at);
  await noteBatchUsed(database, book, batch);
  await job.step('Đang ghi vào sổ', imported, imported);
  return { imported, skipped, batch, noticed: { problems: [...noticed.problems, ...given], more: noticed.more } };
}
