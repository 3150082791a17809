import { type Kysely, type RawBuilder, sql } from 'kysely';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { keptQuery } from './kept-query.ts';
import { type BookName, countFound, fromFound, type IndexName, narrowed, type SearchQuery } from './register-search.ts';
import type { Database } from './schema.ts';

/** Which lines of a book are wanted. `query` null: a text was typed in which nothing can be searched for. */
export interface RegisterFilter {
  query: SearchQuery | null | undefined;
  status?: string | undefined;
  year?: number | undefined;
  /** Further conditions on the lines; with any of them the lines themselves are counted. */
  conditions: readonly RawBuilder<boolean>[];
  /** The index made for these conditions: SQLite by itself would rather walk the whole book in its order. */
  indexedBy?: string | undefined;
  /** Where hits come from when it is not the index of the book's fields; such a filter has no status and no year. */
  by?: IndexName | undefined;
}

/** The condition «of the number typed under its head» (`12`, `012`, `12a`, `1.247`); none when nothing was typed, and no line when it is no number. */
export function numberCondition(column: string, suffixColumn: string, typed: string | undefined): RawBuilder<boolean>[] {
  if (!typed?.trim()) return [];
  const digits = /^0*(\d{1,9})(\D*)$/.exec(typed.replace(/[.\s]/g, ''));
  return [digits ? sql<boolean>`${sql.ref(column)} = ${Number(digits[1])} AND ${sql.ref(suffixColumn)} LIKE ${`${digits[2] ?? ''}%`}` : sql<boolean>`FALSE`];
}

/** Where a page begins: after a line (and whether that was still among the exact hits), or so many lines in. */
export type PageStart = { after: number; exact: boolean } | { offset: number };

/** Above this many hits a search is not counted to its end unless asked for. */
const enough = 10_000;

const all = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<unknown> => (conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`);

const lineConditions = (book: BookName, { status, year, conditions }: Omit<RegisterFilter, 'query'>): RawBuilder<boolean>[] => [
  // a reserved number that has passed to its letter is no line of the book any more
  ...(status !== undefined ? [sql<boolean>`${sql.ref(`${book}.status`)} = ${status}`] : book === 'outgoing' ? [sql<boolean>`outgoing.status <> 'used'`] : []),
  ...(year === undefined ? [] : [sql<boolean>`${sql.ref(`${book}.year`)} = ${year}`]),
  ...conditions,
];

/** What a page is asked for; hits of the index (`match`) are narrowed to a status and a year within `match` itself. */
interface PageWanted {
  match?: string | undefined;
  status?: string | undefined;
  year?: number | undefined;
  after?: number | undefined;
  count: number;
  skip: number;
}

function pageText(book: BookName, columns: readonly string[], { match, status, year, after, count, skip }: PageWanted, { conditions, indexedBy, by = book }: Pick<RegisterFilter, 'conditions' | 'indexedBy' | 'by'>): RawBuilder<unknown> {
  const key = sql.ref(match === undefined ? `${book}.sortKey` : `${by}Index.rowid`);
  const wanted = [...(match === undefined ? lineConditions(book, { status, year, conditions }) : conditions), ...(after === undefined ? [] : [sql<boolean>`${key} < ${after}`])];
  // a bare ? after LIMIT makes SQLite plan the statement anew at every call, since the plan may depend on it
  return sql`SELECT ${sql.raw(columns.map((column) => `${book}.${column}`).join(', '))} ${fromFound(book, match ?? null, indexedBy, by)} ${all(wanted)} ORDER BY ${key} DESC LIMIT CAST(${count} AS INTEGER) OFFSET CAST(${skip} AS INTEGER)`;
}

type KeptPage = (database: Kysely<Database>, wanted: PageWanted) => Promise<{ rows: unknown[] }>;
const keptPages = new Map<readonly string[], KeptPage>();
const keptTextPages = new Map<readonly string[], KeptPage>();

/** The pages of a list without further conditions: the columns of a list belong to one book. */
function keptPage(book: BookName, columns: readonly string[], by: IndexName): KeptPage {
  const pages = by === book ? keptPages : keptTextPages;
  const known = pages.get(columns) ?? keptQuery((_, wanted: PageWanted) => pageText(book, columns, wanted, { conditions: [], by }));
  pages.set(columns, known);
  return known;
}

const keyOf = (book: BookName) => keptQuery((_, { id }: { id: number }) => sql<{ sortKey: number }>`SELECT sortKey FROM ${sql.table(book)} WHERE id = ${id}`);
const keys = { incoming: keyOf('incoming'), outgoing: keyOf('outgoing') };

/**
 * A page of a book, newest first, hits with the exact tones before the others; `next` when more follow. `columns` are
 * those read of every line: one and the same array at every call.
 */
export async function readPage<Row extends { id: number }>(database: Kysely<Database>, book: BookName, columns: readonly string[], filter: RegisterFilter, limit: number, start: PageStart): Promise<{ rows: Row[]; next: { after: number; exact: boolean } | null }> {
  const { query, status, year } = filter;
  if (query === null) return { rows: [], next: null };
  const read = async (match: string | null, count: number, from: PageStart): Promise<Row[]> => {
    const place = 'after' in from ? { after: from.after, skip: 0 } : { skip: from.offset };
    const wanted = match === null ? { status, year, count, ...place } : { match: narrowed(match, status, year), count, ...place };
    const isPlain = filter.conditions.length === 0 && filter.indexedBy === undefined;
    const { rows } = isPlain ? await keptPage(book, columns, filter.by ?? book)(database, wanted) : await pageText(book, columns, wanted, filter).execute(database);
    return rows as Row[];
  };
  const pageOf = async (rows: Row[], exact: boolean) => {
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const after = last && (await keys[book](database, { id: last.id })).rows[0]?.sortKey;
    return { rows: rows.slice(0, limit), next: after === undefined ? null : { after, exact } };
  };
  if (!query?.exact) return pageOf(await read(query?.all ?? null, limit + 1, start), false);

  const others = `((${query.all}) NOT (${query.exact}))`;
  if ('after' in start && !start.exact) return pageOf(await read(others, limit + 1, start), false);
  const first = await read(query.exact, limit + 1, start);
  if (first.length > limit) return pageOf(first, true);
  const passed = 'offset' in start ? Math.max(0, start.offset - (first.length > 0 ? start.offset : await countLines(database, book, { ...filter, query: { all: query.exact, exact: null } }, null))) : 0;
  const rest = await read(others, limit + 1 - first.length, { offset: passed });
  const page = await pageOf([...first, ...rest], false);
  // a page that ends with an exact hit goes on with the first of the others
  return page.next && first.length === limit ? { rows: page.rows, next: { after: Number.MAX_SAFE_INTEGER, exact: false } } : page;
}

/** Where the lines of a filter come from and its conditions, for whoever reads other columns or in another order; null when it finds none. */
export function foundLines(book: BookName, { query, status, year, conditions, indexedBy }: RegisterFilter): RawBuilder<unknown> | null {
  if (query === null) return null;
  const match = query === undefined ? null : narrowed(query.all, status, year);
  return sql`${fromFound(book, match, indexedBy)} ${all(match === null ? lineConditions(book, { status, year, conditions }) : conditions)}`;
}

/** How many lines a filter finds; counting a search stops at `atMost` when it is given. */
export async function countLines(database: Kysely<Database>, book: BookName, filter: RegisterFilter, atMost: number | null): Promise<number> {
  const { query, status, year, conditions } = filter;
  if (query === null) return 0;
  if (query !== undefined && conditions.length === 0) return countFound(database, book, narrowed(query.all, status, year), atMost);
  const found = sql`SELECT 1 ${fromFound(book, query?.all ?? null, filter.indexedBy)} ${all(lineConditions(book, filter))}`;
  const { rows } = await sql<{ amount: number }>`SELECT count(*) AS amount FROM (${atMost === null ? found : sql`${found} LIMIT ${atMost}`})`.execute(database);
  return rows[0]?.amount ?? 0;
}

/** How many lines of each status the filter finds, its own status left aside; `more` when a search was not counted to its end. */
export async function countByStatus<Status extends string>(database: Kysely<Database>, book: BookName, statuses: readonly Status[], filter: RegisterFilter, exact: boolean): Promise<{ counts: Record<Status, number>; more: boolean }> {
  const counts = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>;
  const { query, year, conditions } = filter;
  if (query === null) return { counts, more: false };
  if (query === undefined && conditions.length === 0) {
    const { rows } = await amounts[book](database, { year });
    for (const { status, amount } of rows) if (status in counts) counts[status as Status] = amount;
    return { counts, more: false };
  }
  if (!exact) {
    const amount = await countLines(database, book, filter, enough + 1);
    const main = (filter.status ?? statuses[0]) as Status;
    return { counts: { ...counts, [main]: Math.min(amount, enough) }, more: amount > enough };
  }
  if (query !== undefined && conditions.length === 0) {
    for (const status of statuses) counts[status] = await countFound(database, book, narrowed(query.all, status, year), null);
    return { counts, more: false };
  }
  const { rows } = await sql<{ status: Status; amount: number }>`SELECT ${sql.ref(`${book}.status`)} AS status, count(*) AS amount ${fromFound(book, query?.all ?? null, filter.indexedBy)} ${all(lineConditions(book, { ...filter, status: undefined }))} GROUP BY 1`.execute(database);
  for (const { status, amount } of rows) if (status in counts) counts[status] = amount;
  return { counts, more: false };
}

const amountsOf = (book: BookName) =>
  keptQuery((_, { year }: { year: number | undefined }) => sql<{ status: string; amount: number }>`SELECT status, sum(amount) AS amount FROM ${sql.table(`${book}Count`)} ${year === undefined ? sql`` : sql`WHERE year = ${year}`} GROUP BY status`);
const amounts = { incoming: amountsOf('incoming'), outgoing: amountsOf('outgoing') };

/** A page's end as an opaque text, and back. */
export const writeCursor = (next: { after: number; exact: boolean }): string => Buffer.from(JSON.stringify([next.after, next.exact])).toString('base64url');

/** The end of a page of a sorted list, after so many lines. */
export const writeOffset = (offset: number): string => Buffer.from(JSON.stringify([offset])).toString('base64url');

/** Where a page begins; refuses a text that neither `writeCursor` nor `writeOffset` has written. */
export function readStart(cursor: string | undefined, offset: number | undefined): PageStart {
  if (cursor === undefined) return { offset: offset ?? 0 };
  try {
    const [after, exact] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof after === 'number' && typeof exact === 'boolean') return { after, exact };
    if (typeof after === 'number' && after >= 0 && exact === undefined) return { offset: after };
  } catch {
    // not what nextCursor gave: said below
  }
  const message = 'Con trỏ trang (cursor) không đúng; dùng lại nextCursor của lần gọi trước.';
  throw new Refusal('INPUT_INVALID', message, { problems: [{ field: 'cursor', message }] });
}
