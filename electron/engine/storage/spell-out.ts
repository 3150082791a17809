import { type Kysely, sql } from 'kysely';
import { isMarked } from './index-row.ts';
import { keptQuery } from './kept-query.ts';
import type { IndexName, SearchQuery } from './register-search.ts';
import type { Database } from './schema.ts';

// FTS5 gathers every hit of a beginning («duong*») before it gives the first, but gives those of whole words one by one,
// newest first. A book is written with few different words: a beginning is asked for as the words of the book that have it.

/** A beginning of more words than these stays one: numbers of one or two digits in a large book. */
const most = { digits: 64, letters: 2000 };

/** Small letters and digits of Vietnamese: of these alone FTS5 makes the very words that stand here. */
const plain = /^[0-9a-zà-öø-ÿăđĩũơưạ-ỹ]+$/;
const lastLetter = '\u{10FFFF}';

/** The same query with whole words in place of beginnings: it finds the same lines, the newest of them at once. */
export async function spellOut<Query extends SearchQuery | null | undefined>(database: Kysely<Database>, book: IndexName, query: Query): Promise<Query | SearchQuery> {
  if (!query) return query;
  const beginnings = new Set([...`${query.all} ${query.exact ?? ''}`.matchAll(/"([^"]+)"\*/g)].map(([, word = '']) => word).filter((word) => plain.test(word)));
  if (beginnings.size === 0) return query;
  const known = await knownIn(database);
  for (const word of beginnings) {
    const place = `${book} ${word}`;
    if (!known.has(place)) known.set(place, anyOf(await wordsWith(database, book, word)));
  }
  const write = (text: string): string => text.replaceAll(/"([^"]+)"\*/g, (beginning, word: string) => known.get(`${book} ${word}`) ?? beginning);
  return { all: write(query.all), exact: query.exact === null ? null : write(query.exact) };
}

/** Any of the words, as a query; null when there is none, or a beginning had better be asked for as it is. */
function anyOf(words: readonly string[] | null): string | null {
  if (words === null || words.length === 0 || !words.every((each) => plain.test(each))) return null;
  return words.length === 1 ? `"${words[0]}"` : `(${words.map((each) => `"${each}"`).join(' OR ')})`;
}

interface Known {
  version: string;
  spelt: Map<string, string | null>;
}
const versionOf = keptQuery(() => sql<{ version: string }>`SELECT data_version || ' ' || total_changes() AS version FROM pragma_data_version`);
const knownBy = new WeakMap<Kysely<Database>, Known>();
const mostKnown = 500;

/** What has been spelt out since the book was last written to, by this connection or another. */
async function knownIn(database: Kysely<Database>): Promise<Known['spelt']> {
  const { rows } = await versionOf(database, {});
  const version = rows[0]?.version ?? '';
  const known = knownBy.get(database);
  if (known?.version === version && known.spelt.size < mostKnown) return known.spelt;
  const fresh = { version, spelt: new Map<string, string | null>() };
  knownBy.set(database, fresh);
  return fresh.spelt;
}

const wordsOf = (book: IndexName): string => `${book}Words`;

/** The words of a book that begin so, from one to the next without reading where they stand; null when there are too many. */
async function wordsWith(database: Kysely<Database>, book: IndexName, beginning: string): Promise<string[] | null> {
  const words = sql.table(`temp.${wordsOf(book)}`);
  const limit = /^[0-9]/.test(beginning) ? most.digits : most.letters;
  await sql`CREATE VIRTUAL TABLE IF NOT EXISTS ${words} USING fts5vocab(main, ${sql.table(`${book}Index`)}, instance)`.execute(database);
  const { rows } = await sql<{ term: string }>`
    WITH RECURSIVE next (term) AS (
      SELECT (SELECT term FROM ${words} WHERE term >= ${beginning} LIMIT 1)
      UNION ALL
      SELECT (SELECT term FROM ${words} WHERE term >= next.term || char(1) LIMIT 1) FROM next WHERE next.term < ${beginning + lastLetter}
    )
    SELECT term FROM next WHERE term < ${beginning + lastLetter} LIMIT ${limit + 1}`.execute(database);
  if (rows.length > limit) return null;
  // the words with their marks stand in a column of their own
  return rows.map(({ term }) => term).filter((term) => isMarked(beginning) || !isMarked(term));
}
