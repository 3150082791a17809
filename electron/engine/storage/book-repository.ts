import type { Kysely } from 'kysely';
import type { BookState } from '../../../shared/domain/issue-date.ts';
import type { Database } from './schema.ts';

export interface BookKey {
  kind: 'incoming' | 'outgoing';
  series: string;
  year: number;
}

/** The number the next document of the series takes; 1 in a series that has given none. */
export async function nextNumber(database: Kysely<Database>, { kind, series, year }: BookKey): Promise<number> {
  const row = await database.selectFrom('book').select('next').where('kind', '=', kind).where('series', '=', series).where('year', '=', year).executeTakeFirst();
  return row?.next ?? 1;
}

/** Takes `expected` from the series; false when another document took it since it was read. Inside a transaction. */
export async function takeNumber(database: Kysely<Database>, key: BookKey, expected: number): Promise<boolean> {
  const result = await database
    .insertInto('book')
    .values({ ...key, next: expected + 1, startedAt: null })
    .onConflict((conflict) => conflict.columns(['kind', 'series', 'year']).doUpdateSet({ next: expected + 1 }).where('book.next', '=', expected))
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) === 1n;
}

/** Whether the series has given a number. */
export async function hasGivenNumber(database: Kysely<Database>, { kind, series, year }: BookKey): Promise<boolean> {
  const row =
    kind === 'incoming'
      ? await database.selectFrom('incoming').select('id').where('series', '=', series).where('year', '=', year).limit(1).executeTakeFirst()
      : await database.selectFrom('outgoing').select('id').where('series', '=', series).where('year', '=', year).where('codeNumber', 'is not', null).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Sets the number a series begins with. */
export async function startBook(database: Kysely<Database>, key: BookKey, next: number, startedAt: string): Promise<void> {
  await database
    .insertInto('book')
    .values({ ...key, next, startedAt })
    .onConflict((conflict) => conflict.columns(['kind', 'series', 'year']).doUpdateSet({ next, startedAt }))
    .execute();
}

/** What a careful archivist asks of a book before a number is taken from it. */
export async function bookState(database: Kysely<Database>, key: BookKey, thisYear: number): Promise<BookState> {
  const begun = await database.selectFrom('book').select('startedAt').where('kind', '=', key.kind).where('series', '=', key.series).where('year', '=', key.year).executeTakeFirst();
  const last = key.kind === 'incoming' ? await lastArrival(database, key) : await lastIssue(database, key);
  return { open: key.year >= thisYear || begun?.startedAt != null, lastDate: last };
}

/** The day of the newest number; lines brought in from an old book may have none. */
async function lastIssue(database: Kysely<Database>, { series, year }: BookKey): Promise<string | null> {
  const last = await database.selectFrom('outgoing').select('issuedDate').where('series', '=', series).where('year', '=', year).where('codeNumber', 'is not', null).where('issuedDate', 'is not', null).orderBy('codeNumber', 'desc').limit(1).executeTakeFirst();
  return last?.issuedDate ?? null;
}

async function lastArrival(database: Kysely<Database>, { series, year }: BookKey): Promise<string | null> {
  const last = await database.selectFrom('incoming').select('arrivalDate').where('series', '=', series).where('year', '=', year).orderBy('arrivalNumber', 'desc').limit(1).executeTakeFirst();
  return last?.arrivalDate ?? null;
}

/** The books that have begun, newest year first. */
export const listBooks = (database: Kysely<Database>, year: number | undefined): Promise<Database['book'][]> =>
  database
    .selectFrom('book')
    .selectAll()
    .$if(year !== undefined, (query) => query.where('year', '=', year ?? 0))
    .orderBy('year', 'desc')
    .orderBy('kind', 'desc')
    .orderBy('series')
    .execute();
