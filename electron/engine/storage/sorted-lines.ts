import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ListSort } from '../../../shared/domain/list-sort.ts';
import { sortRows } from '../../../shared/domain/sort-rows.ts';
import { foundLines, type PageStart, type RegisterFilter, writeOffset } from './register-page.ts';
import type { BookName } from './register-search.ts';
import type { Database } from './schema.ts';

/** What a column is sorted by: an expression over the line, and whether its texts stand in the order of the alphabet. */
export interface SortValue {
  value: RawBuilder<unknown>;
  asText?: true;
}

/** The ids of a list in an order, as long as nothing is written. */
interface KeptOrder {
  key: string;
  /** SQLite's word for the state of the book. */
  version: number;
  ids: Float64Array;
}

/** So many orders are kept: of a list and of those one has just come from. */
const mostKept = 4;
const kept = new WeakMap<Kysely<Database>, KeptOrder[]>();

/**
 * The ids of the lines of a filter, sorted; lines without a value stand last either way, lines alike newest first.
 * `key` names the filter: pages of one list follow each other, so the order is made once and kept until the book changes.
 */
async function sortedIds(database: Kysely<Database>, book: BookName, filter: RegisterFilter, key: string, { by, order }: ListSort, values: Readonly<Record<string, SortValue>>): Promise<Float64Array> {
  const { rows: states } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(database);
  const version = states[0]?.data_version ?? 0;
  const orders = (kept.get(database) ?? []).filter((each) => each.version === version);
  const name = `${book} ${by} ${order} ${key}`;
  const known = orders.find((each) => each.key === name);
  if (known) return known.ids;
  const column = values[by];
  const found = foundLines(book, filter);
  if (!column || !found) return new Float64Array();
  const { rows } = await sql<{ id: number; value: string | number | null }>`SELECT ${sql.ref(`${book}.id`)} AS id, ${column.value} AS value ${found} ORDER BY ${sql.ref(`${book}.sortKey`)} DESC`.execute(database);
  const ids = Float64Array.from(sortRows(rows, order, ({ value }) => value, column.asText), ({ id }) => id);
  kept.set(database, [{ key: name, version, ids }, ...orders].slice(0, mostKept));
  return ids;
}

/** What a list is asked for: its filter, what names it, by what it is sorted, and how each of its columns is. */
export interface SortedList {
  book: BookName;
  filter: RegisterFilter;
  key: string;
  sort: ListSort;
  values: Readonly<Record<string, SortValue>>;
}

/** A page of a sorted list, with how many lines it has in all. */
export async function readSortedPage<Row extends { id: number }>(database: Kysely<Database>, { book, filter, key, sort, values }: SortedList, columns: readonly string[], limit: number, start: PageStart): Promise<{ rows: Row[]; total: number; nextCursor: string | null }> {
  const ids = await sortedIds(database, book, filter, key, sort, values);
  const from = 'offset' in start ? start.offset : 0;
  const wanted = [...ids.subarray(from, from + limit)];
  if (wanted.length === 0) return { rows: [], total: ids.length, nextCursor: null };
  const { rows } = await sql<Row>`SELECT ${sql.raw(columns.map((column) => `${book}.${column}`).join(', '))} FROM ${sql.table(book)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(wanted)}))`.execute(database);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { rows: wanted.flatMap((id) => byId.get(id) ?? []), total: ids.length, nextCursor: from + limit < ids.length ? writeOffset(from + limit) : null };
}

/** How many lines stand before a line in a sorted list; null when the filter does not find it. */
export async function placeInSorted(database: Kysely<Database>, { book, filter, key, sort, values }: SortedList, id: number): Promise<number | null> {
  const place = (await sortedIds(database, book, filter, key, sort, values)).indexOf(id);
  return place < 0 ? null : place;
}
