import { type Kysely, type Selectable, sql } from 'kysely';
import type { KeptObligation } from '../../../shared/contract/owed.ts';
import { instantOf } from '../../../shared/domain/owed-state.ts';
import type { AppendixColumn } from '../../../shared/letter/letter.ts';
import { readMerged } from './owed-scope.ts';
import type { ObligationTable } from './schema-owed.ts';
import type { Database } from './schema.ts';

/** An obligation as it is first written: its days in order, and who must fulfil it. */
export interface NewObligation extends Omit<KeptObligation, 'id' | 'dispatch' | 'days' | 'duties' | 'withdrawnReason'> {
  days: readonly string[];
  duties: readonly NewDuty[];
}

export interface NewDuty {
  /** The line of the dispatch it comes from. */
  line: string;
  agencyId: number | null;
  name: string;
}

/** Writes obligations behind those the dispatch already has. Answers their ids. Inside a transaction. */
export async function insertObligations(database: Kysely<Database>, outgoingId: number, at: string, obligations: readonly NewObligation[]): Promise<number[]> {
  const last = await database.selectFrom('obligation').select((of) => of.fn.max('ordinal').as('last')).where('outgoingId', '=', outgoingId).executeTakeFirst();
  const ids: number[] = [];
  for (const [index, { columns, days, duties, ...obligation }] of obligations.entries()) {
    const { id } = await database
      .insertInto('obligation')
      .values({ ...obligation, outgoingId, ordinal: (last?.last ?? 0) + 1 + index, columns: JSON.stringify(columns), withdrawnReason: null, days: days.length, createdAt: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    await addDays(database, id, 1, days, obligation.time);
    await addDuties(database, id, 1, duties);
    ids.push(id);
  }
  return ids;
}

/** Adds days, the first of them the n-th of its obligation. */
export async function addDays(database: Kysely<Database>, obligationId: number, n: number, days: readonly string[], time: string | null): Promise<void> {
  const rows = JSON.stringify(days.map((day) => ({ day, instant: instantOf(day, time) })));
  await sql`INSERT INTO obligationDay (obligationId, n, day, instant) SELECT ${obligationId}, ${n} + key, json_extract(value, '$.day'), json_extract(value, '$.instant') FROM json_each(${rows})`.execute(database);
}

/** Adds duties, the first of them in that place of its obligation; places must be free. Answers their ids. */
export async function addDuties(database: Kysely<Database>, obligationId: number, ordinal: number, duties: readonly NewDuty[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    INSERT INTO duty (obligationId, ordinal, line, agencyId, name)
    SELECT ${obligationId}, ${ordinal} + key, json_extract(value, '$.line'), json_extract(value, '$.agencyId'), json_extract(value, '$.name') FROM json_each(${JSON.stringify(duties)}) WHERE TRUE RETURNING id`.execute(database);
  return rows.map(({ id }) => id);
}

export type ObligationLine = Selectable<ObligationTable>;

/** One obligation as it is kept, or undefined. */
export const findObligation = (database: Kysely<Database>, id: number): Promise<ObligationLine | undefined> => database.selectFrom('obligation').selectAll().where('id', '=', id).executeTakeFirst();

/** The columns of the figures an obligation asks for. */
export const columnsOfObligation = ({ columns }: Pick<ObligationLine, 'columns'>): AppendixColumn[] => JSON.parse(columns) as AppendixColumn[];

/** The obligations of a dispatch with their days and agencies, those no longer asked for included. */
export async function obligationsOf(database: Kysely<Database>, dispatch: number): Promise<KeptObligation[]> {
  const keptFor = await readMerged(database);
  const lines = await database.selectFrom('obligation').selectAll().where('outgoingId', '=', dispatch).orderBy('ordinal').execute();
  const kept: KeptObligation[] = [];
  for (const line of lines) {
    const { id, what, reportTo, bound, due, time, recurrence, until, rule, sentence, withdrawnReason } = line;
    const days = await database.selectFrom('obligationDay').select(['n', 'day']).where('obligationId', '=', id).orderBy('n').execute();
    const duties = await database.selectFrom('duty').select(['id', 'name', 'agencyId', 'line']).where('obligationId', '=', id).orderBy('ordinal').execute();
    kept.push({ id, dispatch, what, reportTo, bound, due, time, recurrence, until, rule, columns: columnsOfObligation(line), sentence, withdrawnReason, days, duties: duties.map((duty) => ({ ...duty, agencyId: duty.agencyId === null ? null : keptFor(duty.agencyId) })) });
  }
  return kept;
}

/** Changes columns of an obligation. */
export async function changeObligation(database: Kysely<Database>, id: number, columns: Partial<Pick<ObligationLine, 'what' | 'reportTo' | 'until' | 'columns' | 'withdrawnReason'>>): Promise<void> {
  if (Object.keys(columns).length > 0) await database.updateTable('obligation').set(columns).where('id', '=', id).execute();
}

/** The days an obligation has, in order. */
export const daysOfObligation = (database: Kysely<Database>, id: number) => database.selectFrom('obligationDay').select(['n', 'day', 'instant']).where('obligationId', '=', id).orderBy('n').execute();

/** Gives an obligation exactly these days: those it has stay what they are, others are added behind or taken from the end. Inside a transaction. */
export async function setDays(database: Kysely<Database>, { id, time }: Pick<ObligationLine, 'id' | 'time'>, days: readonly string[]): Promise<void> {
  const present = await daysOfObligation(database, id);
  await addDays(database, id, present.length + 1, days.slice(present.length), time);
  if (present.length > days.length) {
    // rows on which everything was taken back go with their day
    await database.deleteFrom('owed').where('dutyId', 'in', database.selectFrom('duty').select('id').where('obligationId', '=', id)).where('n', '>', days.length).execute();
    await database.deleteFrom('obligationDay').where('obligationId', '=', id).where('n', '>', days.length).execute();
  }
  await database.updateTable('obligation').set({ days: days.length }).where('id', '=', id).execute();
}

/** How many days after the n-th have something written on them. */
export async function writtenAfter(database: Kysely<Database>, id: number, n: number): Promise<number> {
  const { rows } = await sql<{ amount: number }>`
    SELECT count(*) AS amount FROM duty CROSS JOIN owed ON owed.dutyId = duty.id AND owed.n > ${n} WHERE obligationId = ${id} AND (extendedDay IS NOT NULL OR excuseReason IS NOT NULL OR receivedDate IS NOT NULL)`.execute(database);
  return rows[0]?.amount ?? 0;
}
