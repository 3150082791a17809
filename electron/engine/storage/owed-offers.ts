import { type Kysely, sql } from 'kysely';
import type { Moment } from '../../../shared/domain/owed-state.ts';
import { dayColumns } from './owed-list.ts';
import type { OwedDay } from './owed-row.ts';
import { unsettledAt } from './owed-sql.ts';
import type { Database } from './schema.ts';

/** Of each duty the first days still owed at a moment, by due moment. */
export async function openDaysOf(database: Kysely<Database>, dutyIds: readonly number[], moment: Moment, mostEach: number): Promise<OwedDay[]> {
  const { rows } = await sql<OwedDay & { place: number }>`
    SELECT * FROM (SELECT ${dayColumns}, row_number() OVER (PARTITION BY duty.id ORDER BY owedDay.n) AS place
      FROM json_each(${JSON.stringify(dutyIds)}) AS wanted CROSS JOIN duty ON duty.id = wanted.value CROSS JOIN obligationDay AS owedDay ON owedDay.obligationId = duty.obligationId LEFT JOIN owed ON owed.dutyId = duty.id AND owed.n = owedDay.n
      WHERE ${unsettledAt(moment)})
    WHERE place <= ${mostEach} ORDER BY coalesce(extendedInstant, instant), obligationId, n`.execute(database);
  return rows;
}
