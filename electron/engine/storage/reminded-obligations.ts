import { type Kysely, sql } from 'kysely';
import type { Database } from './schema.ts';

/** What a reminder says of an obligation beyond its days: its first day, its lines with how many agencies each stands for, the type of its dispatch. */
export interface ObligationLines {
  id: number;
  due: string;
  typeName: string | null;
  lines: { line: string; agencies: number }[];
}

/** The same for several obligations, by id. */
export async function linesOfObligations(database: Kysely<Database>, ids: readonly number[]): Promise<Map<number, ObligationLines>> {
  const { rows } = await sql<{ id: number; due: string; typeName: string | null; line: string; agencies: number }>`
    SELECT obligation.id, obligation.due, typeName, line, count(*) AS agencies
    FROM json_each(${JSON.stringify([...new Set(ids)])}) AS wanted CROSS JOIN obligation ON obligation.id = wanted.value
    CROSS JOIN outgoing ON outgoing.id = obligation.outgoingId CROSS JOIN duty ON duty.obligationId = obligation.id
    GROUP BY obligation.id, line ORDER BY obligation.id, min(duty.ordinal)`.execute(database);
  const found = new Map<number, ObligationLines>();
  for (const { id, due, typeName, line, agencies } of rows) {
    const of = found.get(id) ?? { id, due, typeName, lines: [] };
    of.lines.push({ line, agencies });
    found.set(id, of);
  }
  return found;
}
