import { type Kysely, sql } from 'kysely';
import type { Moment } from '../../../shared/domain/owed-state.ts';
import { settledAt } from './owed-sql.ts';
import type { Database } from './schema.ts';

/** The most whole calendar days by which a report of each duty, settled by the moment, came after its (extended) day; duties without such a report are left out. */
export async function longestLateness(database: Kysely<Database>, dutyIds: readonly number[], moment: Moment): Promise<Map<number, number>> {
  if (dutyIds.length === 0) return new Map();
  const { rows } = await sql<{ dutyId: number; days: number }>`
    SELECT owed.dutyId, max(CAST(julianday(owed.receivedDate) - julianday(substr(coalesce(owed.extendedInstant, owed.instant), 1, 10)) AS INTEGER)) AS days
    FROM json_each(${JSON.stringify(dutyIds)}) AS wanted CROSS JOIN owed ON owed.dutyId = wanted.value WHERE owed.late = 1 AND ${settledAt(moment)} GROUP BY owed.dutyId`.execute(database);
  return new Map(rows.map(({ dutyId, days }) => [dutyId, days]));
}
