import { type Kysely, sql } from 'kysely';
import type { NewDuty } from './obligation-repository.ts';
import type { Database } from './schema.ts';

/** Makes room for so many duties behind a place of their obligation. Inside a transaction. */
export async function moveDuties(database: Kysely<Database>, obligationId: number, ordinal: number, by: number): Promise<void> {
  if (by === 0) return;
  // places are unique at every step: they go past zero and come back
  await sql`UPDATE duty SET ordinal = -(ordinal + ${by}) WHERE obligationId = ${obligationId} AND ordinal > ${ordinal}`.execute(database);
  await sql`UPDATE duty SET ordinal = -ordinal WHERE obligationId = ${obligationId} AND ordinal < 0`.execute(database);
}

/** Says whose duty it is. */
export async function nameDuty(database: Kysely<Database>, id: number, { name, agencyId }: Pick<NewDuty, 'name' | 'agencyId'>): Promise<void> {
  await database.updateTable('duty').set({ name, agencyId }).where('id', '=', id).execute();
}

/** How many columns the widest report of an obligation has filled; 0 without figures. */
export async function widestFigures(database: Kysely<Database>, obligationId: number): Promise<number> {
  const { rows } = await sql<{ widest: number | null }>`SELECT max(json_array_length(figures)) AS widest FROM duty CROSS JOIN owed ON owed.dutyId = duty.id WHERE obligationId = ${obligationId} AND figures IS NOT NULL`.execute(database);
  return rows[0]?.widest ?? 0;
}
