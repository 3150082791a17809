import { type Kysely, sql } from 'kysely';
import type { FileText } from './file-text.ts';
import { findIncomings } from './incoming-repository.ts';
import { keptQuery } from './kept-query.ts';
import { indexIncomingTexts, indexOutgoingTexts } from './line-texts.ts';
import { findOutgoings } from './outgoing-repository.ts';
import type { BookName } from './register-search.ts';
import type { Database } from './schema.ts';

/** A file whose text has not been read yet, with the names it is linked under. */
export interface UnreadFile {
  sha256: string;
  names: string[];
  size: number;
}

/** The next file that waits to be read, those passed over left out; null when there is none. */
export async function nextUnreadFile(database: Kysely<Database>, passedOver: readonly string[]): Promise<UnreadFile | null> {
  const waiting = await database
    .selectFrom('fileText')
    .select('sha256')
    .where('state', '=', sql.lit('waiting'))
    .$if(passedOver.length > 0, (files) => files.where('sha256', 'not in', [...passedOver]))
    .limit(1)
    .executeTakeFirst();
  if (!waiting) return null;
  const { rows } = await sql<{ name: string; size: number }>`
    SELECT name, size FROM incomingFile WHERE sha256 = ${waiting.sha256}
    UNION SELECT name, size FROM outgoingFile WHERE sha256 = ${waiting.sha256} AND role = 'attached'`.execute(database);
  return { sha256: waiting.sha256, names: rows.map(({ name }) => name), size: Math.max(0, ...rows.map(({ size }) => size)) };
}

/** Lines of a book that show a file of this content, from an id on. */
const linesWith = (book: BookName) => {
  const [table, owner] = [sql.table(`${book}File`), sql.ref(`${book}Id`)];
  const role = book === 'outgoing' ? sql`AND role = 'attached'` : sql``;
  return keptQuery((_, { sha256, after, most }: { sha256: string; after: number; most: number }) => sql<{ id: number }>`
    SELECT DISTINCT ${owner} AS id FROM ${table} WHERE sha256 = ${sha256} AND ${owner} > ${after} AND removedAt IS NULL ${role}
    ORDER BY ${owner} LIMIT CAST(${most} AS INTEGER)`);
};
const showing = { incoming: linesWith('incoming'), outgoing: linesWith('outgoing') };

/** Keeps what a file says, still marked as waiting: from here on a line that is written anew is found by it. */
export async function keepFileText(database: Kysely<Database>, sha256: string, text: FileText | { state: 'unreadable'; reason: string }): Promise<void> {
  const kept = 'words' in text ? { words: text.words, packed: Buffer.from(text.packed), reason: null } : { words: null, packed: null, reason: text.reason };
  await database.updateTable('fileText').set(kept).where('sha256', '=', sha256).execute();
}

/** Writes the next `most` lines of a book that show the file; answers the id of the last one, null when there are no more. */
export async function indexLinesWith(database: Kysely<Database>, book: BookName, sha256: string, after: number, most: number): Promise<number | null> {
  const { rows } = await showing[book](database, { sha256, after, most });
  const ids = rows.map(({ id }) => id);
  if (book === 'incoming') await indexIncomingTexts(database, await findIncomings(database, ids));
  else await indexOutgoingTexts(database, (await findOutgoings(database, ids)).filter(({ status }) => status !== 'used'));
  return rows.length < most ? null : (rows.at(-1)?.id ?? null);
}

/** The file has been dealt with, in every line that shows it. */
export async function settleFileText(database: Kysely<Database>, sha256: string, state: (FileText | { state: 'unreadable' })['state']): Promise<void> {
  await database.updateTable('fileText').set({ state }).where('sha256', '=', sha256).execute();
}

/** Goes through the next `most` letters that were there before their texts could be found; false when there are none. */
export async function backfillLetters(database: Kysely<Database>, most: number): Promise<boolean> {
  const place = await database.selectFrom('textBackfill').selectAll().where('book', '=', 'outgoing').executeTakeFirst();
  if (!place) return false;
  const lines = await database.selectFrom('outgoing').selectAll().where('id', '>', place.doneId).where('id', '<=', place.lastId).orderBy('id').limit(most).execute();
  await indexOutgoingTexts(database, lines.filter(({ status }) => status !== 'used'));
  const last = lines.at(-1);
  if (last && lines.length === most && last.id < place.lastId) await database.updateTable('textBackfill').set({ doneId: last.id }).where('book', '=', 'outgoing').execute();
  else await database.deleteFrom('textBackfill').where('book', '=', 'outgoing').execute();
  return true;
}

/** How much is still to be read before every text can be found. */
export interface UnreadTexts {
  letters: number;
  files: number;
}

const counted = keptQuery(() => sql<UnreadTexts>`
  SELECT coalesce((SELECT sum(lastId - doneId) FROM textBackfill), 0) AS letters, (SELECT count(*) FROM fileText WHERE state = 'waiting') AS files`);

/** Letters (by their ids) and files that have not been read yet. */
export async function unreadTexts(database: Kysely<Database>): Promise<UnreadTexts> {
  return (await counted(database, {})).rows[0] ?? { letters: 0, files: 0 };
}
