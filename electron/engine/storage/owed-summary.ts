import { type Kysely, sql } from 'kysely';
import { addDays } from '../../../shared/domain/dates.ts';
import { dayOfMoment, type Moment } from '../../../shared/domain/owed-state.ts';
import { soonDays } from './incoming-list.ts';
import { countObligations, countSpan, type OwedCounts } from './owed-counts.ts';
import { readObligations } from './owed-scope.ts';
import type { Database } from './schema.ts';

/** What is late, due on the day, due in the next days. */
export interface DueSums {
  late: number;
  today: number;
  soon: number;
}

/** Of others' reports at a moment; counted by obligation, without looking at their duties. */
export async function summarizeOwed(database: Kysely<Database>, moment: Moment): Promise<DueSums> {
  const obligations = await readObligations(database, { unsettledAt: moment });
  const today = dayOfMoment(moment);
  const sum = (counts: ReadonlyMap<number, OwedCounts>, of: 'late' | 'open'): number => obligations.reduce((total, { id }) => total + (counts.get(id)?.[of] ?? 0), 0);
  return {
    late: sum(await countObligations(database, obligations, null, moment), 'late'),
    today: sum(await countSpan(database, obligations, null, moment, { from: today, to: today }), 'open'),
    soon: sum(await countSpan(database, obligations, null, moment, { from: addDays(today, 1), to: addDays(today, soonDays) }), 'open'),
  };
}

/** Of incoming dispatches to be dealt with here. */
export async function summarizeIncoming(database: Kysely<Database>, today: string): Promise<DueSums> {
  const { rows } = await sql<DueSums>`
    SELECT coalesce(sum(dueDate < ${today}), 0) AS late, coalesce(sum(dueDate = ${today}), 0) AS today, coalesce(sum(dueDate > ${today}), 0) AS soon
    FROM incoming INDEXED BY incoming_due WHERE dueDate <= ${addDays(today, soonDays)} AND dueDate IS NOT NULL AND handling <> 'done' AND status = 'registered'`.execute(database);
  return rows[0] ?? { late: 0, today: 0, soon: 0 };
}
