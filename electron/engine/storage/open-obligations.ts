import { type Kysely, sql } from 'kysely';
import type { ObligationLine } from './obligation-repository.ts';
import { endedStatuses } from './owed-scope.ts';
import type { Database } from './schema.ts';

/** The recurring obligations without an end that somebody still owes, with the last of their days. */
export async function obligationsWithoutEnd(database: Kysely<Database>): Promise<(ObligationLine & { lastDay: string })[]> {
  const { rows } = await sql<ObligationLine & { lastDay: string }>`
    SELECT obligation.*, (SELECT day FROM obligationDay WHERE obligationId = obligation.id ORDER BY n DESC LIMIT 1) AS lastDay
    FROM obligation CROSS JOIN outgoing ON outgoing.id = outgoingId
    WHERE recurrence IS NOT NULL AND until IS NULL AND withdrawnReason IS NULL AND outgoing.status NOT IN (${sql.join([...endedStatuses])}) ORDER BY obligation.id`.execute(database);
  return rows;
}
