import { type Kysely, type RawBuilder, sql } from 'kysely';
import { foldVietnamese, lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { type IndexColumn, indexColumns, isMarked, unwritten, wordsIn } from './index-row.ts';
import { keptQuery } from './kept-query.ts';
import type { Database } from './schema.ts';

// FTS5 is SQLite's own: everything that another database would do differently stands in this file.

export type BookName = 'incoming' | 'outgoing';
/** The search indexes: of the fields of each book, and of what stands in its letters and attached files. */
export type IndexName = BookName | `${BookName}Text`;

/** Puts a line's words into the index, or in place of those that were there. */
export async function indexLine(database: Kysely<Database>, book: BookName, sortKey: number, row: readonly string[], former: number | null): Promise<void> {
  if (former !== null) await removeWords(database, book, former);
  const [organ, code, subject, people, rest, toned] = row;
  await addWords[book](database, { sortKey, organ, code, subject, people, rest, toned });
}

type IndexedWords = Partial<Record<'organ' | 'code' | 'subject' | 'people' | 'rest' | 'toned', string>> & { sortKey: number };
const adding = (book: BookName) =>
  keptQuery((_, { sortKey, organ, code, subject, people, rest, toned }: IndexedWords) => sql`INSERT INTO ${sql.table(`${book}Index`)} (rowid, organ, code, subject, people, rest, toned) VALUES (${sortKey}, ${organ}, ${code}, ${subject}, ${people}, ${rest}, ${toned})`);
const addWords = { incoming: adding('incoming'), outgoing: adding('outgoing') };

/** A line's place with the words it is found by. */
export interface IndexedLine {
  sortKey: number;
  row: readonly string[];
}

/** How many lines are written into the index in one go. */
export const indexStride = 250;

/** Writes the words of many lines in place of those that were there. */
export async function indexLines(database: Kysely<Database>, book: BookName, lines: readonly IndexedLine[]): Promise<void> {
  for (const { sortKey, row } of lines) await indexLine(database, book, sortKey, row, sortKey);
  // thousands of lines take their time: others get a turn in between
  await new Promise((resolve) => setImmediate(resolve));
}

/** A typed text as two queries of the index: `all` finds every line, `exact` those with the very tones (null when none were typed). */
export interface SearchQuery {
  all: string;
  exact: string | null;
}

const folders = `{${indexColumns.join(' ')}}`;
const prefix = (word: string): string => `"${word}"*`;
const whole = (word: string): string => `"${word}"`;

/** Above so many words a text was pasted, not typed: its words are whole ones. Beginnings of words are dear to find, whole ones are not. */
const mostTyped = 8;

/** Every word once. */
const wordsOf = (text: string | undefined): string[] => [...new Set(wordsIn(lowerVietnamese((text ?? '').normalize('NFC'))))];

/** What is to be found: the text anywhere, and texts in single columns; null when nothing in a text can be searched for, undefined when there is none. */
export function searchQuery(text: string | undefined, byColumn: Partial<Record<IndexColumn, string | undefined>> = {}): SearchQuery | null | undefined {
  if (text === undefined && Object.values(byColumn).every((wanted) => wanted === undefined)) return undefined;
  const parts: string[] = [];
  const exact: string[] = [];
  const asked = [[folders, text] as const, ...indexColumns.map((name) => [name, byColumn[name]] as const)].map(([column, wanted]) => ({ column, wanted, typed: wordsOf(wanted) }));
  const isPasted = asked.reduce((sum, { typed }) => sum + typed.length, 0) > mostTyped;
  for (const { column, wanted, typed } of asked) {
    if (!wanted?.trim()) continue;
    if (typed.length === 0) return null;
    // the last one may still be under way
    const term = (word: string, index: number): string => (isPasted && index < typed.length - 1 ? whole(word) : prefix(word));
    typed.forEach((word, index) => {
      parts.push(`${column} : ${term(foldVietnamese(word), index)}`);
      if (isMarked(word)) exact.push(`toned : ${term(word, index)}`);
    });
  }
  if (parts.length === 0) return undefined;
  const all = parts.join(' AND ');
  return { all, exact: exact.length > 0 ? `${all} AND ${exact.join(' AND ')}` : null };
}

/** A query narrowed to lines of a state and a year. */
export const narrowed = (query: string, status: string | undefined, year: number | undefined): string =>
  [`(${query})`, ...[status, year].filter((state) => state !== undefined).map((state) => `rest : "${unwritten}${state}"`)].join(' AND ');

/** How many lines the index finds; counting stops at `atMost`. */
export async function countFound(database: Kysely<Database>, book: BookName, query: string, atMost: number | null): Promise<number> {
  const { rows } = await counting[book](database, { query, atMost: atMost ?? undefined });
  return rows[0]?.amount ?? 0;
}

const counted = (book: BookName) =>
  keptQuery((_, { query, atMost }: { query: string; atMost: number | undefined }) => {
    const table = sql.table(`${book}Index`);
    return sql<{ amount: number }>`SELECT count(*) AS amount FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ${query} ${atMost === undefined ? sql`` : sql`LIMIT CAST(${atMost} AS INTEGER)`})`;
  });
const counting = { incoming: counted('incoming'), outgoing: counted('outgoing') };

/** Where lines come from: the search index, in the order of the list, when there is a query; else the book, by the index named. */
export const fromFound = (book: BookName, query: string | null, indexedBy: string | undefined, by: IndexName = book): RawBuilder<unknown> => {
  const lines = sql.table(book);
  const index = sql.table(`${by}Index`);
  // CROSS JOIN keeps SQLite from starting at the lines: the index gives its rows in the order of the list already
  return query === null ? sql`FROM ${lines} ${indexedBy === undefined ? sql`` : sql`INDEXED BY ${sql.ref(indexedBy)}`}` : sql`FROM ${index} CROSS JOIN ${lines} ON ${lines}.sortKey = ${index}.rowid AND ${index} MATCH ${query}`;
};

/** Takes a line out of the indexes, of its fields and of its texts. */
export async function unindexLine(database: Kysely<Database>, book: BookName, sortKey: number): Promise<void> {
  await removeWords(database, book, sortKey);
  await removeWords(database, `${book}Text`, sortKey);
}

/** Takes a row out of one index. */
export async function removeWords(database: Kysely<Database>, index: IndexName, sortKey: number): Promise<void> {
  await sql`DELETE FROM ${sql.table(`${index}Index`)} WHERE rowid = ${sortKey}`.execute(database);
}

/** Puts the texts of lines into the index of texts in place of what was there; a line without words has no row. */
export async function indexTexts(database: Kysely<Database>, book: BookName, lines: readonly { sortKey: number; words: string }[]): Promise<void> {
  // whole numbers: those of JSON are
  const keys = JSON.stringify(lines.map(({ sortKey }) => sortKey));
  await removeTexts[book](database, { keys });
  for (const line of lines) if (line.words !== '') await addTextWords[book](database, line);
}

const removing = (book: BookName) =>
  keptQuery((_, { keys }: { keys: string }) => sql`DELETE FROM ${sql.table(`${book}TextIndex`)} WHERE rowid IN (SELECT value FROM json_each(${keys}))`);
const removeTexts = { incoming: removing('incoming'), outgoing: removing('outgoing') };

const addingText = (book: BookName) =>
  keptQuery((_, { sortKey, words }: { sortKey: number; words: string }) =>
    sql`INSERT INTO ${sql.table(`${book}TextIndex`)} (rowid, words) VALUES (${sortKey}, ${words})`);
const addTextWords = { incoming: addingText('incoming'), outgoing: addingText('outgoing') };

/**
 * A typed text as queries of the index of texts; null when nothing in it can be searched for. A single letter is a whole
 * word there: as the beginning of one it stands in every letter.
 */
export function textQuery(text: string): SearchQuery | null {
  const typed = wordsOf(text);
  if (typed.length === 0) return null;
  const isPasted = typed.length > mostTyped;
  const term = (word: string, index: number): string =>
    [...word].length === 1 || (isPasted && index < typed.length - 1) ? whole(word) : prefix(word);
  const all = typed.map((word, index) => term(foldVietnamese(word), index)).join(' AND ');
  const exact = typed.flatMap((word, index) => (isMarked(word) ? [term(word, index)] : [])).join(' AND ');
  return { all, exact: exact === '' ? null : `${all} AND ${exact}` };
}
