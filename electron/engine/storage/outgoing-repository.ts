import type { Kysely, Selectable } from 'kysely';
import type { HistoryEntry, OutgoingStatus, StoredFile } from '../../../shared/contract/outgoing.ts';
import { yearOf } from '../../../shared/domain/dates.ts';
import { codeOf } from '../../../shared/domain/numbering.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterForm, Office } from '../../../shared/letter/office.ts';
import { positionOf } from './outgoing-list.ts';
import { indexOutgoing, searchWords } from './outgoing-search.ts';
import type { Database } from './schema.ts';

export type OutgoingLine = Selectable<Database['outgoing']>;

/** Who does something, and when (local instant). */
export interface Act {
  at: string;
  who: string;
}

/** What a letter looked like when it was issued. */
export interface IssuedAs {
  office: Office;
  letterForm: LetterForm;
}

const shownColumns = (letter: Letter) => ({
  codeNotation: letter.codeNotation,
  typeName: letter.typeName,
  issuedDate: letter.issuedDate,
  subject: letter.subject,
  priority: letter.priority,
  addressees: letter.addressees.join('; '),
  signerName: letter.signer.fullName,
  appendixCount: letter.appendices.length,
  content: JSON.stringify(letter),
});

const wordsOf = (letter: Letter, code: string | null, status: OutgoingStatus, year: number): string =>
  // a number is found with its leading zero and without
  searchWords([code ?? letter.codeNotation, code?.replace(/^0+/, '') ?? null, letter.typeName, letter.subject, ...letter.addressees, letter.signer.fullName, letter.signer.position], status, year);

/** Adds a draft; its year is that of its date, else of the day it is made. */
export async function insertDraft(database: Kysely<Database>, letter: Letter, series: string, act: Act): Promise<number> {
  const year = yearOf(letter.issuedDate ?? act.at);
  const row = await database
    .insertInto('outgoing')
    .values({ ...shownColumns(letter), status: 'draft', series, year, codeNumber: null, cancelReason: null, issuedAs: null, position: positionOf(null, null), updatedAt: act.at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await indexOutgoing(database, row.id, wordsOf(letter, null, 'draft', year));
  await addHistory(database, row.id, { ...act, act: 'draft', reason: null });
  return row.id;
}

/** Replaces the text of a draft; false when the line is no draft any more, or no longer at the revision given. */
export async function updateDraft(database: Kysely<Database>, id: number, letter: Letter, series: string, revision: number | undefined, act: Act): Promise<boolean> {
  const year = yearOf(letter.issuedDate ?? act.at);
  const result = await database
    .updateTable('outgoing')
    .set((of) => ({ ...shownColumns(letter), series, year, updatedAt: act.at, revision: of('revision', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .$if(revision !== undefined, (line) => line.where('revision', '=', revision ?? 0))
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await indexOutgoing(database, id, wordsOf(letter, null, 'draft', year));
  await addUpdateHistory(database, id, act);
  return true;
}

/** Makes a draft an issued line with its number, final text and files; false when it is no longer the draft of that revision. Inside a transaction. */
export async function issueDraft(
  database: Kysely<Database>,
  id: number,
  final: { letter: Letter; revision: number; series: string; year: number; codeNumber: number; issuedAs: IssuedAs; files: StoredFile[] },
  act: Act,
): Promise<boolean> {
  const { letter, series, year, codeNumber } = final;
  const result = await database
    .updateTable('outgoing')
    .set({ ...shownColumns(letter), status: 'issued', series, year, codeNumber, issuedAs: JSON.stringify(final.issuedAs), position: positionOf(letter.issuedDate, codeNumber), updatedAt: act.at, revision: final.revision + 1 })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .where('revision', '=', final.revision)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await database.insertInto('outgoingFile').values(final.files.map((file) => ({ ...file, outgoingId: id }))).execute();
  await indexOutgoing(database, id, wordsOf(letter, codeOf(codeNumber, letter.codeNotation), 'issued', year));
  await addHistory(database, id, { ...act, act: 'issue', reason: null });
  return true;
}

/** Sets a line's state and says why; a numbered line keeps number and place, a draft without number leaves the top. */
export async function setStatus(database: Kysely<Database>, line: OutgoingLine, status: OutgoingLine['status'], act: Act & { act: 'cancel' | 'restore'; reason: string | null }): Promise<void> {
  const day = status === 'draft' ? null : (line.issuedDate ?? act.at.slice(0, 10));
  await database
    .updateTable('outgoing')
    .set({ status, cancelReason: status === 'cancelled' ? act.reason : null, updatedAt: act.at, revision: line.revision + 1, position: line.codeNumber === null ? positionOf(day, null) : line.position })
    .where('id', '=', line.id)
    .execute();
  const code = line.codeNumber === null ? null : codeOf(line.codeNumber, line.codeNotation);
  await indexOutgoing(database, line.id, wordsOf(JSON.parse(line.content) as Letter, code, status, line.year));
  await addHistory(database, line.id, act);
}

/** Whether anything has been entered. */
export const hasLines = async (database: Kysely<Database>): Promise<boolean> => (await database.selectFrom('outgoing').select('id').limit(1).executeTakeFirst()) !== undefined;

/** One line whole, or undefined. */
export const findOutgoing = (database: Kysely<Database>, id: number): Promise<OutgoingLine | undefined> => database.selectFrom('outgoing').selectAll().where('id', '=', id).executeTakeFirst();

/** The files kept with a line. */
export const filesOf = (database: Kysely<Database>, id: number): Promise<StoredFile[]> =>
  database.selectFrom('outgoingFile').select(['role', 'ordinal', 'name', 'size', 'sha256']).where('outgoingId', '=', id).orderBy('role', 'desc').orderBy('ordinal').execute();

/** Whether any line keeps this file. */
export async function isFileKept(database: Kysely<Database>, sha256: string): Promise<boolean> {
  return (await database.selectFrom('outgoingFile').select('outgoingId').where('sha256', '=', sha256).limit(1).executeTakeFirst()) !== undefined;
}

/** The acts on a line, oldest first. */
export const historyOf = (database: Kysely<Database>, id: number): Promise<HistoryEntry[]> =>
  database.selectFrom('outgoingHistory').select(['at', 'who', 'act', 'reason']).where('outgoingId', '=', id).orderBy('id').execute();

async function addHistory(database: Kysely<Database>, outgoingId: number, entry: HistoryEntry): Promise<void> {
  await database.insertInto('outgoingHistory').values({ outgoingId, ...entry }).execute();
}

/** A day's edits by one person are one entry with the time of the last: drafts save themselves every few seconds. */
async function addUpdateHistory(database: Kysely<Database>, outgoingId: number, act: Act): Promise<void> {
  const last = await database.selectFrom('outgoingHistory').selectAll().where('outgoingId', '=', outgoingId).orderBy('id', 'desc').limit(1).executeTakeFirst();
  const same = last?.act === 'update' && last.who === act.who && last.at.slice(0, 10) === act.at.slice(0, 10);
  if (same) await database.updateTable('outgoingHistory').set({ at: act.at }).where('id', '=', last.id).execute();
  else await addHistory(database, outgoingId, { ...act, act: 'update', reason: null });
}
