import { type Kysely, sql } from 'kysely';
import type { AgendaItem } from '../../../shared/contract/owed.ts';
import { dayOfMoment, type Moment } from '../../../shared/domain/owed-state.ts';
import { countObligations, exceptionsAt, instantsOf } from './owed-counts.ts';
import { readObligations, type StandingObligation } from './owed-scope.ts';
import { settledAt } from './owed-sql.ts';
import type { Database } from './schema.ts';

/** Most late obligations listed beside the days; their amount is told by the board and the summary. */
const mostLate = 500;

type Due = { obligationId: number; instant: string; agencies: number; done: number };

/** What is due on the days of a span, one entry for a dispatch's report on a day, whoever owes it. */
export async function owedAgenda(database: Kysely<Database>, span: { from: string; to: string }, moment: Moment): Promise<AgendaItem[]> {
  const { first, last } = instantsOf(span);
  // extended ones leave their day and stand on the new one
  const { rows } = await sql<Due>`
    SELECT obligationId, instant, sum(agencies) AS agencies, sum(done) AS done FROM (
      SELECT owedDay.obligationId, instant, agencies, 0 AS done FROM obligationDay AS owedDay CROSS JOIN obligation ON obligation.id = owedDay.obligationId WHERE instant BETWEEN ${first} AND ${last}
      UNION ALL SELECT duty.obligationId, instant, -(extendedInstant IS NOT NULL), extendedInstant IS NULL AND ${settledAt(moment)} FROM owed CROSS JOIN duty ON duty.id = dutyId WHERE instant BETWEEN ${first} AND ${last}
      UNION ALL SELECT duty.obligationId, extendedInstant, 1, ${settledAt(moment)} FROM owed CROSS JOIN duty ON duty.id = dutyId WHERE extendedInstant BETWEEN ${first} AND ${last}
    ) GROUP BY instant, obligationId HAVING sum(agencies) > 0 ORDER BY instant, obligationId`.execute(database);
  const byId = new Map((await readObligations(database, {})).map((each) => [each.id, each]));
  return rows.flatMap((due) => {
    const obligation = byId.get(due.obligationId);
    return obligation ? [asItem(obligation, due, moment)] : [];
  });
}

function asItem({ dispatch, code, subject, what }: StandingObligation, { instant, agencies, done }: Due, moment: Moment): AgendaItem {
  const left = agencies - done;
  const isLate = instant < moment;
  return {
    kind: 'owed',
    id: dispatch,
    code,
    subject,
    what,
    due: dayOfMoment(instant),
    time: instant.endsWith('24:00') ? null : instant.slice(11),
    open: isLate ? 0 : left,
    late: isLate ? left : 0,
    done,
    who: `${agencies} đơn vị`,
    state: left === 0 ? 'done' : isLate ? 'late' : 'open',
  };
}

/** Every obligation of which something is late, the longest late first; due is its oldest late day. */
export async function lateObligations(database: Kysely<Database>, moment: Moment): Promise<AgendaItem[]> {
  const obligations = await readObligations(database, { unsettledAt: moment });
  const counts = await countObligations(database, obligations, null, moment);
  const firstOwed = await firstOwedDays(database, moment);
  const items: AgendaItem[] = [];
  for (const obligation of obligations) {
    const { late = 0, open = 0, onTime = 0, doneLate = 0, excused = 0 } = counts.get(obligation.id) ?? {};
    if (late === 0) continue;
    const instant = await oldestLate(database, obligation.id, firstOwed.get(obligation.id) ?? 1, moment);
    items.push({ ...asItem(obligation, { obligationId: obligation.id, instant, agencies: obligation.agencies, done: 0 }, moment), open, late, done: onTime + doneLate + excused, state: 'late' });
    if (items.length === mostLate) break;
  }
  return items.sort((one, other) => (one.due === other.due ? 0 : one.due < other.due ? -1 : 1));
}

/** The first day of each obligation that somebody owed at the moment. */
async function firstOwedDays(database: Kysely<Database>, moment: Moment): Promise<Map<number, number>> {
  const { rows } = await sql<{ obligationId: number; first: number }>`SELECT obligationId, min(firstOpen) AS first FROM duty GROUP BY obligationId`.execute(database);
  const first = new Map(rows.map((row) => [row.obligationId, row.first]));
  for (const { obligationId, later, laterFirst } of (await exceptionsAt(database, moment)).values()) if (later > 0 && laterFirst < (first.get(obligationId) ?? 1)) first.set(obligationId, laterFirst);
  return first;
}

/** The oldest moment of which somebody is still late; days before the n-th are settled by all. */
async function oldestLate(database: Kysely<Database>, obligationId: number, n: number, moment: Moment): Promise<string> {
  const { rows } = await sql<{ instant: string | null }>`
    SELECT min(instant) AS instant FROM (
      SELECT * FROM (SELECT instant FROM obligationDay AS owedDay WHERE obligationId = ${obligationId} AND n >= ${n} AND instant < ${moment} AND EXISTS (
        SELECT 1 FROM duty LEFT JOIN owed ON owed.dutyId = duty.id AND owed.n = owedDay.n WHERE duty.obligationId = ${obligationId} AND owed.extendedInstant IS NULL AND (owed.dutyId IS NULL OR NOT ${settledAt(moment)})
      ) ORDER BY n LIMIT 1)
      UNION ALL SELECT min(extendedInstant) FROM duty CROSS JOIN owed ON owed.dutyId = duty.id WHERE duty.obligationId = ${obligationId} AND extendedInstant < ${moment} AND NOT ${settledAt(moment)}
    )`.execute(database);
  return rows[0]?.instant ?? moment;
}

/** Incoming dispatches to be dealt with here, due within a span, or late before it. */
export async function incomingAgenda(database: Kysely<Database>, { from, to }: { from: string; to: string }, today: string): Promise<AgendaItem[]> {
  // without the index named, every dispatch registered would be met
  const { rows } = await sql<{ id: number; code: string; subject: string; dueDate: string; toPlaces: string; handedTo: string | null }>`
    SELECT id, code, subject, dueDate, toPlaces, handedTo FROM incoming INDEXED BY incoming_due
    WHERE dueDate BETWEEN ${from} AND ${to} AND dueDate IS NOT NULL AND handling <> 'done' AND status = 'registered' ORDER BY dueDate LIMIT 5000`.execute(database);
  return rows.map(({ id, code, subject, dueDate, toPlaces, handedTo }) => {
    const late = dueDate < today;
    return { kind: 'incoming', id, code: code === '' ? null : code, subject, what: 'giải quyết văn bản đến', due: dueDate, time: null, open: late ? 0 : 1, late: late ? 1 : 0, done: 0, who: handedTo ?? toPlaces, state: late ? 'late' : 'open' };
  });
}
