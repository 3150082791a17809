import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { OwedRow, OwedState } from '../../../shared/contract/owed.ts';
import type { Moment } from '../../../shared/domain/owed-state.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { countObligations, countSpan, doneOf, instantsOf, type OwedCounts } from './owed-counts.ts';
import { asOwedRow, incomingsOf, type OwedDay } from './owed-row.ts';
import { chosenDuties, readMerged, readObligations, type ScopedDuty, type StandingObligation } from './owed-scope.ts';
import { settledAt, unsettledAt } from './owed-sql.ts';
import type { Database } from './schema.ts';

export interface OwedFilter {
  dispatch?: number | undefined;
  agency?: number | undefined;
  obligation?: number | undefined;
  state?: OwedState | undefined;
  /** Days due, inclusive. */
  from?: string | undefined;
  to?: string | undefined;
  text?: string | undefined;
}

/** A row's place: due moment, obligation, day, agency's order. */
interface Place {
  instant: string;
  obligationId: number;
  n: number;
  ordinal: number;
}

interface Cursor extends Place {
  /** The moment the first page was asked for: all pages are of one moment. */
  moment: Moment;
}

const writeCursor = ({ moment, instant, obligationId, n, ordinal }: Cursor): string => Buffer.from(JSON.stringify([moment, instant, obligationId, n, ordinal])).toString('base64url');

const isMoment = (text: unknown): text is Moment => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);

/** What `nextCursor` gave; refuses anything else. */
export function readCursor(cursor: string): Cursor {
  try {
    const [moment, instant, obligationId, n, ordinal] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown, number, number, number];
    if (isMoment(moment) && isMoment(instant) && [obligationId, n, ordinal].every((each) => Number.isInteger(each))) return { moment, instant, obligationId, n, ordinal };
  } catch {
    // no text of ours
  }
  throw new Refusal('INPUT_INVALID', 'Dấu trang (cursor) không đúng; xem lại từ đầu danh sách.', { problems: [{ field: 'cursor', message: 'Dấu trang (cursor) không đúng; xem lại từ đầu danh sách.' }] });
}

const comesBefore = (one: Place, other: Place): boolean => {
  if (one.instant !== other.instant) return one.instant < other.instant;
  if (one.obligationId !== other.obligationId) return one.obligationId < other.obligationId;
  return one.n === other.n ? one.ordinal < other.ordinal : one.n < other.n;
};

const countOf = (counts: OwedCounts, state: OwedState | undefined): number => (state === undefined ? counts.open + counts.late + doneOf(counts) : state === 'done' ? doneOf(counts) : counts[state]);

/**
 * A page of what is owed, by due moment, dispatch and agency, with how many there are. A day owed by an agency is a day
 * of the obligation and a duty of it: rows of «owed» are met only where something happened.
 */
export async function listOwed(database: Kysely<Database>, filter: OwedFilter, asked: Moment, limit: number, cursor: string | undefined): Promise<{ rows: OwedRow[]; total: number; nextCursor?: string }> {
  const after = cursor === undefined ? null : readCursor(cursor);
  const moment = after?.moment ?? asked;
  const { state } = filter;
  const all = await readObligations(database, { dispatch: filter.dispatch, obligation: filter.obligation, unsettledAt: state === undefined || state === 'done' ? undefined : moment });
  const chosen = await chosenDuties(database, all, filter);
  const counts = await (filter.from === undefined && filter.to === undefined ? countObligations(database, all, chosen, moment) : countSpan(database, all, chosen, moment, filter));
  // an obligation with nothing to show is not walked through
  const obligations = all.filter(({ id }) => countOf(counts.get(id) ?? emptyCounts, state) > 0);
  const total = obligations.reduce((sum, { id }) => sum + countOf(counts.get(id) ?? emptyCounts, state), 0);
  const days = total === 0 ? [] : await readDays(database, { filter, moment, obligations, chosen, after, limit: limit + 1 });
  const page = days.slice(0, limit);
  const last = page.at(-1);
  const byId = new Map(obligations.map((each) => [each.id, each]));
  const keptFor = await readMerged(database);
  const incomings = await incomingsOf(database, page);
  const rows = page.flatMap((day): OwedRow[] => {
    const obligation = byId.get(day.obligationId);
    return obligation ? [asOwedRow(day, obligation, moment, keptFor, incomings)] : [];
  });
  return { rows, total, ...(days.length > limit && last && { nextCursor: writeCursor({ ...placeOf(last), moment }) }) };
}

const emptyCounts: OwedCounts = { open: 0, late: 0, onTime: 0, doneLate: 0, excused: 0 };

const placeOf = ({ instant, extendedInstant, obligationId, n, ordinal }: OwedDay): Place => ({ instant: extendedInstant ?? instant, obligationId, n, ordinal });

interface WantedDays {
  filter: OwedFilter;
  moment: Moment;
  obligations: readonly StandingObligation[];
  chosen: ReadonlyMap<number, readonly ScopedDuty[]> | null;
  after: Cursor | null;
  limit: number;
}

/** The next days in order: those at their own time and those that were extended, each read in order, then merged. */
async function readDays(database: Kysely<Database>, { filter, moment, obligations, chosen, after, limit }: WantedDays): Promise<OwedDay[]> {
  const { state } = filter;
  const { first, last } = instantsOf(filter);
  const from = after && after.instant > first ? after.instant : first;
  const obligationIds = JSON.stringify(obligations.map(({ id }) => id));
  const dutyIds = chosen && JSON.stringify([...chosen.values()].flatMap((duties) => duties.map(({ id }) => id)));
  const beyond = (instant: string): RawBuilder<boolean>[] => (after === null ? [] : [sql<boolean>`(${sql.ref(instant)}, duty.obligationId, owedDay.n, duty.ordinal) > (${after.instant}, ${after.obligationId}, ${after.n}, ${after.ordinal})`]);
  const standing = (instant: string): RawBuilder<boolean>[] =>
    state === 'done' ? [settledAt(moment)] : state === 'late' ? [sql<boolean>`${sql.ref(instant)} < ${moment}`, unsettledAt(moment)] : state === 'open' ? [sql<boolean>`${sql.ref(instant)} >= ${moment}`, unsettledAt(moment)] : [];
  const within = (instant: string): RawBuilder<boolean> =>
    sql.join(
      [
        sql<boolean>`${sql.ref(instant)} BETWEEN ${from} AND ${last}`,
        sql<boolean>`duty.obligationId IN (SELECT value FROM json_each(${obligationIds}))`,
        ...(dutyIds === null ? [] : [sql<boolean>`duty.id IN (SELECT value FROM json_each(${dutyIds}))`]),
        ...standing(instant),
        ...beyond(instant),
      ],
      sql` AND `,
    );
  const { rows: plain } =
    state === 'done'
      ? // only where something happened can anything be done: the rows of «owed» lead
        await sql<OwedDay>`SELECT ${dayColumns} FROM owed INDEXED BY owed_by_instant CROSS JOIN duty ON duty.id = owed.dutyId CROSS JOIN obligationDay AS owedDay ON owedDay.obligationId = duty.obligationId AND owedDay.n = owed.n
          WHERE owed.extendedInstant IS NULL AND ${within('owed.instant')} ORDER BY owed.instant, duty.obligationId, owedDay.n, duty.ordinal LIMIT ${limit}`.execute(database)
      : await sql<OwedDay>`SELECT ${dayColumns} FROM obligationDay AS owedDay INDEXED BY obligation_day_by_instant CROSS JOIN duty INDEXED BY duty_of ON duty.obligationId = owedDay.obligationId LEFT JOIN owed ON owed.dutyId = duty.id AND owed.n = owedDay.n
          WHERE owed.extendedInstant IS NULL AND ${within('owedDay.instant')} ORDER BY owedDay.instant, owedDay.obligationId, owedDay.n, duty.ordinal LIMIT ${limit}`.execute(database);
  const { rows: extended } = await sql<OwedDay>`
    SELECT ${dayColumns} FROM owed INDEXED BY owed_extended CROSS JOIN duty ON duty.id = owed.dutyId CROSS JOIN obligationDay AS owedDay ON owedDay.obligationId = duty.obligationId AND owedDay.n = owed.n
    WHERE ${within('owed.extendedInstant')} ORDER BY owed.extendedInstant, duty.obligationId, owedDay.n, duty.ordinal LIMIT ${limit}`.execute(database);
  return merge(plain, extended, limit);
}

/** What is read of a day that is owed, from «owedDay», «duty» and «owed». */
export const dayColumns = sql.raw('owedDay.obligationId, owedDay.n, owedDay.day, owedDay.instant, duty.id AS dutyId, duty.ordinal, duty.name, duty.agencyId, owed.extendedDay, owed.extendedInstant, owed.excuseReason, owed.receivedDate, owed.receivedInstant, owed.complete, owed.incomingId, owed.figures, owed.note');

function merge(one: readonly OwedDay[], other: readonly OwedDay[], limit: number): OwedDay[] {
  const merged: OwedDay[] = [];
  let [atOne, atOther] = [0, 0];
  while (merged.length < limit) {
    const [left, right] = [one[atOne], other[atOther]];
    if (!left && !right) break;
    if (left && (!right || comesBefore(placeOf(left), placeOf(right)))) {
      merged.push(left);
      atOne += 1;
    } else if (right) {
      merged.push(right);
      atOther += 1;
    }
  }
  return merged;
}
