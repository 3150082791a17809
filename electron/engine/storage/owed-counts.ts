import { type Kysely, sql } from 'kysely';
import { endOfDay, type Moment } from '../../../shared/domain/owed-state.ts';
import { comeLater, settledAt, unsettledAt } from './owed-sql.ts';
import type { ScopedDuty, StandingObligation } from './owed-scope.ts';
import type { Database } from './schema.ts';

/** Days owed, by how they stand. */
export interface OwedCounts {
  open: number;
  late: number;
  onTime: number;
  doneLate: number;
  excused: number;
}

export const nothingOwed = (): OwedCounts => ({ open: 0, late: 0, onTime: 0, doneLate: 0, excused: 0 });

/** Adds the second to the first. */
export function addCounts(to: OwedCounts, more: OwedCounts): void {
  to.open += more.open;
  to.late += more.late;
  to.onTime += more.onTime;
  to.doneLate += more.doneLate;
  to.excused += more.excused;
}

/** Days settled in some way. */
export const doneOf = ({ onTime, doneLate, excused }: OwedCounts): number => onTime + doneLate + excused;

/** The few days of a duty that its counters cannot tell for a moment. */
export interface DutyExceptions {
  dutyId: number;
  obligationId: number;
  /** Reports that came after the moment: how many, those after their time, the first of their days. */
  later: number;
  laterLate: number;
  laterFirst: number;
  /** Settled by the moment though not yet due. */
  ahead: number;
  /** Due before the moment, not settled, but extended beyond it. */
  extended: number;
}

/** How many days of each obligation had passed by a moment. */
export async function passedDays(database: Kysely<Database>, moment: Moment): Promise<Map<number, number>> {
  const { rows } = await sql<{ obligationId: number; passed: number }>`SELECT obligationId, count(*) AS passed FROM obligationDay WHERE instant < ${moment} GROUP BY obligationId`.execute(database);
  return new Map(rows.map(({ obligationId, passed }) => [obligationId, passed]));
}

/** What the counters cannot tell for a moment, by duty: read by index, and of a moment that is now hardly anything. */
export async function exceptionsAt(database: Kysely<Database>, moment: Moment): Promise<Map<number, DutyExceptions>> {
  const { rows } = await sql<DutyExceptions>`
    SELECT dutyId, duty.obligationId, sum(later) AS later, sum(laterLate) AS laterLate, min(laterFirst) AS laterFirst, sum(ahead) AS ahead, sum(extended) AS extended FROM (
      SELECT dutyId, 1 AS later, late AS laterLate, n AS laterFirst, 0 AS ahead, 0 AS extended FROM owed WHERE settled = 1 AND excuseReason IS NULL AND ${comeLater(moment)}
      UNION ALL SELECT dutyId, 0, 0, 9999, 1, 0 FROM owed WHERE instant >= ${moment} AND ${settledAt(moment)}
      UNION ALL SELECT dutyId, 0, 0, 9999, 0, 1 FROM owed WHERE extendedInstant >= ${moment} AND instant < ${moment} AND ${unsettledAt(moment)}
    ) AS found CROSS JOIN duty ON duty.id = found.dutyId GROUP BY dutyId`.execute(database);
  return new Map(rows.map((row) => [row.dutyId, row]));
}

type Counted = Pick<ScopedDuty, 'settled' | 'settledLate' | 'excused'>;
type Exceptions = Pick<DutyExceptions, 'later' | 'laterLate' | 'ahead' | 'extended'>;
const none: Exceptions = { later: 0, laterLate: 0, ahead: 0, extended: 0 };

/**
 * How the days of a duty (or of all duties of an obligation) stood: `days` in all, `passed` of them due before the
 * moment. No day is looked at: late are the days passed less those settled, put right by the exceptions.
 */
export function countsOf({ settled, settledLate, excused }: Counted, days: number, passed: number, { later, laterLate, ahead, extended }: Exceptions = none): OwedCounts {
  const settledThen = settled - later;
  const late = passed - (settledThen - ahead) - extended;
  const doneLate = settledLate - laterLate;
  return { late, open: days - settledThen - late, doneLate, excused, onTime: settledThen - doneLate - excused };
}

/** The exceptions of all duties of each obligation together. */
export function exceptionsByObligation(exceptions: ReadonlyMap<number, DutyExceptions>): Map<number, Exceptions> {
  const sums = new Map<number, Exceptions>();
  for (const { obligationId, later, laterLate, ahead, extended } of exceptions.values()) {
    const sum = sums.get(obligationId) ?? { ...none };
    sum.later += later;
    sum.laterLate += laterLate;
    sum.ahead += ahead;
    sum.extended += extended;
    sums.set(obligationId, sum);
  }
  return sums;
}

/** How the days of each obligation stood, all of them or those of the chosen duties. */
export async function countObligations(database: Kysely<Database>, obligations: readonly StandingObligation[], chosen: ReadonlyMap<number, readonly ScopedDuty[]> | null, moment: Moment): Promise<Map<number, OwedCounts>> {
  const passed = await passedDays(database, moment);
  const exceptions = await exceptionsAt(database, moment);
  if (chosen === null) {
    const sums = exceptionsByObligation(exceptions);
    return new Map(obligations.map((each) => [each.id, countsOf(each, each.days * each.agencies, (passed.get(each.id) ?? 0) * each.agencies, sums.get(each.id))]));
  }
  return new Map(
    obligations.map(({ id, days }) => {
      const counts = nothingOwed();
      for (const duty of chosen.get(id) ?? []) addCounts(counts, countsOf(duty, days, passed.get(id) ?? 0, exceptions.get(duty.id)));
      return [id, counts];
    }),
  );
}

/** Due days, inclusive; extended ones belong to their new day. */
export interface DueSpan {
  from?: string | undefined;
  to?: string | undefined;
}

/** The first and last instant of a span of due days. */
export const instantsOf = ({ from, to }: DueSpan): { first: Moment; last: Moment } => ({ first: from === undefined ? '' : `${from}T00:00`, last: to === undefined ? '9999' : endOfDay(to) });

interface SpanRow extends OwedCounts {
  dutyId: number;
  obligationId: number;
}

/** The same for the days due within a span: its days times its agencies, put right by what happened on them. */
export async function countSpan(database: Kysely<Database>, obligations: readonly StandingObligation[], chosen: ReadonlyMap<number, readonly ScopedDuty[]> | null, moment: Moment, span: DueSpan): Promise<Map<number, OwedCounts>> {
  const { first, last } = instantsOf(span);
  const { rows: days } = await sql<{ obligationId: number; passed: number; ahead: number }>`
    SELECT obligationId, sum(instant < ${moment}) AS passed, sum(instant >= ${moment}) AS ahead FROM obligationDay WHERE instant BETWEEN ${first} AND ${last} GROUP BY obligationId`.execute(database);
  const { rows: happened } = await sql<SpanRow>`
    SELECT dutyId, duty.obligationId, sum(found.late) AS late, sum(found.open) AS open, sum(found.onTime) AS onTime, sum(found.doneLate) AS doneLate, sum(found.excused) AS excused FROM (
      SELECT dutyId,
        -(instant < ${moment} AND (extendedInstant IS NOT NULL OR ${settledAt(moment)})) AS late,
        -(instant >= ${moment} AND (extendedInstant IS NOT NULL OR ${settledAt(moment)})) AS open,
        (extendedInstant IS NULL AND excuseReason IS NULL AND late = 0 AND ${settledAt(moment)}) AS onTime,
        (extendedInstant IS NULL AND late = 1 AND ${settledAt(moment)}) AS doneLate,
        (extendedInstant IS NULL AND excuseReason IS NOT NULL) AS excused
      FROM owed WHERE instant BETWEEN ${first} AND ${last}
      UNION ALL SELECT dutyId,
        (extendedInstant < ${moment} AND ${unsettledAt(moment)}),
        (extendedInstant >= ${moment} AND ${unsettledAt(moment)}),
        (excuseReason IS NULL AND late = 0 AND ${settledAt(moment)}),
        (late = 1 AND ${settledAt(moment)}),
        (excuseReason IS NOT NULL)
      FROM owed WHERE extendedInstant BETWEEN ${first} AND ${last}
    ) AS found CROSS JOIN duty ON duty.id = found.dutyId GROUP BY dutyId`.execute(database);
  const daysOf = new Map(days.map((row) => [row.obligationId, row]));
  const counts = new Map<number, OwedCounts>();
  const wanted = chosen && new Set([...chosen.values()].flatMap((duties) => duties.map(({ id }) => id)));
  for (const { id, agencies } of obligations) {
    const { passed = 0, ahead = 0 } = daysOf.get(id) ?? {};
    const duties = chosen ? (chosen.get(id)?.length ?? 0) : agencies;
    counts.set(id, { ...nothingOwed(), late: passed * duties, open: ahead * duties });
  }
  for (const row of happened) {
    const of = counts.get(row.obligationId);
    if (of && (wanted === null || wanted.has(row.dutyId))) addCounts(of, row);
  }
  return counts;
}
