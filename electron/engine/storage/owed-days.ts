import { type Kysely, sql } from 'kysely';
import type { OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import type { Recurrence } from '../../../shared/domain/recurrence.ts';
import { dayColumns } from './owed-list.ts';
import type { OwedDay } from './owed-row.ts';
import { codeOfLine } from './indexed-texts.ts';
import type { Database } from './schema.ts';
import { dutyOfOwed, owedIdOf, recordTracking, type TrackedChange, type TrackingAct } from './tracking-acts.ts';

/** One day owed with all that an act must know of its obligation and dispatch. */
export interface OwedDayInFull extends OwedDay {
  id: number;
  extendReason: string | null;
  what: string;
  reportTo: string | null;
  bound: 'before' | 'through' | null;
  time: string | null;
  recurrence: Recurrence | null;
  until: string | null;
  rule: string | null;
  sentence: string | null;
  columns: string;
  withdrawnReason: string | null;
  dispatch: number;
  code: string | null;
  subject: string;
  typeName: string;
  issuedDate: string | null;
  status: OutgoingStatus | 'used';
  cancelReason: string | null;
  content: string;
}

/** The days of these ids that there are, in the order asked for. */
export async function findOwedDays(database: Kysely<Database>, ids: readonly number[]): Promise<OwedDayInFull[]> {
  const wanted = JSON.stringify(ids.map(dutyOfOwed));
  const { rows } = await sql<Omit<OwedDayInFull, 'id' | 'code'> & { codeNumber: number | null; numberSuffix: string; codeNotation: string }>`
    SELECT ${dayColumns}, owed.extendReason, what, reportTo, bound, time, recurrence, until, rule, sentence, columns, withdrawnReason, outgoing.id AS dispatch, codeNumber, numberSuffix, codeNotation, subject, coalesce(outgoing.typeName, '') AS typeName, issuedDate, outgoing.status, cancelReason, ${ids.length === 1 ? sql`content` : sql`'{}'`} AS content
    FROM json_each(${wanted}) AS wanted CROSS JOIN duty ON duty.id = json_extract(wanted.value, '$.dutyId') CROSS JOIN obligationDay AS owedDay ON owedDay.obligationId = duty.obligationId AND owedDay.n = json_extract(wanted.value, '$.n')
    CROSS JOIN obligation ON obligation.id = duty.obligationId CROSS JOIN outgoing ON outgoing.id = obligation.outgoingId LEFT JOIN owed ON owed.dutyId = duty.id AND owed.n = owedDay.n ORDER BY wanted.key`.execute(database);
  return rows.map(({ codeNumber, numberSuffix, codeNotation, ...row }) => ({ ...row, id: owedIdOf(row.dutyId, row.n), code: codeOfLine({ codeNumber, numberSuffix, codeNotation }) }));
}

/** What an act can write on a day. */
export const writtenColumns = ['extendedDay', 'extendedInstant', 'extendReason', 'excuseReason', 'receivedDate', 'receivedInstant', 'complete', 'incomingId', 'figures', 'note'] as const;
export type WrittenOnDay = Pick<OwedDayInFull, Exclude<(typeof writtenColumns)[number], 'complete'>> & { complete: number };

/** What a day has written on it: nothing, where there is no row. */
export const writtenOn = (day: OwedDayInFull): WrittenOnDay => ({
  extendedDay: day.extendedDay,
  extendedInstant: day.extendedInstant,
  extendReason: day.extendReason,
  excuseReason: day.excuseReason,
  receivedDate: day.receivedDate,
  receivedInstant: day.receivedInstant,
  complete: day.complete ?? 0,
  incomingId: day.incomingId,
  figures: day.figures,
  note: day.note,
});

/** A day and what is to be written on it; what is left out stays. */
export interface DayChange {
  day: OwedDayInFull;
  wanted: Partial<WrittenOnDay>;
}

/** What differs between a day and what is wanted, as history keeps it; null when nothing does. */
export function trackedChange({ day, wanted }: DayChange): TrackedChange | null {
  const now = writtenOn(day);
  const changes: TrackedChange['changes'] = {};
  for (const column of writtenColumns) if (wanted[column] !== undefined && wanted[column] !== now[column]) changes[column] = [now[column], wanted[column]];
  return Object.keys(changes).length === 0 ? null : { subject: 'owed', id: day.id, changes };
}

/** Writes days and one act about them (with `others` that change in the same act). Answers the act and how many days changed. Inside a transaction. */
export async function writeDays(database: Kysely<Database>, act: TrackingAct, days: readonly DayChange[], others: readonly TrackedChange[] = []): Promise<{ act: number | null; changed: number }> {
  const changed = days.flatMap((change) => {
    const tracked = trackedChange(change);
    return tracked ? [{ change, tracked }] : [];
  });
  if (changed.length === 0 && others.length === 0) return { act: null, changed: 0 };
  const rows = JSON.stringify(changed.map(({ change: { day, wanted } }) => ({ dutyId: day.dutyId, n: day.n, instant: day.instant, ...writtenOn(day), ...wanted })));
  const given = sql.join(writtenColumns.map((column) => sql`json_extract(value, ${sql.lit(`$.${column}`)})`));
  const names = sql.join(writtenColumns.map((column) => sql.ref(column)));
  const taken = sql.join(writtenColumns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  await sql`INSERT INTO owed (dutyId, n, instant, ${names}) SELECT json_extract(value, '$.dutyId'), json_extract(value, '$.n'), json_extract(value, '$.instant'), ${given} FROM json_each(${rows}) WHERE TRUE ON CONFLICT (dutyId, n) DO UPDATE SET ${taken}`.execute(database);
  return { act: await recordTracking(database, act, [...changed.map(({ tracked }) => tracked), ...others]), changed: changed.length };
}
