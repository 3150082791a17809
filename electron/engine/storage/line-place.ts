import { type Kysely, sql } from 'kysely';
import { countLines, type RegisterFilter } from './register-page.ts';
import type { BookName } from './register-search.ts';
import type { Database } from './schema.ts';
import { spellOut } from './spell-out.ts';

/**
 * How many lines of a filter stand before a line in its list (newest first, hits with the exact tones before the
 * others); null when the filter does not find the line.
 */
export async function placeOfLine(database: Kysely<Database>, book: BookName, filter: RegisterFilter, sortKey: number): Promise<number | null> {
  const key = sql.ref(`${book}.sortKey`);
  const count = (query: RegisterFilter['query'], compared: '=' | '>' | null): Promise<number> =>
    countLines(database, book, { ...filter, query, conditions: [...filter.conditions, ...(compared ? [sql<boolean>`${key} ${sql.raw(compared)} ${sortKey}`] : [])] }, null);
  const query = await spellOut(database, book, filter.query);
  if ((await count(query, '=')) === 0) return null;
  if (!query?.exact) return count(query, '>');
  const exact = { all: query.exact, exact: null };
  if ((await count(exact, '=')) > 0) return count(exact, '>');
  return (await count(exact, null)) + (await count({ all: `((${query.all}) NOT (${query.exact}))`, exact: null }, '>'));
}
