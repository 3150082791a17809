import { type Kysely, sql } from 'kysely';
import type { GroupRule } from '../../../shared/contract/groups.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { type DirectoryIndex, indexDirectory } from '../../../shared/domain/directory/directory-index.ts';
import { type ExpandedLine, expandLine } from '../../../shared/domain/directory/expand-line.ts';
import type { KnownGroup } from '../../../shared/domain/directory/known-agency.ts';
import { listAgencies } from './agency-repository.ts';
import type { Database } from './schema.ts';
import { readSettings } from './settings-repository.ts';

/** All groups, closed ones too, in the order they were entered. */
export async function listGroups(database: Kysely<Database>): Promise<KnownGroup[]> {
  const groups = await database.selectFrom('agencyGroup').selectAll().orderBy('id').execute();
  const members = await database.selectFrom('groupMember').selectAll().orderBy('groupId').orderBy('ordinal').execute();
  const listed = new Map<number, KnownGroup['listed'][number][]>();
  for (const { groupId, agencyId, validFrom, validTo } of members) {
    const of = listed.get(groupId) ?? [];
    of.push({ agencyId, from: validFrom, to: validTo });
    listed.set(groupId, of);
  }
  return groups.map(({ aliases, rule, ...group }) => ({ ...group, aliases: JSON.parse(aliases) as string[], rule: rule === null ? null : (JSON.parse(rule) as GroupRule), listed: listed.get(group.id) ?? [] }));
}

const kept = new WeakMap<Kysely<Database>, { version: unknown; told: string; directory: DirectoryIndex }>();

/**
 * The directory as names are looked up in it. On the connection for reading it is kept until somebody writes to the book;
 * a transaction has its own, so that nothing of one that was given up is ever read outside it.
 */
export async function readDirectory(database: Kysely<Database>): Promise<DirectoryIndex> {
  const made = async (): Promise<DirectoryIndex> => indexDirectory(await listAgencies(database), await listGroups(database));
  if (database.isTransaction) return made();
  // changes whenever another connection (the writer's, another process's) has written
  const version = (await sql<{ data_version: number }>`PRAGMA data_version`.execute(database)).rows[0]?.data_version;
  const known = kept.get(database);
  if (known && known.version === version) return known.directory;
  const told = await lastTold(database);
  // somebody wrote, but not in the directory
  const directory = known && known.told === told ? known.directory : await made();
  kept.set(database, { version, told, directory });
  return directory;
}

/** What tells one state of the directory from another: how much it holds and what was last done to it. */
async function lastTold(database: Kysely<Database>): Promise<string> {
  const { rows } = await sql`SELECT (SELECT count(*) FROM agency) AS agencies, (SELECT count(*) FROM agencyGroup) AS groups, entry.id, entry.changes, trackingAct.at, trackingAct.who
    FROM (SELECT max(id) AS id FROM trackingHistory WHERE subject IN ('agency', 'group')) AS newest LEFT JOIN trackingHistory AS entry ON entry.id = newest.id LEFT JOIN trackingAct ON trackingAct.id = entry.actId`.execute(database);
  return JSON.stringify(rows);
}

/** The agencies that lines of a letter stand for on a day. */
export async function expandLines(database: Kysely<Database>, lines: readonly string[], asOf: IsoDate): Promise<ExpandedLine[]> {
  const directory = await readDirectory(database);
  const { office } = await readSettings(database);
  return lines.map((line) => expandLine(line, directory, asOf, office?.place ?? null));
}

export type GroupColumns = {
  name: string;
  shortName: string;
  abbreviation: string;
  /** JSON texts. */
  aliases: string;
  rule: string | null;
  validFrom: string | null;
  validTo: string | null;
};

/** A group's columns and its list, JSON, as its history keeps them. */
export async function groupRow(database: Kysely<Database>, id: number): Promise<(GroupColumns & { id: number; members: string }) | null> {
  const row = await database.selectFrom('agencyGroup').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const members = await database.selectFrom('groupMember').select(['agencyId as agency', 'validFrom as from', 'validTo as to']).where('groupId', '=', id).orderBy('ordinal').execute();
  return { ...row, members: JSON.stringify(members) };
}

/** Adds a group; answers its id. */
export async function insertGroup(database: Kysely<Database>, columns: GroupColumns): Promise<number> {
  return (await database.insertInto('agencyGroup').values(columns).returning('id').executeTakeFirstOrThrow()).id;
}

/** Changes columns of a group. */
export async function changeGroup(database: Kysely<Database>, id: number, columns: Partial<GroupColumns>): Promise<void> {
  if (Object.keys(columns).length > 0) await database.updateTable('agencyGroup').set(columns).where('id', '=', id).execute();
}

/** Writes a group's list anew; `members` as `groupRow` gives them. */
export async function writeMembers(database: Kysely<Database>, groupId: number, members: string): Promise<void> {
  await database.deleteFrom('groupMember').where('groupId', '=', groupId).execute();
  await sql`INSERT INTO groupMember (groupId, agencyId, ordinal, validFrom, validTo)
    SELECT ${groupId}, json_extract(value, '$.agency'), key + 1, json_extract(value, '$.from'), json_extract(value, '$.to') FROM json_each(${members})`.execute(database);
}

/** Takes a group out again with its list. */
export async function removeGroup(database: Kysely<Database>, id: number): Promise<void> {
  await database.deleteFrom('groupMember').where('groupId', '=', id).execute();
  await database.deleteFrom('agencyGroup').where('id', '=', id).execute();
}
