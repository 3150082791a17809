import { type Kysely, sql } from 'kysely';
import type { Act } from './register-acts.ts';
import type { BookName } from './register-search.ts';
import type { Database } from './schema.ts';

/** Keys asked for in one question. */
const keysAtOnce = 2000;

/** Whether lines of old books stand in the book. */
export const hasImported = async (database: Kysely<Database>, book: BookName): Promise<boolean> => (await database.selectFrom(book).select('id').where('importKey', 'is not', null).limit(1).executeTakeFirst()) !== undefined;

/** Which of these keys stand in the book already. */
export async function presentKeys(database: Kysely<Database>, book: BookName, keys: readonly string[], step: (done: number) => Promise<void>): Promise<Set<string>> {
  const present = new Set<string>();
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    const rows = await database.selectFrom(book).select('importKey').where('importKey', 'in', keys.slice(at, at + keysAtOnce)).execute();
    for (const { importKey } of rows) if (importKey !== null) present.add(importKey);
    await step(at);
  }
  return present;
}

/** A number that stands in the book already. */
export interface TakenNumber {
  series: string;
  year: number;
  number: number;
  suffix: string;
  /** Empty in the incoming book. */
  codeNotation: string;
  twin: number;
  sortKey: number;
  imported: boolean;
}

/** The numbers of some years of a book; those of undated outgoing lines too, which stand in one place in the list whatever their year. */
export async function takenNumbers(database: Kysely<Database>, book: BookName, years: readonly number[]): Promise<TakenNumber[]> {
  const rows =
    book === 'incoming'
      ? await database.selectFrom('incoming').select(['series', 'year', 'arrivalNumber as number', 'numberSuffix as suffix', sql<string>`''`.as('codeNotation'), 'twin', 'sortKey', 'batch']).where('year', 'in', years).execute()
      : await database.selectFrom('outgoing').select(['series', 'year', sql<number>`codeNumber`.as('number'), 'numberSuffix as suffix', 'codeNotation', 'twin', 'sortKey', 'batch']).where((of) => of.or([of('year', 'in', years), of('issuedDate', 'is', null)])).where('codeNumber', 'is not', null).execute();
  return rows.map(({ batch, ...row }) => ({ ...row, imported: batch !== null }));
}

/** Where the next number of a series stood before and after an import, kept so that undoing it can put it back. */
export interface NextBefore {
  series: string;
  year: number;
  before: number | null;
  after: number;
}

/** Begins a batch; its amounts follow once they are known. */
export async function beginBatch(database: Kysely<Database>, act: Act, batch: { book: BookName; fileName: string; sha256: string; imported: number; skipped: number }): Promise<number> {
  const { id } = await database.insertInto('importBatch').values({ ...act, ...batch, undoneAt: null, undoneBy: null }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Says of a batch how many lines came in. */
export const closeBatch = (database: Kysely<Database>, batch: number, amounts: { imported: number; skipped: number }) => database.updateTable('importBatch').set(amounts).where('id', '=', batch).execute();

/** The kind of `saved` in which batches note how far they brought their series. */
export const nextKept = 'import-next';

/** Lets every series go on after the highest number that came in; a series that is further already stays. */
export async function raiseNext(database: Kysely<Database>, book: BookName, batch: number, highest: readonly { series: string; year: number; number: number }[], at: string): Promise<void> {
  const kept: NextBefore[] = [];
  for (const { series, year, number } of highest) {
    const row = await database.selectFrom('book').select('next').where('kind', '=', book).where('series', '=', series).where('year', '=', year).executeTakeFirst();
    if (row && row.next > number) continue;
    kept.push({ series, year, before: row?.next ?? null, after: number + 1 });
    await database
      .insertInto('book')
      .values({ kind: book, series, year, next: number + 1, startedAt: null })
      .onConflict((conflict) => conflict.columns(['kind', 'series', 'year']).doUpdateSet({ next: number + 1 }))
      .execute();
  }
  await database.insertInto('saved').values({ kind: nextKept, name: String(batch), content: JSON.stringify(kept), updatedAt: at }).execute();
}

/** Puts back where series stood before a batch, unless they have given numbers since: of those it stays known how far the batch had brought them. */
async function lowerNext(database: Kysely<Database>, book: BookName, batch: number): Promise<void> {
  const row = await database.selectFrom('saved').select('content').where('kind', '=', nextKept).where('name', '=', String(batch)).executeTakeFirst();
  const left: NextBefore[] = [];
  for (const kept of (JSON.parse(row?.content ?? '[]') as NextBefore[])) {
    const { series, year, before, after } = kept;
    const of = { kind: book, series, year, next: after };
    const lowered =
      before === null
        ? (await database.deleteFrom('book').where((where) => where.and(of)).where('startedAt', 'is', null).executeTakeFirst()).numDeletedRows
        : (await database.updateTable('book').set({ next: before }).where((where) => where.and(of)).executeTakeFirst()).numUpdatedRows;
    if (lowered === 0n) left.push(kept);
  }
  const own = database.updateTable('saved').set({ content: JSON.stringify(left) }).where('kind', '=', nextKept).where('name', '=', String(batch));
  if (left.length > 0) await own.execute();
  else await database.deleteFrom('saved').where('kind', '=', nextKept).where('name', '=', String(batch)).execute();
}

/** Fields whose values are offered under the fields of a form, and the columns that hold them. */
const usedColumns = { incoming: [['organName', 'organName'], ['signer', 'signerName'], ['toPlaces', 'toPlaces']], outgoing: [['signer', 'signerName'], ['codeNotation', 'codeNotation']] } as const;

/** Remembers the names of a batch for the lists under the fields, each with how often it stood in the book. */
export async function noteBatchUsed(database: Kysely<Database>, book: BookName, batch: number): Promise<void> {
  for (const [field, column] of usedColumns[book]) {
    const [name, lines] = [sql.ref(column), sql.table(book)];
    await sql`INSERT INTO usedValue (field, value, amount, lastAt)
      SELECT ${field}, ${name}, count(*), max(updatedAt) FROM ${lines} WHERE batch = ${batch} AND ${name} IS NOT NULL AND ${name} <> '' AND length(${name}) <= 300 GROUP BY ${name}
      ON CONFLICT (field, value) DO UPDATE SET amount = amount + excluded.amount`.execute(database);
  }
}

async function forgetBatchUsed(database: Kysely<Database>, book: BookName, batch: number): Promise<void> {
  for (const [field, column] of usedColumns[book]) {
    const [name, lines] = [sql.ref(column), sql.table(book)];
    await sql`UPDATE usedValue SET amount = amount - counted.times FROM (SELECT ${name} AS value, count(*) AS times FROM ${lines} WHERE batch = ${batch} GROUP BY ${name}) AS counted
      WHERE usedValue.field = ${field} AND usedValue.value = counted.value`.execute(database);
  }
  await database.deleteFrom('usedValue').where('amount', '<=', 0).execute();
}

/** A batch, or undefined. */
export const findBatch = (database: Kysely<Database>, batch: number) => database.selectFrom('importBatch').selectAll().where('id', '=', batch).executeTakeFirst();

/** All imports, newest first. */
export const listBatches = (database: Kysely<Database>) => database.selectFrom('importBatch').select(['id as batch', 'at', 'who', 'book', 'fileName', 'imported', 'skipped', 'undoneAt']).orderBy('id', 'desc').execute();

/** Lines of a batch that somebody has worked on since: changed, answered, given files, linked from other lines. */
export async function workedOn(database: Kysely<Database>, book: BookName, batch: number): Promise<{ number: number; suffix: string; year: number }[]> {
  const [lines, number, history, owner] = [sql.table(book), sql.ref(book === 'incoming' ? 'arrivalNumber' : 'codeNumber'), sql.table(`${book}History`), sql.ref(`${book}Id`)];
  const linked =
    book === 'incoming'
      ? sql`0`
      : sql`(EXISTS (SELECT 1 FROM incoming WHERE replyId = line.id) OR EXISTS (SELECT 1 FROM outgoing AS other WHERE other.byId = line.id AND other.batch IS NOT ${batch}))`;
  const { rows } = await sql<{ number: number; suffix: string; year: number }>`SELECT ${number} AS number, numberSuffix AS suffix, year FROM ${lines} AS line
    WHERE batch = ${batch} AND (revision > 1 OR fileCount > 0 OR EXISTS (SELECT 1 FROM ${history} WHERE ${owner} = line.id) OR ${linked}) ORDER BY year, number LIMIT 1000`.execute(database);
  return rows;
}

/** The years of the lines a batch brought. */
export const yearsOfBatch = async (database: Kysely<Database>, book: BookName, batch: number): Promise<number[]> =>
  (await sql<{ year: number }>`SELECT DISTINCT year FROM ${sql.table(book)} WHERE batch = ${batch} ORDER BY year`.execute(database)).rows.map(({ year }) => year);

/** Takes a whole batch out again: its lines, their index rows, the names remembered from it. Inside a transaction. */
export async function removeBatch(database: Kysely<Database>, book: BookName, batch: number, act: Act): Promise<number> {
  const [lines, index] = [sql.table(book), sql.table(`${book}Index`)];
  await database.updateTable('importBatch').set({ undoneAt: act.at, undoneBy: act.who }).where('id', '=', batch).execute();
  await forgetBatchUsed(database, book, batch);
  for (const each of [index, sql.table(`${book}TextIndex`)]) await sql`DELETE FROM ${each} WHERE rowid IN (SELECT sortKey FROM ${lines} WHERE batch = ${batch})`.execute(database);
  const removed = await database.deleteFrom(book).where('batch', '=', batch).executeTakeFirst();
  await lowerNext(database, book, batch);
  return Number(removed.numDeletedRows);
}
