import { type Kysely, sql } from 'kysely';
import { addDays } from '../../../shared/domain/dates.ts';
import { dayOfMoment, endOfDay, type Moment } from '../../../shared/domain/owed-state.ts';
import { countObligations, instantsOf, nothingOwed, addCounts, type OwedCounts } from './owed-counts.ts';
import { readObligations, type StandingObligation } from './owed-scope.ts';
import { settledAt } from './owed-sql.ts';
import type { Database } from './schema.ts';

export interface DayOfProgress {
  day: string;
  /** Reports that day was the last for. */
  due: number;
  received: number;
  /** How many were late when the day ended. */
  late: number;
}

/**
 * What came in, day by day, as it was known at a moment. Late ones are counted once, at the end of the day before; from
 * there every day adds those whose time passed and takes away those settled.
 */
export async function progressByDay(database: Kysely<Database>, span: { from: string; to: string }, dispatch: number | undefined, moment: Moment): Promise<DayOfProgress[]> {
  const obligations = await readObligations(database, { dispatch });
  const ids = new Set(obligations.map(({ id }) => id));
  const { first, last } = instantsOf(span);
  const eve = endOfDay(addDays(span.from, -1));
  const before = await countObligations(database, obligations, null, eve);
  const agencies = new Map(obligations.map((each) => [each.id, each.agencies]));
  const days = new Map<string, DayOfProgress & { step: number }>();
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) days.set(day, { day, due: 0, received: 0, late: 0, step: 0 });
  const bump = (day: string, what: 'due' | 'received' | 'step', by: number): void => {
    const of = days.get(day);
    if (of) of[what] += by;
  };
  /** The first day at whose end it is late; one due by the end of the day before is late from the first. */
  const lateFrom = (instant: Moment): string => (instant.endsWith('24:00') ? addDays(dayOfMoment(instant), 1) : dayOfMoment(instant));
  const started = (obligationId: number, instant: Moment, amount: number): void => {
    if (!ids.has(obligationId)) return;
    if (instant >= first && instant <= last) bump(dayOfMoment(instant), 'due', amount);
    if (instant < moment) bump(lateFrom(instant), 'step', amount);
  };
  const { rows: planned } = await sql<{ obligationId: number; instant: string }>`SELECT obligationId, instant FROM obligationDay WHERE instant BETWEEN ${eve} AND ${last}`.execute(database);
  for (const { obligationId, instant } of planned) started(obligationId, instant, agencies.get(obligationId) ?? 0);
  const { rows: moved } = await sql<{ obligationId: number; instant: string; extendedInstant: string }>`
    SELECT duty.obligationId, instant, extendedInstant FROM owed CROSS JOIN duty ON duty.id = dutyId WHERE extendedInstant IS NOT NULL AND instant BETWEEN ${eve} AND ${last}
    UNION ALL SELECT duty.obligationId, instant, extendedInstant FROM owed CROSS JOIN duty ON duty.id = dutyId WHERE extendedInstant BETWEEN ${eve} AND ${last} AND instant NOT BETWEEN ${eve} AND ${last}`.execute(database);
  for (const { obligationId, instant, extendedInstant } of moved) {
    started(obligationId, instant, -1);
    started(obligationId, extendedInstant, 1);
  }
  const { rows: settled } = await sql<{ obligationId: number; due: string; received: string | null; amount: number }>`
    SELECT obligationId, due, received, sum(amount) AS amount FROM (
      SELECT dutyId, coalesce(extendedInstant, instant) AS due, iif(excuseReason IS NULL, receivedDate, NULL) AS received, count(*) AS amount FROM owed
      WHERE ${settledAt(moment)} AND dutyId IN (SELECT duty.id FROM duty WHERE obligationId IN (SELECT value FROM json_each(${JSON.stringify([...ids])})))
      AND max(coalesce(extendedInstant, instant), iif(excuseReason IS NULL, receivedInstant, '')) >= ${eve} GROUP BY dutyId, due, received
    ) AS found CROSS JOIN duty ON duty.id = found.dutyId GROUP BY obligationId, due, received`.execute(database);
  for (const { due, received, amount } of settled) {
    if (received !== null) bump(received, 'received', amount);
    // not late yet, so it was not counted as late either
    if (due >= moment) continue;
    const from = lateFrom(due);
    const at = received !== null && received > from ? received : from;
    bump(at, 'step', -amount);
  }
  let late = [...before.values()].reduce((sum, counts) => sum + counts.late, 0);
  // a day that has not ended at the moment asked for has nothing to tell yet
  return [...days.values()].filter(({ day }) => day <= dayOfMoment(moment)).map(({ step, ...each }) => ({ ...each, late: (late += step) }));
}

/** How each dispatch stood at a moment. */
export async function progressByDispatch(database: Kysely<Database>, dispatch: number | undefined, moment: Moment): Promise<{ dispatch: number; code: string | null; subject: string; counts: OwedCounts }[]> {
  const obligations = await readObligations(database, { dispatch });
  const counts = await countObligations(database, obligations, null, moment);
  return [...Map.groupBy(obligations, (each) => each.dispatch).entries()].map(([id, each]) => {
    const [{ code, subject }] = each as [StandingObligation];
    const sum = nothingOwed();
    for (const obligation of each) addCounts(sum, counts.get(obligation.id) ?? nothingOwed());
    return { dispatch: id, code, subject, counts: sum };
  });
}
