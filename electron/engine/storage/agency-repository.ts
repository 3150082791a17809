import type { Insertable, Kysely } from 'kysely';
import type { Agency } from '../../../shared/contract/agencies.ts';
import type { Database } from './schema.ts';

/** The whole directory in the order it was entered. */
export const listAgencies = async (database: Kysely<Database>): Promise<Agency[]> => (await database.selectFrom('agency').selectAll().orderBy('id').execute()) as Agency[];

/** Adds agencies to the directory. */
export async function insertAgencies(database: Kysely<Database>, agencies: Insertable<Database['agency']>[]): Promise<void> {
  if (agencies.length > 0) await database.insertInto('agency').values(agencies).execute();
}

/** Changes an agency's names and kind. */
export async function changeAgency(database: Kysely<Database>, id: number, agency: Omit<Agency, 'id'>): Promise<void> {
  await database.updateTable('agency').set(agency).where('id', '=', id).execute();
}
