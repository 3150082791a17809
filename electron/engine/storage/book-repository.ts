import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { BookState } from '../../../shared/domain/issue-date.ts';
import { keptQuery } from './kept-query.ts';
import type { Database } from './schema.ts';
import { noteTaken } from './taken-numbers.ts';

export interface BookKey {
  kind: 'incoming' | 'outgoing';
  series: string;
  year: number;
}

/** The number the next document of the series takes; 1 in a series that has given none. */
export async function nextNumber(database: Kysely<Database>, key: BookKey): Promise<number> {
  const { rows } = await bookOf(database, key);
  return rows[0]?.next ?? 1;
}

const bookOf = keptQuery((database, { kind, series, year }: BookKey) => database.selectFrom('book').select('next').where('kind', '=', kind).where('series', '=', series).where('year', '=', year));

/** Takes `expected` from the series; false when another document took it since it was read. Inside a transaction. */
export async function takeNumber(database: Kysely<Database>, key: BookKey, expected: number): Promise<boolean> {
  const { numAffectedRows } = await moveOn(database, { ...key, next: expected + 1, expected });
  if (numAffectedRows !== 1n) return false;
  noteTaken(database, { ...key, number: expected });
  return true;
}

const moveOn = keptQuery((database, { expected, ...book }: BookKey & { next: number; expected: number }) =>
  database
    .insertInto('book')
    .values(book)
    .onConflict((conflict) => conflict.columns(['kind', 'series', 'year']).doUpdateSet({ next: book.next }).where('book.next', '=', expected)),
);

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

/** What a careful archivist asks of a book before a number is taken from it, and that number. */
export async function bookState(database: Kysely<Database>, key: BookKey, thisYear: number): Promise<BookState & { next: number }> {
  const { kind, series, year } = key;
  const { next = null, startedAt = null, lastDate = null } = (await standing[kind](database, { series, year })).rows[0] ?? {};
  return { open: year >= thisYear || startedAt !== null, lastDate, next: next ?? 1 };
}

type SeriesKey = Omit<BookKey, 'kind'>;

/** A book's next number and start with the day of the newest number's line, in one question; `lastDate` finds that day. */
const standingBook = (kind: BookKey['kind'], lastDate: (key: SeriesKey) => RawBuilder<string>) =>
  keptQuery((_, { series, year }: SeriesKey) => sql<{ next: number | null; startedAt: string | null; lastDate: string | null }>`SELECT next, startedAt, (${lastDate({ series, year })}) AS lastDate FROM (SELECT 1) LEFT JOIN book ON kind = ${sql.lit(kind)} AND series = ${series} AND year = ${year}`);

const standing = {
  incoming: standingBook('incoming', ({ series, year }) => sql`SELECT arrivalDate FROM incoming WHERE series = ${series} AND year = ${year} ORDER BY arrivalNumber DESC LIMIT 1`),
  // lines brought in from an old book may have no day
  outgoing: standingBook('outgoing', ({ series, year }) => sql`SELECT issuedDate FROM outgoing WHERE series = ${series} AND year = ${year} AND codeNumber IS NOT NULL AND issuedDate IS NOT NULL ORDER BY codeNumber DESC LIMIT 1`),
};

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
