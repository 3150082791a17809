import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { Agency, AgencyDetails } from '../../../shared/contract/agencies.ts';
import type { KnownAgency } from '../../../shared/domain/directory/known-agency.ts';
import type { AgencyTable } from './schema-owed.ts';
import type { Database } from './schema.ts';

const listed = ['id', 'name', 'shortName', 'abbreviation', 'kind', 'rank', 'parentId', 'validFrom', 'validTo', 'succeededBy', 'mergedInto', 'formerNames'] as const;

const namesOf = (json: string): Agency['formerNames'] => (json === '[]' ? [] : (JSON.parse(json) as Agency['formerNames']));

/** The whole directory, closed and merged entries too, in the order it was entered. */
export async function listAgencies(database: Kysely<Database>): Promise<KnownAgency[]> {
  const rows = await database.selectFrom('agency').select(listed).orderBy('id').execute();
  return rows.map(({ formerNames, ...row }) => ({ ...row, formerNames: namesOf(formerNames) }));
}

/** An agency as it is kept; lists are JSON texts. */
export type AgencyRow = Selectable<AgencyTable>;

/** The rows of these agencies as they are kept. */
export async function agencyRows(database: Kysely<Database>, ids: readonly number[]): Promise<AgencyRow[]> {
  if (ids.length === 0) return [];
  return database
    .selectFrom('agency')
    .selectAll()
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy('id')
    .execute();
}

/** All rows, for sheets and for checking codes. */
export const allAgencyRows = (database: Kysely<Database>): Promise<AgencyRow[]> => database.selectFrom('agency').selectAll().orderBy('id').execute();

/** What is kept of an agency beyond the list. */
export function detailsOf({ formerNames, codes, contacts, signers, ...row }: AgencyRow): Omit<AgencyDetails, 'groups' | 'history'> {
  return {
    ...row,
    formerNames: namesOf(formerNames),
    codes: JSON.parse(codes) as AgencyDetails['codes'],
    contacts: JSON.parse(contacts) as AgencyDetails['contacts'],
    signers: JSON.parse(signers) as AgencyDetails['signers'],
  };
}

/** Adds an agency to the directory; answers its id. */
export async function insertAgency(database: Kysely<Database>, agency: Insertable<AgencyTable>): Promise<number> {
  return (await database.insertInto('agency').values(agency).returning('id').executeTakeFirstOrThrow()).id;
}

/** Changes columns of an agency. */
export async function changeAgency(database: Kysely<Database>, id: number, columns: Updateable<AgencyTable>): Promise<void> {
  await database.updateTable('agency').set(columns).where('id', '=', id).execute();
}

/** Takes an entry out again that nothing names; answers whether it could. */
export async function removeAgency(database: Kysely<Database>, id: number): Promise<boolean> {
  const named = await sql<{ named: number }>`SELECT
    EXISTS (SELECT 1 FROM agency WHERE parentId = ${id} OR succeededBy = ${id} OR mergedInto = ${id})
    OR EXISTS (SELECT 1 FROM groupMember WHERE agencyId = ${id})
    OR EXISTS (SELECT 1 FROM recipient WHERE agencyId = ${id})
    OR EXISTS (SELECT 1 FROM duty WHERE agencyId = ${id}) AS named`.execute(database);
  if (named.rows[0]?.named !== 0) return false;
  await database.deleteFrom('agency').where('id', '=', id).execute();
  return true;
}
