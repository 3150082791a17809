import type { Insertable, Kysely, Updateable } from 'kysely';
import type { Agency } from '../../../shared/contract/agencies.ts';
import type { AgencyTable } from './schema-owed.ts';
import type { Database } from './schema.ts';

/** The whole directory, closed and merged entries too, in the order it was entered. */
export async function listAgencies(database: Kysely<Database>): Promise<Agency[]> {
  const rows = await database.selectFrom('agency').select(['id', 'name', 'shortName', 'abbreviation', 'kind', 'rank', 'parentId', 'validFrom', 'validTo', 'succeededBy', 'mergedInto', 'formerNames']).orderBy('id').execute();
  return rows.map(({ formerNames, ...row }) => ({ ...row, formerNames: JSON.parse(formerNames) as Agency['formerNames'] }));
}

/** Adds agencies to the directory. */
export async function insertAgencies(database: Kysely<Database>, agencies: Insertable<AgencyTable>[]): Promise<void> {
  if (agencies.length > 0) await database.insertInto('agency').values(agencies).execute();
}

/** Changes columns of an agency. */
export async function changeAgency(database: Kysely<Database>, id: number, columns: Updateable<AgencyTable>): Promise<void> {
  await database.updateTable('agency').set(columns).where('id', '=', id).execute();
}
