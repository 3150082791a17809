import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { HistoryEntry, OutgoingRow, StoredFile } from '../../../shared/contract/outgoing.ts';
import { yearOf } from '../../../shared/domain/dates.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { oneLine } from '../../../shared/domain/vietnamese-text.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { bareUnits } from '../../../shared/letter/archive-line.ts';
import { afterVv } from '../../../shared/letter/subject-on-page.ts';
import type { LetterForm, Office } from '../../../shared/letter/office.ts';
import { indexRow } from './index-row.ts';
import { codeOfLine, outgoingTexts } from './indexed-texts.ts';
import { type Act, type LineChange, type OnProgress, recordAct } from './register-acts.ts';
import { indexOutgoingTexts } from './line-texts.ts';
import { indexLine, indexLines, indexStride, unindexLine } from './register-search.ts';
import { numberedKey, unnumberedKey } from './sort-key.ts';
import type { Database } from './schema.ts';
import { noteUsed } from './used-values.ts';

export type OutgoingLine = Selectable<Database['outgoing']>;

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
  recipients: letter.recipients.map(({ name }) => name).join('; '),
  signerName: letter.signer.fullName,
  archiveUnits: letter.archive.units,
  copies: letter.archive.copies,
  appendixCount: letter.appendices.length,
  content: JSON.stringify(letter),
});

/** The columns of a letter written here: its line says what its page says, the text stays as it was typed. */
const draftColumns = (letter: Letter) => ({
  ...shownColumns(letter),
  subject: afterVv(letter.subject) || letter.subject,
  archiveUnits: bareUnits(letter.archive.units),
  signerName: letter.signer.fullName === null ? null : oneLine(letter.signer.fullName),
});

/** Adds a draft; its year is that of its date, else of the day it is made. */
export async function insertDraft(database: Kysely<Database>, letter: Letter, series: string, act: Act): Promise<number> {
  const year = yearOf(letter.issuedDate ?? act.at);
  // the place in the list ends with the id, which is known once the line is there
  const passing = -1 - Math.floor(Math.random() * 2 ** 52);
  const { id } = await database.insertInto('outgoing').values({ ...draftColumns(letter), origin: 'letter', status: 'draft', series, year, sortKey: passing, updatedAt: act.at }).returning('id').executeTakeFirstOrThrow();
  await database.updateTable('outgoing').set({ sortKey: unnumberedKey(null, id) }).where('id', '=', id).execute();
  await reindexOutgoing(database, id, null);
  await addHistory(database, id, { ...act, act: 'draft', reason: null });
  return id;
}

/** Replaces the text of a draft; false when the line is no draft any more, or no longer at the revision given. */
export async function updateDraft(database: Kysely<Database>, id: number, letter: Letter, series: string, revision: number | undefined, act: Act): Promise<boolean> {
  const year = yearOf(letter.issuedDate ?? act.at);
  const result = await database
    .updateTable('outgoing')
    .set((of) => ({ ...draftColumns(letter), series, year, updatedAt: act.at, revision: of('revision', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .$if(revision !== undefined, (line) => line.where('revision', '=', revision ?? 0))
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await reindexOutgoing(database, id, null);
  await addUpdateHistory(database, id, act);
  return true;
}

/** What a draft becomes when it takes its number. */
export interface FinalDraft {
  letter: Letter & { issuedDate: string };
  /** The draft's revision that was drawn. */
  revision: number;
  codeNumber: number;
  series: string;
  year: number;
  issuedAs: IssuedAs;
  files: readonly Pick<StoredFile, 'role' | 'ordinal' | 'name' | 'size' | 'sha256'>[];
  backdated: string | null;
  /** Said in the history: of a number that was kept for it. */
  reason: string | null;
}

/** Makes a draft an issued line with its number, final text and files; false when it is no longer the draft of that revision. Inside a transaction. */
export async function issueDraft(database: Kysely<Database>, id: number, { letter, series, year, codeNumber, ...final }: FinalDraft, act: Act): Promise<boolean> {
  const sortKey = await freeNumberedKey(database, letter.issuedDate, codeNumber);
  const result = await database
    .updateTable('outgoing')
    .set({ ...draftColumns(letter), status: 'issued', series, year, codeNumber, issuedAs: JSON.stringify(final.issuedAs), backdated: final.backdated, sortKey, updatedAt: act.at, revision: final.revision + 1 })
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .where('revision', '=', final.revision)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await database.insertInto('outgoingFile').values(final.files.map((file) => ({ ...file, outgoingId: id, removedAt: null }))).execute();
  await reindexOutgoing(database, id, unnumberedKey(null, id));
  await addHistory(database, id, { ...act, act: 'issue', reason: final.reason });
  await noteUsed(database, act.at, { signer: letter.signer.fullName, codeNotation: letter.codeNotation, position: letter.signer.position });
  return true;
}

type NewLine = Pick<Insertable<Database['outgoing']>, 'origin' | 'status' | 'series' | 'year' | 'backdated' | 'reservedReason' | 'note'> & { codeNumber: number };

/** Enters a line that has its number from the start: a dispatch made elsewhere, or a number kept for later. Inside a transaction. */
export async function insertNumbered(database: Kysely<Database>, letter: Letter, line: NewLine, entry: Omit<HistoryEntry, 'changes'>): Promise<number> {
  const sortKey = await freeNumberedKey(database, letter.issuedDate, line.codeNumber);
  const { id } = await database.insertInto('outgoing').values({ ...shownColumns(letter), ...line, sortKey, updatedAt: entry.at }).returning('id').executeTakeFirstOrThrow();
  await reindexOutgoing(database, id, null);
  await addHistory(database, id, entry);
  await noteUsed(database, entry.at, { signer: letter.signer.fullName, codeNotation: letter.codeNotation, position: letter.signer.position });
  return id;
}

/** A free place for a numbered line; different series may give one number on one day. */
async function freeNumberedKey(database: Kysely<Database>, day: string | null, codeNumber: number): Promise<number> {
  const first = numberedKey(day, codeNumber, 0);
  const taken = await database.selectFrom('outgoing').select((of) => of.fn.max('sortKey').as('last')).where('sortKey', '>=', first).where('sortKey', '<', numberedKey(day, codeNumber, 1000)).executeTakeFirst();
  return taken?.last == null ? first : taken.last + 1;
}

/** The reserved number leaves its line for the one it was kept for; false when it is no longer as it was read. Inside a transaction. */
export async function releaseReserved(database: Kysely<Database>, reserved: OutgoingLine, byId: number, act: Act): Promise<boolean> {
  const result = await database
    .updateTable('outgoing')
    .set({ status: 'used', codeNumber: null, byId, sortKey: unnumberedKey(reserved.issuedDate ?? act.at.slice(0, 10), reserved.id), updatedAt: act.at, revision: reserved.revision + 1 })
    .where('id', '=', reserved.id)
    .where('status', '=', 'reserved')
    .where('revision', '=', reserved.revision)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await unindexLine(database, 'outgoing', reserved.sortKey);
  // what people have put beside the kept number goes with it
  await attachOutgoing(database, byId, (await filesOf(database, reserved.id)).map(({ name, size, sha256 }) => ({ name, size, sha256 })));
  if (reserved.note !== null) await database.updateTable('outgoing').set({ note: reserved.note }).where('id', '=', byId).where('note', 'is', null).execute();
  await addHistory(database, reserved.id, { ...act, act: 'use', reason: null });
  return true;
}

/** A kept number gets the dispatch it was kept for, in its own line; false when it is no longer there to be used. Inside a transaction. */
export async function fillReserved(database: Kysely<Database>, reserved: OutgoingLine, letter: Letter & { issuedDate: string }, given: Pick<OutgoingLine, 'backdated' | 'note'>, act: Act & { reason: string }): Promise<boolean> {
  const sortKey = await freeNumberedKey(database, letter.issuedDate, reserved.codeNumber ?? 0);
  const result = await database
    .updateTable('outgoing')
    .set({ ...shownColumns(letter), ...given, origin: 'elsewhere', status: 'issued', sortKey, updatedAt: act.at, revision: reserved.revision + 1 })
    .where('id', '=', reserved.id)
    .where('status', '=', 'reserved')
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await reindexOutgoing(database, reserved.id, reserved.sortKey);
  await addHistory(database, reserved.id, { ...act, act: 'register' });
  return true;
}

/** One act on any number of lines, index kept in step; `onProgress` hears how many have been dealt with and may throw. Inside a transaction. */
export async function changeOutgoing(database: Kysely<Database>, act: Parameters<typeof recordAct>[2], lines: readonly LineChange[], onProgress?: OnProgress): Promise<number> {
  const actId = await recordAct(database, 'outgoing', act, lines);
  for (const { id, changes } of lines) if (changes.sortKey) await reindexOutgoing(database, id, changes.sortKey[0] as number);
  await reindexInPlace(database, lines.filter(({ changes }) => !changes.sortKey && Object.keys(changes).some((column) => foundBy.has(column))).map(({ id }) => id), onProgress);
  return actId;
}

/** Columns an act may change that change what the line is found by. */
const foundBy = new Set(['status', 'note', 'receipt']);

/** Writes the index rows of many lines anew, none of which has left its place. */
async function reindexInPlace(database: Kysely<Database>, ids: readonly number[], onProgress?: OnProgress): Promise<void> {
  for (let at = 0; at < ids.length; at += indexStride) {
    await onProgress?.(at);
    const lines = (await findOutgoings(database, ids.slice(at, at + indexStride))).filter(({ status }) => status !== 'used');
    const files = await database.selectFrom('outgoingFile').select(['outgoingId', 'name']).where('outgoingId', 'in', lines.map(({ id }) => id)).where('role', '=', 'attached').where('removedAt', 'is', null).orderBy('ordinal').execute();
    const names = Map.groupBy(files, ({ outgoingId }) => outgoingId);
    await indexLines(database, 'outgoing', lines.map((line) => ({ sortKey: line.sortKey, row: rowOf(line, (names.get(line.id) ?? []).map(({ name }) => name)) })));
  }
}

const rowOf = (line: OutgoingLine, fileNames: readonly string[]): string[] => indexRow(outgoingTexts(line, (JSON.parse(line.content) as Letter).signer.position, fileNames), line.status, line.year);

/** What cancelling a line, or taking that back, changes: a numbered line keeps number and place, a draft without number leaves the top. */
export function statusChange(line: OutgoingLine, status: OutgoingLine['status'], { at, reason }: Act & { reason: string | null }): LineChange {
  const changes: LineChange['changes'] = { status: [line.status, status], cancelReason: [line.cancelReason, status === 'cancelled' ? reason : null] };
  if (line.codeNumber === null) changes.sortKey = [line.sortKey, unnumberedKey(status === 'draft' ? null : (line.issuedDate ?? at.slice(0, 10)), line.id)];
  return { id: line.id, changes };
}

/** Cancels a line, or takes that back. */
export const setStatus = (database: Kysely<Database>, line: OutgoingLine, status: OutgoingLine['status'], act: Act & { act: 'cancel' | 'restore'; reason: string | null }): Promise<number> => changeOutgoing(database, act, [statusChange(line, status, act)]);

/** Writes a line's index row anew; `former` is where it stood when that was elsewhere. */
export async function reindexOutgoing(database: Kysely<Database>, id: number, former: number | null): Promise<void> {
  const line = await findOutgoing(database, id);
  if (!line) return;
  if (former !== null && former !== line.sortKey) await unindexLine(database, 'outgoing', former);
  // its number has passed to a letter: it is no line of the book any more
  if (line.status === 'used') return;
  const files = await filesOf(database, id);
  await indexLine(database, 'outgoing', line.sortKey, rowOf(line, files.filter(({ role }) => role === 'attached').map(({ name }) => name)), line.sortKey);
  await indexOutgoingTexts(database, [line]);
}

/** Whether anything has been entered in either book. */
export async function hasLines(database: Kysely<Database>): Promise<boolean> {
  const outgoing = await database.selectFrom('outgoing').select('id').limit(1).executeTakeFirst();
  return outgoing !== undefined || (await database.selectFrom('incoming').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** One line whole, or undefined. */
export const findOutgoing = (database: Kysely<Database>, id: number): Promise<OutgoingLine | undefined> => database.selectFrom('outgoing').selectAll().where('id', '=', id).executeTakeFirst();

/** The lines of these ids that are there. */
export async function findOutgoings(database: Kysely<Database>, ids: readonly number[]): Promise<OutgoingLine[]> {
  const lines: OutgoingLine[] = [];
  for (let at = 0; at < ids.length; at += 500) lines.push(...(await database.selectFrom('outgoing').selectAll().where('id', 'in', ids.slice(at, at + 500)).execute()));
  return lines;
}

/** The files kept with a line, those set aside left out. */
export const filesOf = (database: Kysely<Database>, id: number): Promise<StoredFile[]> =>
  database.selectFrom('outgoingFile').select(['role', 'ordinal', 'name', 'size', 'sha256']).where('outgoingId', '=', id).where('removedAt', 'is', null).orderBy('role', 'desc').orderBy('ordinal').execute();

/** The lines that one after the other correct or replace a line. */
export async function linksFrom(database: Kysely<Database>, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    WITH RECURSIVE chain (id) AS (SELECT ${id} UNION SELECT outgoing.byId FROM outgoing JOIN chain ON outgoing.id = chain.id WHERE outgoing.byId IS NOT NULL)
    SELECT id FROM chain`.execute(database);
  return rows.map((row) => row.id);
}

/** Links files a person has added, counting on from those there have been. */
export async function attachOutgoing(database: Kysely<Database>, id: number, files: readonly Omit<StoredFile, 'role' | 'ordinal'>[]): Promise<void> {
  const last = await database.selectFrom('outgoingFile').select((of) => of.fn.max('ordinal').as('last')).where('outgoingId', '=', id).where('role', '=', 'attached').executeTakeFirst();
  const rows = files.map((file, index) => ({ ...file, outgoingId: id, role: 'attached' as const, ordinal: (last?.last ?? 0) + 1 + index, removedAt: null }));
  if (rows.length > 0) await database.insertInto('outgoingFile').values(rows).execute();
}

/** A file a person has added is shown no more; its row and its bytes stay. */
export async function setOutgoingFileAside(database: Kysely<Database>, id: number, ordinal: number, at: string): Promise<void> {
  await database.updateTable('outgoingFile').set({ removedAt: at }).where('outgoingId', '=', id).where('role', '=', 'attached').where('ordinal', '=', ordinal).execute();
}

/** Whether any line of either book keeps this file. */
export async function isFileKept(database: Kysely<Database>, sha256: string): Promise<boolean> {
  for (const table of ['outgoingFile', 'incomingFile'] as const) {
    if ((await database.selectFrom(table).select('sha256').where('sha256', '=', sha256).limit(1).executeTakeFirst()) !== undefined) return true;
  }
  return false;
}

/** The acts on a line, oldest first; a line of an old book begins with its being brought in. */
export async function historyOf(database: Kysely<Database>, line: Pick<OutgoingLine, 'id' | 'batch'>): Promise<HistoryEntry[]> {
  const rows = await database.selectFrom('outgoingHistory').select(['at', 'who', 'act', 'reason', 'changes']).where('outgoingId', '=', line.id).orderBy('id').execute();
  const own = rows.map((row) => ({ ...row, changes: row.changes === null ? null : (JSON.parse(row.changes) as LineChange['changes']) }));
  const batch = line.batch === null ? undefined : await database.selectFrom('importBatch').select(['at', 'who', 'fileName']).where('id', '=', line.batch).executeTakeFirst();
  return batch ? [{ at: batch.at, who: batch.who, act: 'import', reason: batch.fileName, changes: null }, ...own] : own;
}

/** One act in the history of one line. */
export async function addHistory(database: Kysely<Database>, outgoingId: number, { act, changes = null, ...entry }: Omit<HistoryEntry, 'changes'> & { changes?: HistoryEntry['changes'] }): Promise<void> {
  if (act === 'import') throw new Error('an import is told by its batch');
  await database.insertInto('outgoingHistory').values({ outgoingId, ...entry, act, changes: changes && JSON.stringify(changes), actId: null }).execute();
}

/** A day's edits by one person are one entry with the time of the last: drafts save themselves every few seconds. */
async function addUpdateHistory(database: Kysely<Database>, outgoingId: number, act: Act): Promise<void> {
  const last = await database.selectFrom('outgoingHistory').selectAll().where('outgoingId', '=', outgoingId).orderBy('id', 'desc').limit(1).executeTakeFirst();
  const same = last?.act === 'update' && last.who === act.who && last.at.slice(0, 10) === act.at.slice(0, 10);
  // a clock put back leaves the later time: history does not go back
  if (same && last.at >= act.at) return;
  if (same) await database.updateTable('outgoingHistory').set({ at: act.at }).where('id', '=', last.id).execute();
  else await addHistory(database, outgoingId, { ...act, act: 'update', reason: null });
}

/** A line of the list as the contract shows it; it is read with what follows the number where the whole number will stand. */
export const asOutgoingRow = (row: Omit<OutgoingRow, 'code' | 'number'> & { number: string }): OutgoingRow => ({
  ...row,
  number: row.codeNumber === null ? null : numberWithSuffix(row.codeNumber, row.number),
  code: codeOfLine({ ...row, numberSuffix: row.number }),
});
