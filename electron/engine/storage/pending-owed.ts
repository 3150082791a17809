import { type Kysely, sql } from 'kysely';
import { endedStatuses } from './owed-scope.ts';
import type { Database } from './schema.ts';

/** Whether letters of before obligations were kept still wait for theirs. */
export const isOwedPending = async (database: Kysely<Database>): Promise<boolean> => (await database.selectFrom('setting').select('key').where('key', '=', 'owedPending').executeTakeFirst()) !== undefined;

/** No letter waits any more. */
export async function endPendingOwed(database: Kysely<Database>): Promise<void> {
  await database.deleteFrom('setting').where('key', '=', 'owedPending').execute();
}

/** The next letters of ours in force, behind that id, that have neither recipients nor obligations. */
export async function lettersWithoutOwed(database: Kysely<Database>, after: number, most: number): Promise<{ id: number; content: string; issuedDate: string }[]> {
  const { rows } = await sql<{ id: number; content: string; issuedDate: string }>`
    SELECT id, content, issuedDate FROM outgoing WHERE id > ${after} AND origin = 'letter' AND codeNumber IS NOT NULL AND issuedDate IS NOT NULL AND status NOT IN (${sql.join([...endedStatuses])})
    AND NOT EXISTS (SELECT 1 FROM recipient WHERE outgoingId = outgoing.id) AND NOT EXISTS (SELECT 1 FROM obligation WHERE outgoingId = outgoing.id) ORDER BY id LIMIT ${most}`.execute(database);
  return rows;
}
