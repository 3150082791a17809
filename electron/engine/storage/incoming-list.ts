import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { IncomingColumns, IncomingRow, IncomingStatus, IncomingView } from '../../../shared/contract/incoming.ts';
import { addDays } from '../../../shared/domain/dates.ts';
import type { incomingSorts, ListSort } from '../../../shared/domain/list-sort.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { placeOfLine } from './line-place.ts';
import { countByStatus, countLines, numberCondition, type PageStart, readPage, type RegisterFilter, writeCursor } from './register-page.ts';
import { searchQuery } from './register-search.ts';
import type { Database } from './schema.ts';
import { incomingSortValues } from './sort-values.ts';
import { placeInSorted, readSortedPage, type SortedList } from './sorted-lines.ts';
import { spellOut } from './spell-out.ts';

export interface IncomingFilter {
  year?: number | undefined;
  text?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  status?: IncomingStatus | undefined;
  view?: IncomingView | undefined;
  columns?: IncomingColumns | undefined;
}

type IncomingSort = ListSort<(typeof incomingSorts)[number]>;

export const incomingStatuses = ['registered', 'cancelled', 'recalled'] as const satisfies readonly IncomingStatus[];

const rowColumns = ['id', 'status', 'series', 'year', 'arrivalNumber', 'numberSuffix AS number', 'arrivalDate', 'organName', 'code', 'codeNumber', 'codeNotation', 'issuedDate', 'typeName', 'subject', 'signerName', 'priority', 'pages', 'copies', 'toPlaces', 'handedDate', 'handedTo', 'receipt', 'dueDate', 'handling', 'needsReply', 'replyId', 'note', 'cancelReason', 'backdated', 'fileCount', 'updatedAt', 'revision'] as const;
/** A line as it is read: what follows the number stands where the whole number will. */
type ReadRow = Omit<IncomingRow, 'needsReply'> & { needsReply: number };

/** Days ahead that count as «soon». */
export const soonDays = 3;

/** The conditions of the views; written out, so that SQLite takes the index made for each. */
const views: Record<IncomingView, (today: string) => RawBuilder<boolean>[]> = {
  today: (today) => [sql<boolean>`incoming.arrivalDate = ${today}`],
  waiting: () => [sql<boolean>`incoming.handling = 'waiting' AND incoming.status = 'registered'`],
  'due-soon': (today) => [sql<boolean>`incoming.dueDate BETWEEN ${today} AND ${addDays(today, soonDays)}`, sql<boolean>`incoming.dueDate IS NOT NULL AND incoming.handling <> 'done' AND incoming.status = 'registered'`],
  late: (today) => [sql<boolean>`incoming.dueDate < ${today}`, sql<boolean>`incoming.dueDate IS NOT NULL AND incoming.handling <> 'done' AND incoming.status = 'registered'`],
  unanswered: () => [sql<boolean>`incoming.needsReply = 1 AND incoming.replyId IS NULL AND incoming.status = 'registered'`],
  cancelled: () => [sql<boolean>`incoming.status = 'cancelled'`],
  'without-files': () => [sql<boolean>`incoming.fileCount = 0 AND incoming.batch IS NULL AND incoming.status = 'registered'`],
};

const indexOf: Partial<Record<IncomingView, string>> = { today: 'incoming_by_day', waiting: 'incoming_waiting', 'due-soon': 'incoming_due', late: 'incoming_due', unanswered: 'incoming_unanswered', 'without-files': 'incoming_without_files' };

/** What the filter asks of the index and of the lines. */
export function readIncomingFilter({ year, text, from, to, status, view, columns = {} }: IncomingFilter, today: string): RegisterFilter {
  const { number, organName, code, subject, people, typeName, issuedFrom, issuedTo, dueFrom, dueTo, handedFrom, handedTo, handling, priority, needsReply } = columns;
  const span = (column: string, least: string | undefined, most: string | undefined): RawBuilder<boolean>[] => [
    ...(least ? [sql<boolean>`${sql.ref(`incoming.${column}`)} >= ${least}`] : []),
    ...(most ? [sql<boolean>`${sql.ref(`incoming.${column}`)} <= ${most}`] : []),
  ];
  return {
    query: searchQuery(text, { organ: organName, code, subject, people }),
    status,
    year,
    indexedBy: view && indexOf[view],
    conditions: [
      ...(view ? views[view](today) : []),
      ...span('arrivalDate', from, to),
      ...span('issuedDate', issuedFrom, issuedTo),
      ...span('dueDate', dueFrom, dueTo),
      ...span('handedDate', handedFrom, handedTo),
      ...numberCondition('incoming.arrivalNumber', 'incoming.numberSuffix', number),
      ...(typeName?.trim() ? [sql<boolean>`incoming.typeName = ${typeName}`] : []),
      ...(handling ? [sql<boolean>`incoming.handling = ${handling}`] : []),
      ...(priority === undefined ? [] : [sql<boolean>`incoming.priority = ${priority}`]),
      ...(needsReply === undefined ? [] : [sql<boolean>`incoming.needsReply = ${needsReply ? 1 : 0}`]),
    ],
  };
}

/** A list of the book by a column, as it is asked for at a day. */
async function sortedIncoming(database: Kysely<Database>, wanted: IncomingFilter, today: string, sort: IncomingSort): Promise<SortedList> {
  const read = readIncomingFilter(wanted, today);
  const filter = { ...read, query: await spellOut(database, 'incoming', read.query) };
  return { book: 'incoming', filter, key: JSON.stringify([today, wanted]), sort, values: incomingSortValues };
}

/** A page of the incoming book, newest number first or sorted by a column, with how many there are. */
export async function listIncoming(database: Kysely<Database>, wanted: IncomingFilter, today: string, limit: number, start: PageStart, exact: boolean, sort?: IncomingSort) {
  if (sort) {
    const list = await sortedIncoming(database, wanted, today, sort);
    const { rows, total, nextCursor } = await readSortedPage<ReadRow>(database, list, rowColumns, limit, start);
    const { counts } = await countByStatus(database, 'incoming', incomingStatuses, list.filter, exact);
    return { rows: rows.map(asIncomingRow), total, more: false, counts, ...(nextCursor && { nextCursor }) };
  }
  const read = readIncomingFilter(wanted, today);
  const filter = { ...read, query: await spellOut(database, 'incoming', read.query) };
  const { rows, next } = await readPage<ReadRow>(database, 'incoming', rowColumns, filter, limit, start);
  const { counts, more } = await countByStatus(database, 'incoming', incomingStatuses, filter, exact);
  const total = wanted.status ? counts[wanted.status] : counts.registered + counts.cancelled + counts.recalled;
  return { rows: rows.map(asIncomingRow), total, more, counts, ...(next && { nextCursor: writeCursor(next) }) };
}

/** How many lines stand before a line in that list; null when the filter does not find it. */
export async function placeOfIncoming(database: Kysely<Database>, wanted: IncomingFilter, today: string, line: { id: number; sortKey: number }, sort?: IncomingSort): Promise<number | null> {
  if (sort) return placeInSorted(database, await sortedIncoming(database, wanted, today, sort), line.id);
  return placeOfLine(database, 'incoming', readIncomingFilter(wanted, today), line.sortKey);
}

/** A line as the contract shows it, made of the very row that was read: copying a page takes as long as everything else around its query. */
export function asIncomingRow(row: ReadRow): IncomingRow {
  return Object.assign(row, { needsReply: row.needsReply === 1, number: numberWithSuffix(row.arrivalNumber, row.number) });
}

/** How many lines each view shows. */
export async function countViews(database: Kysely<Database>, year: number | undefined, today: string): Promise<{ all: number; views: Record<IncomingView, number> }> {
  const count = (view?: IncomingView): Promise<number> => countLines(database, 'incoming', readIncomingFilter({ year, view }, today), null);
  const counted: [string, number][] = [];
  for (const view of Object.keys(views) as IncomingView[]) counted.push([view, await count(view)]);
  const { counts } = await countByStatus(database, 'incoming', incomingStatuses, readIncomingFilter({ year }, today), true);
  return { all: counts.registered + counts.cancelled + counts.recalled, views: Object.fromEntries(counted) as Record<IncomingView, number> };
}
