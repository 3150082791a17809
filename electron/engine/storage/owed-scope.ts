import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { KeptObligation } from '../../../shared/contract/owed.ts';
import type { Moment } from '../../../shared/domain/owed-state.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { comeLater } from './owed-sql.ts';
import { codeOfLine } from './indexed-texts.ts';
import type { Database } from './schema.ts';

/** An obligation that stands, with its dispatch and the counters of all its duties. */
export interface StandingObligation extends Pick<KeptObligation, 'id' | 'dispatch' | 'what' | 'reportTo' | 'bound' | 'due' | 'time' | 'recurrence' | 'until'> {
  code: string | null;
  subject: string;
  typeName: string;
  issuedDate: string | null;
  /** Its amount of days and of duties. */
  days: number;
  agencies: number;
  settled: number;
  settledLate: number;
  excused: number;
}

/** What one agency owes: days and counters are those of the whole duty. */
export interface ScopedDuty {
  id: number;
  obligationId: number;
  agencyId: number | null;
  name: string;
  settled: number;
  settledLate: number;
  excused: number;
  firstOpen: number;
}

export interface ScopeFilter {
  dispatch?: number | undefined;
  obligation?: number | undefined;
  year?: number | undefined;
  /** Only those of which something was owed at that moment. */
  unsettledAt?: Moment | undefined;
}

/** Dispatches nobody owes anything for any more. */
export const endedStatuses = ['cancelled', 'recalled', 'replaced'] as const;
const endedNames: ReadonlySet<unknown> = new Set(endedStatuses);
const ended = sql.raw(endedStatuses.map((status) => `'${status}'`).join(', '));

/** Whether a dispatch of this status is one nobody owes anything for any more. */
export const isEnded = (status: unknown): boolean => endedNames.has(status);

/** How many reports nobody has settled yet these dispatches ask for, and how many of them ask for any, in force or not. */
export async function countOutstanding(database: Kysely<Database>, dispatches: readonly number[]): Promise<{ reports: number; dispatches: number }> {
  const { rows } = await sql<{ reports: number; dispatches: number }>`
    SELECT coalesce(sum(days * agencies - settled), 0) AS reports, count(DISTINCT outgoingId) AS dispatches
    FROM json_each(${JSON.stringify([...new Set(dispatches)])}) AS wanted CROSS JOIN obligation ON obligation.outgoingId = wanted.value
    WHERE withdrawnReason IS NULL AND settled < days * agencies`.execute(database);
  return rows[0] ?? { reports: 0, dispatches: 0 };
}

/** The condition that an obligation, and the dispatch it stands in, are in force. */
export const inForce = (obligation = 'obligation', outgoing = 'outgoing'): RawBuilder<boolean> => sql<boolean>`${sql.ref(`${obligation}.withdrawnReason`)} IS NULL AND ${sql.ref(`${outgoing}.status`)} NOT IN (${ended})`;

/** The obligations in force, in the order they were made. */
export async function readObligations(database: Kysely<Database>, { dispatch, obligation, year, unsettledAt }: ScopeFilter): Promise<StandingObligation[]> {
  const conditions = [
    inForce(),
    ...(dispatch === undefined ? [] : [sql<boolean>`obligation.outgoingId = ${dispatch}`]),
    ...(obligation === undefined ? [] : [sql<boolean>`obligation.id = ${obligation}`]),
    ...(year === undefined ? [] : [sql<boolean>`outgoing.year = ${year}`]),
    ...(unsettledAt === undefined ? [] : [sql<boolean>`(obligation.settled < obligation.days * obligation.agencies OR obligation.id IN (SELECT obligationId FROM duty WHERE id IN (SELECT dutyId FROM owed WHERE settled = 1 AND excuseReason IS NULL AND ${comeLater(unsettledAt)})))`]),
  ];
  const { rows } = await sql<StandingObligation & { codeNumber: number | null; numberSuffix: string; codeNotation: string }>`
    SELECT obligation.id, outgoingId AS dispatch, what, reportTo, bound, due, time, recurrence, until, days, agencies, settled, settledLate, excused, codeNumber, numberSuffix, codeNotation, subject, coalesce(outgoing.typeName, '') AS typeName, issuedDate
    FROM obligation CROSS JOIN outgoing ON outgoing.id = obligation.outgoingId WHERE ${sql.join(conditions, sql` AND `)} ORDER BY obligation.id`.execute(database);
  return rows.map(({ codeNumber, numberSuffix, codeNotation, ...row }) => ({ ...row, code: codeOfLine({ codeNumber, numberSuffix, codeNotation }) }));
}

/** The duties of these obligations, by obligation and their order in it. */
export async function readDuties(database: Kysely<Database>, obligations: readonly Pick<StandingObligation, 'id'>[]): Promise<ScopedDuty[]> {
  const ids = JSON.stringify(obligations.map(({ id }) => id));
  const { rows } = await sql<ScopedDuty>`
    SELECT duty.id, obligationId, agencyId, name, settled, settledLate, excused, firstOpen FROM json_each(${ids}) AS wanted CROSS JOIN duty ON duty.obligationId = wanted.value ORDER BY obligationId, ordinal`.execute(database);
  return rows;
}

/** The entry kept for each agency that was merged into another; chains are followed to their end. */
export async function readMerged(database: Kysely<Database>): Promise<(agencyId: number) => number> {
  const rows = await database.selectFrom('agency').select(['id', 'mergedInto']).where('mergedInto', 'is not', null).execute();
  const into = new Map(rows.map(({ id, mergedInto }) => [id, mergedInto]));
  return (agencyId) => {
    const seen = new Set<number>();
    let kept = agencyId;
    for (let next = into.get(kept); next != null && !seen.has(next); next = into.get(kept)) {
      seen.add(next);
      kept = next;
    }
    return kept;
  };
}

/** The duties a text or an agency leaves of a scope, by obligation; null when neither was asked for. */
export async function chosenDuties(database: Kysely<Database>, obligations: readonly StandingObligation[], { text, agency }: { text?: string | undefined; agency?: number | undefined }): Promise<Map<number, ScopedDuty[]> | null> {
  const words = foldVietnamese(text ?? '').split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 && agency === undefined) return null;
  const keptFor = await readMerged(database);
  const wanted = agency === undefined ? null : keptFor(agency);
  // what an obligation itself says is folded once; of its agencies only the words it lacks matter
  const missing = new Map(obligations.map(({ id, code, subject, what, reportTo }) => {
    const said = foldVietnamese(`${code ?? ''} ${subject} ${what} ${reportTo ?? ''}`);
    return [id, words.filter((word) => !said.includes(word))];
  }));
  const folded = new Map<string, string>();
  const foldOnce = (name: string): string => {
    const known = folded.get(name) ?? foldVietnamese(name);
    folded.set(name, known);
    return known;
  };
  const found = (await readDuties(database, obligations)).filter(
    ({ obligationId, agencyId, name }) => (wanted === null || (agencyId !== null && keptFor(agencyId) === wanted)) && (missing.get(obligationId) ?? []).every((word) => foldOnce(name).includes(word)),
  );
  return Map.groupBy(found, ({ obligationId }) => obligationId);
}
