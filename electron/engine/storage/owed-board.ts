import { type Kysely, sql } from 'kysely';
import type { Board } from '../../../shared/contract/owed.ts';
import { dayOfMoment, daysLate, type Moment } from '../../../shared/domain/owed-state.ts';
import { addCounts, countsOf, type DutyExceptions, exceptionsAt, exceptionsByObligation, nothingOwed, passedDays } from './owed-counts.ts';
import { boardRows, type BoardRows } from './owed-board-rows.ts';
import { chosenDuties, readDuties, readObligations, type ScopedDuty, type StandingObligation } from './owed-scope.ts';
import { hasComePartial, settledAt, unsettledAt } from './owed-sql.ts';
import { longestLateness } from './longest-lateness.ts';
import type { Database } from './schema.ts';
import { owedIdOf } from './tracking-acts.ts';

export interface BoardFilter {
  year?: number | undefined;
  text?: string | undefined;
  open: boolean;
  limit: number;
}

/** The days of an obligation, its first at 0. */
type Days = readonly { day: string; instant: string }[];

/**
 * The board of dispatches: rows agencies, columns dispatches. Every cell is told by the counters of its duties and the
 * few days on which something is otherwise than they say; no day of a duty is looked at.
 */
export async function readBoard(database: Kysely<Database>, { year, text, open, limit }: BoardFilter, moment: Moment): Promise<Board> {
  const exceptions = await exceptionsAt(database, moment);
  const passed = await passedDays(database, moment);
  const sums = exceptionsByObligation(exceptions);
  const all = await readObligations(database, { year, unsettledAt: open ? moment : undefined });
  const stillOwed = (each: StandingObligation): boolean => {
    const counts = countsOf(each, each.days * each.agencies, (passed.get(each.id) ?? 0) * each.agencies, sums.get(each.id));
    return counts.open + counts.late > 0;
  };
  const owing = open ? new Set(all.filter(stillOwed).map(({ dispatch }) => dispatch)) : null;
  // an obligation that is all done stays in the column of a dispatch that has another
  const ofOwing = owing ? (await readObligations(database, { year })).filter(({ dispatch }) => owing.has(dispatch)) : all;
  const chosen = await chosenDuties(database, ofOwing, { text });
  const shown = chosen ? ofOwing.filter(({ id }) => chosen.has(id)) : ofOwing;
  const daysOf = await readDays(database, shown);
  const columns = [...Map.groupBy(shown, ({ dispatch }) => dispatch).values()].map((obligations) => dispatchColumn(obligations, daysOf, moment)).sort((one, other) => (one.instant === other.instant ? one.dispatch - other.dispatch : one.instant < other.instant ? -1 : 1));
  const kept = columns.slice(0, limit);
  const columnOf = new Map(kept.map(({ dispatch }, index) => [dispatch, index]));
  const obligations = shown.filter(({ dispatch }) => columnOf.has(dispatch));
  const duties = chosen ? obligations.flatMap(({ id }) => chosen.get(id) ?? []) : await readDuties(database, obligations);
  const firstOwed = await firstOwedDays(database, duties, exceptions, passed, moment);
  const partial = await partialDays(database, moment);
  const byId = new Map(obligations.map((each) => [each.id, each]));
  const rows = await boardRows(database, dayOfMoment(moment));
  const columnCounts = kept.map(() => nothingOwed());
  const cells = new Map<number, Board['cells'][number]>();
  const today = dayOfMoment(moment);
  const total = nothingOwed();
  /** The cells of duties that are not late but were settled late. */
  const wereLate = new Map<number, number>();
  for (const duty of duties) {
    const obligation = byId.get(duty.obligationId);
    const column = obligation && columnOf.get(obligation.dispatch);
    if (!obligation || column === undefined) continue;
    const counts = countsOf(duty, obligation.days, passed.get(duty.obligationId) ?? 0, exceptions.get(duty.id));
    const row = rows.indexOf(duty);
    addCounts(rows.countsAt(row), counts);
    addCounts(columnCounts[column] ?? total, counts);
    addCounts(total, counts);
    const first = firstOwed.get(duty.id) ?? { n: duty.firstOpen, due: null };
    const n = Math.min(first.n, obligation.days);
    const due = first.due ?? daysOf.get(duty.obligationId)?.[n - 1]?.day ?? obligation.due;
    const lateDays = counts.late > 0 ? daysLate(due, today) : 0;
    const key = row * 1_000_000 + column;
    const cell = cells.get(key);
    if (counts.late === 0 && counts.doneLate > 0) wereLate.set(duty.id, key);
    const owedId = owedIdOf(duty.id, n);
    const isPartial = partial.get(duty.id) ?? 0;
    if (cell === undefined) {
      cells.set(key, [row, column, owedId, counts.open, counts.late, counts.onTime, counts.doneLate, counts.excused, lateDays, isPartial]);
      continue;
    }
    // of two duties in one cell the one that is late leads, the longer late first, then the one still owed
    if ((counts.late > 0 && (cell[4] === 0 || lateDays > cell[8])) || (cell[4] === 0 && cell[3] === 0 && counts.open > 0)) [cell[2], cell[8]] = [owedId, lateDays];
    cell[3] += counts.open;
    cell[4] += counts.late;
    cell[5] += counts.onTime;
    cell[6] += counts.doneLate;
    cell[7] += counts.excused;
    cell[9] += isPartial;
  }
  const nothingLate = [...wereLate].filter(([, key]) => cells.get(key)?.[4] === 0).map(([dutyId]) => dutyId);
  for (const [dutyId, lateDays] of await longestLateness(database, nothingLate, moment)) {
    const cell = cells.get(wereLate.get(dutyId) ?? -1);
    if (cell) cell[8] = Math.max(cell[8], lateDays);
  }
  return finishBoard(rows, moment, kept.map(({ instant, ...column }, index) => ({ ...column, key: String(column.dispatch), ...dueOf(instant), counts: columnCounts[index] ?? nothingOwed() })), [...cells.values()], columns.length - kept.length, total);
}

const dueOf = (instant: string): { due: string; time: string | null } => ({ due: dayOfMoment(instant), time: instant.endsWith('24:00') ? null : instant.slice(11) });

/** Puts the rows in the order of protocol. */
export function finishBoard(rows: BoardRows, asOf: Moment, columns: Board['columns'], cells: Board['cells'], more: number, counts: Board['counts']): Board {
  const { ordered, placeOf } = rows.inOrder();
  for (const cell of cells) cell[0] = placeOf(cell[0]);
  cells.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return { asOf, columns, rows: ordered, cells, more, counts };
}

/** A dispatch by its next due moment, else its last. */
function dispatchColumn(obligations: readonly StandingObligation[], daysOf: ReadonlyMap<number, Days>, moment: Moment) {
  const [{ dispatch, code, subject, issuedDate }] = obligations as [StandingObligation];
  const instants = obligations.flatMap(({ id }) => (daysOf.get(id) ?? []).map(({ instant }) => instant)).sort();
  return { dispatch, code, subject, issuedDate, instant: instants.find((instant) => instant >= moment) ?? instants.at(-1) ?? '' };
}

/** The days of obligations, in order. */
export async function readDays(database: Kysely<Database>, obligations: readonly Pick<StandingObligation, 'id'>[]): Promise<Map<number, { n: number; day: string; instant: string }[]>> {
  const ids = JSON.stringify(obligations.map(({ id }) => id));
  const { rows } = await sql<{ obligationId: number; n: number; day: string; instant: string }>`
    SELECT owedDay.obligationId, owedDay.n, owedDay.day, owedDay.instant FROM json_each(${ids}) AS wanted CROSS JOIN obligationDay AS owedDay ON owedDay.obligationId = wanted.value ORDER BY owedDay.obligationId, owedDay.n`.execute(database);
  return Map.groupBy(rows, ({ obligationId }) => obligationId);
}

/** Days accepted in part and still owed at the moment, by duty. */
async function partialDays(database: Kysely<Database>, moment: Moment): Promise<Map<number, number>> {
  const { rows } = await sql<{ dutyId: number; amount: number }>`SELECT dutyId, count(*) AS amount FROM owed INDEXED BY owed_partial WHERE receivedDate IS NOT NULL AND complete = 0 AND excuseReason IS NULL AND ${hasComePartial(moment)} GROUP BY dutyId`.execute(database);
  return new Map(rows.map(({ dutyId, amount }) => [dutyId, amount]));
}

interface FirstOwed {
  n: number;
  /** Its due day when that is not the obligation's own. */
  due: string | null;
}

/**
 * Of duties whose first owed day the counter cannot tell: the oldest late day, else the first still owed. That is so
 * where reports came later than the moment, and where the first owed day was extended.
 */
async function firstOwedDays(database: Kysely<Database>, duties: readonly ScopedDuty[], exceptions: ReadonlyMap<number, DutyExceptions>, passed: ReadonlyMap<number, number>, moment: Moment): Promise<Map<number, FirstOwed>> {
  const first = new Map<number, FirstOwed>();
  for (const duty of duties) {
    const found = exceptions.get(duty.id);
    if (found && found.later > 0 && found.laterFirst < duty.firstOpen) first.set(duty.id, { n: found.laterFirst, due: null });
  }
  const { rows: extended } = await sql<{ dutyId: number }>`SELECT DISTINCT dutyId FROM owed INDEXED BY owed_extended WHERE extendedInstant IS NOT NULL AND ${unsettledAt(moment)}`.execute(database);
  const among = new Map(duties.map((duty) => [duty.id, duty]));
  const walked = extended.filter(({ dutyId }) => among.has(dutyId)).map(({ dutyId }) => ({ id: dutyId, from: first.get(dutyId)?.n ?? among.get(dutyId)?.firstOpen ?? 1, passed: passed.get(among.get(dutyId)?.obligationId ?? 0) ?? 0 }));
  if (walked.length === 0) return first;
  const { rows } = await sql<{ dutyId: number; n: number; settled: number; extendedDay: string | null; extendedInstant: string | null }>`
    SELECT owed.dutyId, owed.n, ${settledAt(moment)} AS settled, extendedDay, extendedInstant FROM json_each(${JSON.stringify(walked)}) AS wanted
    CROSS JOIN owed ON owed.dutyId = json_extract(wanted.value, '$.id') AND owed.n >= json_extract(wanted.value, '$.from') ORDER BY owed.dutyId, owed.n`.execute(database);
  const happened = Map.groupBy(rows, ({ dutyId }) => dutyId);
  for (const { id, from, passed: due } of walked) {
    const on = new Map((happened.get(id) ?? []).map((row) => [row.n, row]));
    let n = from;
    const waits = (row: (typeof rows)[number] | undefined): boolean => row !== undefined && (row.settled === 1 || (row.extendedInstant !== null && row.extendedInstant >= moment));
    while (n <= due && waits(on.get(n))) n += 1;
    // nothing is late: the first that is still owed
    const chosen = n <= due ? n : from;
    first.set(id, { n: chosen, due: on.get(chosen)?.extendedDay ?? null });
  }
  return first;
}
