import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { AttachedFile, Double, IncomingHistoryEntry } from '../../../shared/contract/incoming.ts';
import { codeKeyOf, organKeyOf } from '../../../shared/domain/double-key.ts';
import { maySendAsOne } from '../../../shared/domain/directory/same-sender.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { readDirectory } from './group-repository.ts';
import { type Act, type LineChange, type OnProgress, recordAct } from './register-acts.ts';
import { indexRow } from './index-row.ts';
import { incomingTexts } from './indexed-texts.ts';
import { keptQuery } from './kept-query.ts';
import { indexIncomingTexts } from './line-texts.ts';
import { indexLine, indexLines, indexStride } from './register-search.ts';
import { readSettings } from './settings-repository.ts';
import { incomingKey } from './sort-key.ts';
import type { Database } from './schema.ts';

export type IncomingLine = Selectable<Database['incoming']>;
type NewLine = Omit<IncomingLine, 'id' | 'sortKey' | 'organKey' | 'codeKey' | 'fileCount' | 'batch' | 'importKey' | 'twin' | 'numberSuffix' | 'revision' | 'cancelReason'>;

/** Columns whose change changes what the line is found by. */
const foundBy = new Set(['organName', 'code', 'subject', 'toPlaces', 'handedTo', 'signerName', 'signerPosition', 'typeName', 'note', 'receipt', 'status']);

/** Enters a line with the number it has taken. Inside a transaction. */
export async function insertIncoming(database: Kysely<Database>, line: NewLine, files: readonly Omit<AttachedFile, 'ordinal'>[], act: Act): Promise<number> {
  const sortKey = await freeKey(database, line.year, line.arrivalNumber);
  const { insertId } = await addLine(database, { ...line, sortKey, organKey: organKeyOf(line.organName), codeKey: codeKeyOf(line.code) });
  const id = Number(insertId);
  await addIncomingFiles(database, id, 1, files);
  await indexLine(database, 'incoming', sortKey, indexRow(incomingTexts({ ...line, numberSuffix: '' }, files.map(({ name }) => name)), line.status, line.year), null);
  // a file of this content may have been read already
  if (files.length > 0) await indexIncomingTexts(database, await findIncomings(database, [id]));
  await addHistory(database, { incomingId: id, ...act, act: 'register', reason: line.doubleReason ?? null, changes: null, actId: null });
  return id;
}

const addLine = keptQuery((database, line: Insertable<Database['incoming']>) => database.insertInto('incoming').values(line));
const addHistory = keptQuery((database, entry: Insertable<Database['incomingHistory']>) => database.insertInto('incomingHistory').values(entry));

/** Almost always the first: only an old book gives a number twice. */
async function freeKey(database: Kysely<Database>, year: number, arrivalNumber: number): Promise<number> {
  const first = incomingKey(year, arrivalNumber, 0);
  const last = (await lastKey(database, { least: first, below: incomingKey(year, arrivalNumber + 1, 0) })).rows[0]?.last ?? null;
  return last === null ? first : last + 1;
}

const lastKey = keptQuery((database, { least, below }: { least: number; below: number }) => database.selectFrom('incoming').select((of) => of.fn.max('sortKey').as('last')).where('sortKey', '>=', least).where('sortKey', '<', below));

/** Links stored files to a line, counting on from `ordinal`. */
export async function addIncomingFiles(database: Kysely<Database>, id: number, ordinal: number, files: readonly Omit<AttachedFile, 'ordinal'>[]): Promise<void> {
  if (files.length > 0) await database.insertInto('incomingFile').values(files.map((file, index) => ({ ...file, incomingId: id, ordinal: ordinal + index, removedAt: null }))).execute();
}

/** A file of a line is shown no more; its row and its bytes stay. */
export async function setIncomingFileAside(database: Kysely<Database>, id: number, ordinal: number, at: string): Promise<void> {
  await database.updateTable('incomingFile').set({ removedAt: at }).where('incomingId', '=', id).where('ordinal', '=', ordinal).execute();
}

/** One act on any number of lines, index kept in step; `onProgress` hears how many have been dealt with and may throw. Inside a transaction. */
export async function changeIncoming(database: Kysely<Database>, act: Parameters<typeof recordAct>[2], lines: readonly LineChange[], onProgress?: OnProgress): Promise<number> {
  const actId = await recordAct(database, 'incoming', act, lines);
  await reindexIncoming(database, lines.filter(({ changes }) => Object.keys(changes).some((column) => foundBy.has(column))).map(({ id }) => id), onProgress);
  return actId;
}

/** Writes the index rows of lines anew. */
export async function reindexIncoming(database: Kysely<Database>, ids: readonly number[], onProgress?: OnProgress): Promise<void> {
  for (let at = 0; at < ids.length; at += indexStride) {
    await onProgress?.(at);
    const lines = await findIncomings(database, ids.slice(at, at + indexStride));
    const files = await database.selectFrom('incomingFile').select(['incomingId', 'name']).where('incomingId', 'in', lines.map(({ id }) => id)).where('removedAt', 'is', null).orderBy('ordinal').execute();
    const names = Map.groupBy(files, ({ incomingId }) => incomingId);
    await indexLines(database, 'incoming', lines.map((line) => ({ sortKey: line.sortKey, row: indexRow(incomingTexts(line, (names.get(line.id) ?? []).map(({ name }) => name)), line.status, line.year) })));
    await indexIncomingTexts(database, lines);
  }
}

/** One line whole, or undefined. */
export const findIncoming = (database: Kysely<Database>, id: number): Promise<IncomingLine | undefined> => database.selectFrom('incoming').selectAll().where('id', '=', id).executeTakeFirst();

/** The lines of these ids that are there. */
export async function findIncomings(database: Kysely<Database>, ids: readonly number[]): Promise<IncomingLine[]> {
  const lines: IncomingLine[] = [];
  for (let at = 0; at < ids.length; at += 500) lines.push(...(await database.selectFrom('incoming').selectAll().where('id', 'in', ids.slice(at, at + 500)).execute()));
  return lines;
}

/** The files kept with a line, those set aside left out. */
export const incomingFilesOf = (database: Kysely<Database>, id: number): Promise<AttachedFile[]> =>
  database.selectFrom('incomingFile').select(['ordinal', 'name', 'size', 'sha256']).where('incomingId', '=', id).where('removedAt', 'is', null).orderBy('ordinal').execute();

/** The ordinal the next file of a line takes; those set aside keep theirs. */
export async function nextFileOrdinal(database: Kysely<Database>, id: number): Promise<number> {
  const row = await database.selectFrom('incomingFile').select((of) => of.fn.max('ordinal').as('last')).where('incomingId', '=', id).executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** The acts on a line, oldest first; a line of an old book begins with its being brought in. */
export async function incomingHistoryOf(database: Kysely<Database>, line: Pick<IncomingLine, 'id' | 'batch'>): Promise<IncomingHistoryEntry[]> {
  const rows = await database.selectFrom('incomingHistory').select(['at', 'who', 'act', 'reason', 'changes']).where('incomingId', '=', line.id).orderBy('id').execute();
  const own = rows.map((row) => ({ ...row, changes: row.changes === null ? null : (JSON.parse(row.changes) as LineChange['changes']) }));
  const batch = line.batch === null ? undefined : await database.selectFrom('importBatch').select(['at', 'who', 'fileName']).where('id', '=', line.batch).executeTakeFirst();
  return batch ? [{ at: batch.at, who: batch.who, act: 'import', reason: batch.fileName, changes: null }, ...own] : own;
}

/** Who answers it: an act in the history of the line's own. */
export async function addIncomingHistory(database: Kysely<Database>, incomingId: number, entry: Omit<IncomingHistoryEntry, 'act'> & { act: Exclude<IncomingHistoryEntry['act'], 'import'> }): Promise<void> {
  await addHistory(database, { incomingId, ...entry, changes: entry.changes && JSON.stringify(entry.changes), actId: null });
}

const doubleColumns = ['id', 'arrivalNumber', 'numberSuffix', 'year', 'arrivalDate', 'organName', 'code', 'issuedDate', 'subject'] as const;
type DoubleLine = Pick<IncomingLine, (typeof doubleColumns)[number]>;
const asDouble = ({ numberSuffix, ...line }: DoubleLine, because: Double['because']): Double => ({ ...line, number: numberWithSuffix(line.arrivalNumber, numberSuffix), because });

/**
 * What a new line might be double to: same agency, code and date, or the same file. A date that is not known matches any;
 * an agency also by a short form, its province, or a name the directory knows it by.
 */
export async function findDoubles(database: Kysely<Database>, { organName, code, issuedDate, sha256s, except }: { organName: string; code: string; issuedDate: string | null; sha256s: readonly string[]; except: number | null }): Promise<Double[]> {
  const codeKey = codeKeyOf(code);
  const same =
    codeKey === ''
      ? []
      : await ofSender(database, organName, (await ofSameCode(database, { codeKey, issuedDate: issuedDate ?? undefined, except: except ?? undefined })).rows);
  const files =
    sha256s.length === 0
      ? []
      : await database
          .selectFrom('incoming')
          .select(doubleColumns)
          .where('id', 'in', (of) => of.selectFrom('incomingFile').select('incomingId').where('sha256', 'in', [...sha256s]).where('removedAt', 'is', null))
          .$if(except !== null, (lines) => lines.where('id', '<>', except ?? 0))
          .orderBy('sortKey', 'desc')
          .limit(10)
          .execute();
  return [...same.map((line) => asDouble(line, 'code')), ...files.filter(({ id }) => !same.some((line) => line.id === id)).map((line) => asDouble(line, 'file'))];
}

/** How many doubles are told. */
const mostDoubles = 10;

/** Of lines of one code, those whose sender is this one, however it is written. */
async function ofSender(database: Kysely<Database>, organName: string, lines: readonly (DoubleLine & { organKey: string })[]): Promise<DoubleLine[]> {
  const organKey = organKeyOf(organName);
  const isOther = (line: { organKey: string }): boolean => line.organKey !== organKey;
  // hardly ever: another agency's dispatch of the same code, or this one's under another name
  const known = lines.some(isOther) ? await sendersOf(database) : null;
  return lines
    .filter((line) => !isOther(line) || known?.(line.organName, organName) === true)
    .slice(0, mostDoubles)
    .map(({ organKey: _, ...line }) => line);
}

/** Tells whether two names are of one agency, by how they are written and by the directory. */
async function sendersOf(database: Kysely<Database>): Promise<(one: string, other: string) => boolean> {
  const { office } = await readSettings(database);
  const directory = await readDirectory(database);
  const entry = (name: string): number | undefined => directory.find(name, '9999-12-31')?.agency.id ?? formerly.get(organKeyOf(name));
  const formerly = new Map([...directory.byId.values()].flatMap(({ id, formerNames }) => formerNames.map(({ name }) => [organKeyOf(name), directory.kept(id)?.id ?? id] as const)));
  return (one, other) => {
    if (maySendAsOne(one, other, office?.place ?? null)) return true;
    const of = entry(one);
    return of !== undefined && of === entry(other);
  };
}

const ofSameCode = keptQuery((database, { codeKey, issuedDate, except }: { codeKey: string; issuedDate: string | undefined; except: number | undefined }) =>
  database
    .selectFrom('incoming')
    .select([...doubleColumns, 'organKey'])
    .where('codeKey', '=', codeKey)
    // written out, as the number of lines is: SQLite plans a statement anew when a value is given that its plan may depend on
    .where('codeKey', '<>', sql.lit(''))
    .$if(issuedDate !== undefined, (lines) => lines.where((of) => of.or([of('issuedDate', '=', issuedDate ?? ''), of('issuedDate', 'is', null)])))
    .$if(except !== undefined, (lines) => lines.where('id', '<>', except ?? 0))
    .orderBy('sortKey', 'desc')
    // as many communes as a province has may write under one code on one day
    .limit(sql.lit(200)),
);
