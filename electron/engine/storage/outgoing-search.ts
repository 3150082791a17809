import { type Kysely, sql } from 'kysely';
import type { OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import type { Database } from './schema.ts';

// FTS5 is SQLite's own: everything that another database would do differently stands in this file.

/** A letter of no alphabet (private use): what begins with it cannot be typed into a search. */
const unwritten = '\uE000';

/** A line's state and year as words of the index, so that hits can be counted inside it. */
const stateWords = (status: OutgoingStatus | undefined, year: number | undefined): string[] => [...(status ? [`${unwritten}${status}`] : []), ...(year === undefined ? [] : [`${unwritten}${year}`])];

/** The folded words a line is found by. */
export const searchWords = (parts: readonly (string | null)[], status: OutgoingStatus, year: number): string => [foldVietnamese(parts.filter(Boolean).join(' ')).replaceAll(unwritten, ' '), ...stateWords(status, year)].join(' ');

/** Puts or replaces a line's words in the index. */
export async function indexOutgoing(database: Kysely<Database>, id: number, words: string): Promise<void> {
  await sql`DELETE FROM outgoingIndex WHERE rowid = ${id}`.execute(database);
  await sql`INSERT INTO outgoingIndex (rowid, words) VALUES (${id}, ${words})`.execute(database);
}

/** Every typed word as the beginning of a word of the line; null when nothing in the text can be searched for. */
export function searchQuery(text: string): string | null {
  const words = foldVietnamese(text).match(/[\p{L}\p{N}]+/gu);
  return words ? words.map((word) => `"${word}"*`).join(' ') : null;
}

/** How many lines the index finds, of a state and a year when they are given. */
export async function countFound(database: Kysely<Database>, query: string, status: OutgoingStatus | undefined, year: number | undefined): Promise<number> {
  const whole = [query, ...stateWords(status, year).map((word) => `"${word}"`)].join(' ');
  const { rows } = await sql<{ amount: number }>`SELECT count(*) AS amount FROM outgoingIndex WHERE outgoingIndex MATCH ${whole}`.execute(database);
  return rows[0]?.amount ?? 0;
}

/** Above this many hits it is quicker to walk the list in its order and ask of each line whether it is a hit. */
const manyHits = 1500;

/** The condition «found by this text» on the `outgoing` table; `hits` is how many it finds. */
export const foundBy = (query: string, hits: number) =>
  // the plus keeps SQLite from starting with the hits and sorting them all for one page
  hits > manyHits
    ? sql<boolean>`+outgoing.id IN (SELECT rowid FROM outgoingIndex WHERE outgoingIndex MATCH ${query})`
    : sql<boolean>`outgoing.id IN (SELECT rowid FROM outgoingIndex WHERE outgoingIndex MATCH ${query})`;
