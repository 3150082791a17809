import { inflateRawSync } from 'node:zlib';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Letter } from '../../../shared/letter/letter.ts';
import { letterTexts, type TextPlace } from '../../../shared/letter/letter-texts.ts';
import { type IndexedTexts, wordsOnce } from './index-row.ts';
import { incomingTexts, outgoingTexts } from './indexed-texts.ts';
import { keptQuery } from './kept-query.ts';
import { type BookName, indexTexts } from './register-search.ts';
import type { Database } from './schema.ts';

type IncomingLine = Selectable<Database['incoming']>;
type OutgoingLine = Selectable<Database['outgoing']>;

/** The words of a file that is linked to a line and shown there. */
interface FileWords {
  lineId: number;
  words: string;
}

const fileWordsOf = {
  incoming: keptQuery((_, { ids }: { ids: string }) => sql<FileWords>`
    SELECT link.incomingId AS lineId, fileText.words AS words FROM incomingFile AS link CROSS JOIN fileText ON fileText.sha256 = link.sha256
    WHERE link.incomingId IN (SELECT value FROM json_each(${ids})) AND link.removedAt IS NULL AND fileText.words IS NOT NULL`),
  outgoing: keptQuery((_, { ids }: { ids: string }) => sql<FileWords>`
    SELECT link.outgoingId AS lineId, fileText.words AS words FROM outgoingFile AS link CROSS JOIN fileText ON fileText.sha256 = link.sha256
    WHERE link.outgoingId IN (SELECT value FROM json_each(${ids})) AND link.role = 'attached' AND link.removedAt IS NULL AND fileText.words IS NOT NULL`),
};

/** The texts of these lines' files, by line. */
async function fileWords(database: Kysely<Database>, book: BookName, ids: readonly number[]): Promise<Map<number, FileWords[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await fileWordsOf[book](database, { ids: JSON.stringify(ids) });
  return Map.groupBy(rows, ({ lineId }) => lineId);
}

/**
 * The words a line is found by within its texts: those of its letter and files and, so that words of both may be looked for
 * at once, those of its fields. Empty when it has no text.
 */
export function wordsOfLine(texts: readonly TextPlace[], files: readonly Pick<FileWords, 'words'>[], fields: IndexedTexts): string {
  if (texts.length === 0 && files.length === 0) return '';
  const words = wordsOnce(texts.flatMap(({ lines }) => lines));
  // notes, receipts and states change without the texts: they are left to the index of the fields
  for (const word of wordsOnce([...fields.organ, ...fields.code, ...fields.subject, ...fields.people].filter((text) => text !== null))) words.add(word);
  // the words of files have been made once, when they were read
  return [...words, ...files.map((file) => file.words)].join(' ');
}

/** Writes the rows of outgoing lines in the index of texts anew. Inside the transaction that changed them. */
export async function indexOutgoingTexts(database: Kysely<Database>, lines: readonly OutgoingLine[]): Promise<void> {
  const files = await fileWords(database, 'outgoing', lines.filter(({ fileCount }) => fileCount > 0).map(({ id }) => id));
  const rows = lines.map((line) => {
    const letter = JSON.parse(line.content) as Letter;
    const fields = outgoingTexts(line, letter.signer.position, []);
    return { sortKey: line.sortKey, words: wordsOfLine(letterTexts(letter), files.get(line.id) ?? [], fields) };
  });
  await indexTexts(database, 'outgoing', rows);
}

/** The same for incoming lines, whose texts are those of their files. */
export async function indexIncomingTexts(database: Kysely<Database>, lines: readonly IncomingLine[]): Promise<void> {
  const files = await fileWords(database, 'incoming', lines.map(({ id }) => id));
  const rows = lines.map((line) => ({ sortKey: line.sortKey, words: wordsOfLine([], files.get(line.id) ?? [], incomingTexts(line, [])) }));
  await indexTexts(database, 'incoming', rows);
}

/** The texts of the files of one line, one after the other: a large one is unpacked only when it is asked for. */
export async function* fileTextsOf(database: Kysely<Database>, book: BookName, id: number): AsyncGenerator<TextPlace> {
  const [table, owner] = [sql.table(`${book}File`), sql.ref(`${book}Id`)];
  const role = book === 'outgoing' ? sql`AND role = 'attached'` : sql``;
  const { rows } = await sql<{ name: string; sha256: string }>`
    SELECT name, link.sha256 AS sha256 FROM ${table} AS link JOIN fileText ON fileText.sha256 = link.sha256
    WHERE ${owner} = ${id} AND removedAt IS NULL AND packed IS NOT NULL ${role} ORDER BY ordinal`.execute(database);
  for (const { name, sha256 } of rows) {
    const text = await database.selectFrom('fileText').select('packed').where('sha256', '=', sha256).executeTakeFirst();
    if (text?.packed) yield { kind: 'attached', where: `tệp đính kèm ${name}`, lines: unpackText(text.packed).split('\n') };
  }
}

/** A text as it is kept, as people read it. */
export const unpackText = (packed: Uint8Array): string => inflateRawSync(packed).toString('utf8');
