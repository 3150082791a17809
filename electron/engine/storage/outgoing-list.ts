import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { OutgoingColumns, OutgoingRow, OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import type { ListSort, outgoingSorts } from '../../../shared/domain/list-sort.ts';
import { placeOfLine } from './line-place.ts';
import { asOutgoingRow } from './outgoing-repository.ts';
import { countByStatus, numberCondition, type PageStart, readPage, type RegisterFilter, writeCursor } from './register-page.ts';
import { searchQuery } from './register-search.ts';
import { keySpan } from './sort-key.ts';
import type { Database } from './schema.ts';
import { outgoingSortValues } from './sort-values.ts';
import { placeInSorted, readSortedPage, type SortedList } from './sorted-lines.ts';
import { spellOut } from './spell-out.ts';

export interface OutgoingFilter {
  year?: number | undefined;
  text?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  status?: OutgoingStatus | undefined;
  view?: 'numbered' | 'with-appendices' | 'unsent' | 'without-files' | 'reserved' | undefined;
  series?: string | undefined;
  columns?: OutgoingColumns | undefined;
}

type OutgoingSort = ListSort<(typeof outgoingSorts)[number]>;

// the first takes the count when a search is not counted to its end
export const outgoingStatuses = ['issued', 'draft', 'reserved', 'sent', 'corrected', 'replaced', 'recalled', 'cancelled'] as const satisfies readonly OutgoingStatus[];

const rowColumns = ['id', 'origin', 'status', 'series', 'year', 'codeNumber', 'numberSuffix AS number', 'codeNotation', 'typeName', 'issuedDate', 'subject', 'priority', 'addressees', 'recipients AS recipientNames', 'signerName', 'archiveUnits', 'copies', 'appendixCount', 'sentDate', 'receipt', 'note', 'cancelReason', 'backdated', 'reservedReason', 'byId', 'fileCount', 'updatedAt'] as const;
type ReadRow = Parameters<typeof asOutgoingRow>[0];

const numbered = sql<boolean>`outgoing.status IN ('issued', 'sent', 'corrected', 'replaced', 'recalled')`;
const views: Record<NonNullable<OutgoingFilter['view']>, RawBuilder<boolean>> = {
  numbered,
  'with-appendices': sql`outgoing.appendixCount > 0 AND ${numbered}`,
  unsent: sql`outgoing.status = 'issued' AND outgoing.batch IS NULL`,
  'without-files': sql`outgoing.fileCount = 0 AND outgoing.status IN ('issued', 'sent') AND outgoing.batch IS NULL`,
  reserved: sql`outgoing.status = 'reserved'`,
};

/** What the filter asks of the index and of the lines. */
export function readOutgoingFilter({ year, text, from, to, status, view, series, columns = {} }: OutgoingFilter): RegisterFilter {
  const { number, code, subject, addressees, people, typeName, issuedFrom, issuedTo } = columns;
  const dated = (least: string | undefined, most: string | undefined): RawBuilder<boolean>[] => {
    if (least === undefined && most === undefined) return [];
    // the key begins with the day, so a span of days is a span of the order; drafts stand after every day
    const span = keySpan(least ?? null, most ?? null);
    return [sql<boolean>`outgoing.sortKey >= ${span.least} AND outgoing.sortKey < ${span.below}`];
  };
  return {
    query: searchQuery(text, { organ: addressees, code, subject, people }),
    status,
    year,
    conditions: [
      ...(view ? [views[view]] : []),
      ...(series === undefined ? [] : [sql<boolean>`outgoing.series = ${series}`]),
      ...dated(from || undefined, to || undefined),
      ...dated(issuedFrom || undefined, issuedTo || undefined),
      ...numberCondition('outgoing.codeNumber', 'outgoing.numberSuffix', number),
      ...(typeName?.trim() ? [sql<boolean>`outgoing.typeName = ${typeName}`] : []),
    ],
  };
}

/** A list of the book by a column. */
async function sortedOutgoing(database: Kysely<Database>, wanted: OutgoingFilter, sort: OutgoingSort): Promise<SortedList> {
  const read = readOutgoingFilter(wanted);
  const filter = { ...read, query: await spellOut(database, 'outgoing', read.query) };
  return { book: 'outgoing', filter, key: JSON.stringify(wanted), sort, values: outgoingSortValues };
}

interface OutgoingPage {
  rows: OutgoingRow[];
  total: number;
  more: boolean;
  counts: Record<OutgoingStatus, number>;
  nextCursor?: string;
}

/** A page of the outgoing book, newest first or sorted by a column, without the letters' texts, with how many there are. */
export async function listOutgoing(database: Kysely<Database>, wanted: OutgoingFilter, limit: number, start: PageStart, exact: boolean, sort?: OutgoingSort): Promise<OutgoingPage> {
  if (sort) {
    const list = await sortedOutgoing(database, wanted, sort);
    const { rows, total, nextCursor } = await readSortedPage<ReadRow>(database, list, rowColumns, limit, start);
    const { counts } = await countByStatus(database, 'outgoing', outgoingStatuses, list.filter, exact);
    return { rows: rows.map(asOutgoingRow), total, more: false, counts, ...(nextCursor && { nextCursor }) };
  }
  const read = readOutgoingFilter(wanted);
  const filter = { ...read, query: await spellOut(database, 'outgoing', read.query) };
  const { rows, next } = await readPage<ReadRow>(database, 'outgoing', rowColumns, filter, limit, start);
  const { counts, more } = await countByStatus(database, 'outgoing', outgoingStatuses, filter, exact);
  const total = wanted.status ? counts[wanted.status] : outgoingStatuses.reduce((sum, status) => sum + counts[status], 0);
  return { rows: rows.map(asOutgoingRow), total, more, counts, ...(next && { nextCursor: writeCursor(next) }) };
}

/** How many lines stand before a line in that list; null when the filter does not find it. */
export async function placeOfOutgoing(database: Kysely<Database>, wanted: OutgoingFilter, line: { id: number; sortKey: number }, sort?: OutgoingSort): Promise<number | null> {
  if (sort) return placeInSorted(database, await sortedOutgoing(database, wanted, sort), line.id);
  return placeOfLine(database, 'outgoing', readOutgoingFilter(wanted), line.sortKey);
}
