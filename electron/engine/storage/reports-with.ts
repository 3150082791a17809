import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** A report as it is named in a sentence. */
export interface ReportWith {
  agency: string;
  what: string;
  day: string;
}

/** The reports that came with an incoming dispatch and count as made. */
export async function reportsWith(database: Kysely<Database>, incomingId: number): Promise<ReportWith[]> {
  const { rows } = await sql<ReportWith>`
    SELECT duty.name AS agency, what, owedDay.day FROM owed INDEXED BY owed_by_incoming CROSS JOIN duty ON duty.id = owed.dutyId CROSS JOIN obligation ON obligation.id = duty.obligationId
    CROSS JOIN obligationDay AS owedDay ON owedDay.obligationId = obligation.id AND owedDay.n = owed.n WHERE owed.incomingId = ${incomingId} ORDER BY owed.dutyId, owed.n`.execute(database);
  return rows;
}
