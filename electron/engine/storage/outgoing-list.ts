import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import type { OutgoingRow, OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import { codeOf } from '../../../shared/domain/numbering.ts';
import { countFound, foundBy, searchQuery } from './outgoing-search.ts';
import type { Database } from './schema.ts';

export interface OutgoingFilter {
  year?: number | undefined;
  text?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  status?: OutgoingStatus | undefined;
}

/** Where a page ended: the last line's place in the order. */
export interface PageEnd {
  position: string;
  id: number;
}

const rowColumns = ['id', 'status', 'series', 'year', 'codeNumber', 'codeNotation', 'typeName', 'issuedDate', 'subject', 'priority', 'addressees', 'signerName', 'appendixCount', 'cancelReason', 'position', 'updatedAt'] as const;

/** A page of the list, newest first, without the letters' texts; `end` when more follow. */
export async function listOutgoing(database: Kysely<Database>, filter: OutgoingFilter, limit: number, after: PageEnd | null): Promise<{ rows: OutgoingRow[]; end: PageEnd | null }> {
  const query = readQuery(filter.text);
  const hits = query ? await countFound(database, query, filter.status, filter.year) : 0;
  if (query === null || (query && hits === 0)) return { rows: [], end: null };
  const found = await database
    .selectFrom('outgoing')
    .select(rowColumns)
    .where((where) => where.and(conditions(where, filter)))
    .$if(query !== undefined, (lines) => lines.where(foundBy(query ?? '', hits)))
    .$if(filter.status !== undefined, (query) => query.where('status', '=', filter.status ?? 'draft'))
    .$if(after !== null, (query) => query.where((where) => where(where.refTuple('position', 'id'), '<', where.tuple(after?.position ?? '', after?.id ?? 0))))
    .orderBy('position', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const last = found.length > limit ? found[limit - 1] : undefined;
  const rows = found.slice(0, limit).map(({ position: _position, ...row }) => ({ ...row, code: row.codeNumber === null ? null : codeOf(row.codeNumber, row.codeNotation) }));
  return { rows, end: last ? { position: last.position, id: last.id } : null };
}

/** How many lines of each status the filter finds, its own status left aside. */
export async function countOutgoing(database: Kysely<Database>, filter: OutgoingFilter): Promise<Record<OutgoingStatus, number>> {
  const query = readQuery(filter.text);
  if (query === null) return { draft: 0, issued: 0, cancelled: 0 };
  if (filter.from !== undefined || filter.to !== undefined) return countLines(database, filter, query);
  if (query !== undefined) {
    const count = (status: OutgoingStatus): Promise<number> => countFound(database, query, status, filter.year);
    return { draft: await count('draft'), issued: await count('issued'), cancelled: await count('cancelled') };
  }
  const kept = await database
    .selectFrom('outgoingCount')
    .select(['status', (of) => of.fn.sum<number>('amount').as('amount')])
    .$if(filter.year !== undefined, (rows) => rows.where('year', '=', filter.year ?? 0))
    .groupBy('status')
    .execute();
  return byStatus(kept);
}

async function countLines(database: Kysely<Database>, filter: OutgoingFilter, query: string | undefined): Promise<Record<OutgoingStatus, number>> {
  const rows = await database
    .selectFrom('outgoing')
    .select(['status', (of) => of.fn.countAll<number>().as('amount')])
    .where((where) => where.and(conditions(where, filter)))
    .$if(query !== undefined, (lines) => lines.where(foundBy(query ?? '', 0)))
    .groupBy('status')
    .execute();
  return byStatus(rows);
}

function byStatus(rows: readonly { status: OutgoingStatus; amount: number }[]): Record<OutgoingStatus, number> {
  const amount = (status: OutgoingStatus): number => rows.find((row) => row.status === status)?.amount ?? 0;
  return { draft: amount('draft'), issued: amount('issued'), cancelled: amount('cancelled') };
}

/** The index's query for a typed text: undefined when nothing was typed, null when nothing in it can be searched for. */
const readQuery = (text: string | undefined): string | null | undefined => (text?.trim() ? searchQuery(text) : undefined);

function conditions(where: ExpressionBuilder<Database, 'outgoing'>, { year, from, to }: OutgoingFilter): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  if (year !== undefined) all.push(where('year', '=', year));
  // the position begins with the day, so a span of days is a span of the order; drafts stand after every day
  if (from !== undefined) all.push(where('position', '>=', from));
  if (from !== undefined || to !== undefined) all.push(where('position', '<', to === undefined ? undatedPosition : `${to}~`));
  return all;
}

/** Where lines without a day stand: before all others in the list. */
const undatedPosition = '9999-99-99';

/** The place of a line in the list: by day, then by number. */
export const positionOf = (day: string | null, codeNumber: number | null): string => `${day ?? undatedPosition}#${String(codeNumber ?? 0).padStart(8, '0')}`;
