import { type Kysely, sql } from 'kysely';
import type { LateRow } from '../../../shared/contract/owed.ts';
import type { lateSorts, ListSort } from '../../../shared/domain/list-sort.ts';
import { daysLate, instantOf, type Moment } from '../../../shared/domain/owed-state.ts';
import { sortRows } from '../../../shared/domain/sort-rows.ts';
import { listOwed } from './owed-list.ts';
import type { Database } from './schema.ts';

type LateIncoming = { id: number; code: string; subject: string; dueDate: string; toPlaces: string | null; handedTo: string | null };

/**
 * The first `limit` of everything late, by due moment: reports that others owe and incoming dispatches to be dealt with
 * here. `today` is the day incoming dispatches are counted at, as the summary does.
 */
export async function lateRows(database: Kysely<Database>, moment: Moment, today: string, limit: number): Promise<LateRow[]> {
  const owed = await listOwed(database, { state: 'late' }, moment, limit, undefined);
  const { rows: incoming } = await sql<LateIncoming>`
    SELECT id, code, subject, dueDate, toPlaces, handedTo FROM incoming INDEXED BY incoming_due
    WHERE dueDate < ${today} AND dueDate IS NOT NULL AND handling <> 'done' AND status = 'registered' ORDER BY dueDate, id LIMIT ${limit}`.execute(database);
  const rows: LateRow[] = [
    ...owed.rows.map(({ id, dispatch, code, subject, what, agency, due, time, lateDays }): LateRow => ({ kind: 'owed', id: dispatch, owed: id, code, subject, what, who: agency, due, time, lateDays })),
    ...incoming.map(({ id, code, subject, dueDate, toPlaces, handedTo }): LateRow => ({ kind: 'incoming', id, owed: null, code: code || null, subject, what: 'giải quyết văn bản đến', who: handedTo || toPlaces || '', due: dueDate, time: null, lateDays: daysLate(dueDate, today) })),
  ];
  return rows.sort((one, other) => compare(dueInstant(one), dueInstant(other))).slice(0, limit);
}

type LateSort = ListSort<(typeof lateSorts)[number]>;

/** The first `limit` of everything late (`total` rows), sorted by a column over the whole list; rows alike by due moment. */
export async function sortedLateRows(database: Kysely<Database>, moment: Moment, today: string, limit: number, total: number, { by, order }: LateSort): Promise<LateRow[]> {
  const rows = await lateRows(database, moment, today, Math.max(1, total));
  const valueOf = (row: LateRow): string | number | null => (by === 'due' ? dueInstant(row) : row[by]);
  return sortRows(rows, order, valueOf, by !== 'due' && by !== 'lateDays').slice(0, limit);
}

const dueInstant = ({ due, time }: LateRow): string => instantOf(due, time);
const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
