import { type Kysely, type Selectable, sql } from 'kysely';
import type { BookYearActName } from '../../../shared/contract/books.ts';
import type { BookYears } from '../../../shared/domain/book-years.ts';
import { keptQuery } from './kept-query.ts';
import type { Act } from './register-acts.ts';
import type { Database } from './schema.ts';

type BookKind = Database['bookYear']['kind'];

const yearsOf = keptQuery((database, { kind }: { kind: BookKind }) =>
  database.selectFrom('bookYear').select(['year', 'state']).where('kind', '=', kind),
);

/** The years of a kind of book with their states; empty before its first number. */
export async function readBookYears(database: Kysely<Database>, kind: BookKind): Promise<BookYears> {
  const { rows } = await yearsOf(database, { kind });
  return Object.fromEntries(rows.map(({ year, state }) => [year, state]));
}

/** Writes the states that differ. Inside a transaction. */
export async function writeBookYears(
  database: Kysely<Database>,
  kind: BookKind,
  before: BookYears,
  after: BookYears,
): Promise<void> {
  const changed = Object.entries(after).filter(([year, state]) => before[Number(year)] !== state);
  // one year runs at a time: the former one stops before the next begins
  for (const [year, state] of changed.sort(([, one], [, other]) => Number(one === 'running') - Number(other === 'running'))) {
    await database
      .insertInto('bookYear')
      .values({ kind, year: Number(year), state })
      .onConflict((conflict) => conflict.columns(['kind', 'year']).doUpdateSet({ state }))
      .execute();
  }
}

/** Remembers for ever who opened, closed or reopened a year, and why. */
export const addBookYearAct = async (
  database: Kysely<Database>,
  { kind, year, act, reason = null, at, who }: Act & { kind: BookKind; year: number; act: BookYearActName; reason?: string | null },
): Promise<void> => void (await database.insertInto('bookYearAct').values({ kind, year, act, reason, at, who }).execute());

/** The last time a person said that a clock earlier than the last number is right; its reason is the instant that number was given. */
export const lastClockAct = async (database: Kysely<Database>): Promise<{ at: string; reason: string | null } | null> =>
  (await database
    .selectFrom('bookYearAct')
    .select(['at', 'reason'])
    .where('act', '=', 'clock')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null;

/** What was done with the years of the books, oldest first. */
export const bookYearActs = (database: Kysely<Database>): Promise<Selectable<Database['bookYearAct']>[]> =>
  database.selectFrom('bookYearAct').selectAll().orderBy('id').execute();

/** What stands in one series of a year. */
interface SeriesOfYear {
  kind: BookKind;
  year: number;
  series: string;
  last: number;
  lastDate: string | null;
  lines: number;
  /** Kept numbers that have no dispatch yet. */
  reserved: number;
}

/** Whether a year of a book has a line with a number, its own or of an old book. */
export async function hasLinesOf(database: Kysely<Database>, { kind, year }: { kind: BookKind; year: number }): Promise<boolean> {
  const line =
    kind === 'incoming'
      ? await database.selectFrom('incoming').select('id').where('year', '=', year).limit(1).executeTakeFirst()
      : await database.selectFrom('outgoing').select('id').where('year', '=', year).where('codeNumber', 'is not', null).limit(1).executeTakeFirst();
  return line !== undefined;
}

/** The last number of every series of every year, with the amount of its lines. */
export async function lastNumbers(database: Kysely<Database>): Promise<SeriesOfYear[]> {
  const { rows } = await sql<SeriesOfYear>`
    SELECT 'incoming' AS kind, year, series, max(arrivalNumber) AS last, arrivalDate AS lastDate, count(*) AS lines, 0 AS reserved
      FROM incoming GROUP BY year, series
    UNION ALL SELECT 'outgoing', year, series, max(codeNumber), issuedDate, count(*), sum(status = 'reserved')
      FROM outgoing WHERE codeNumber IS NOT NULL AND status <> 'used' GROUP BY year, series`.execute(database);
  return rows;
}
