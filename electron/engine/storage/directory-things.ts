import type { Insertable, Kysely } from 'kysely';
import { agencyRows, changeAgency, insertAgency, removeAgency } from './agency-repository.ts';
import { changeGroup, type GroupColumns, groupRow, insertGroup, removeGroup, writeMembers } from './group-repository.ts';
import type { LineChange } from './register-acts.ts';
import type { AgencyTable } from './schema-owed.ts';
import type { Database } from './schema.ts';
import type { TrackedChange } from './tracking-acts.ts';

/** The columns of a thing kept in the directory, by name; lists are JSON texts. */
export type Columns = Readonly<Record<string, unknown>>;

/** What can be done with one kind of thing the directory keeps, so that acts on all of them are noted and taken back alike. */
export interface DirectoryThing {
  /** Null when there is none of that id. */
  read(database: Kysely<Database>, id: number): Promise<Columns | null>;
  /** Answers the id; the one among the columns when it is there. */
  insert(database: Kysely<Database>, columns: Columns): Promise<number>;
  change(database: Kysely<Database>, id: number, columns: Columns): Promise<void>;
  /** False when something else names it. */
  remove(database: Kysely<Database>, id: number): Promise<boolean>;
}

export const agencyThing: DirectoryThing = {
  read: async (database, id) => (await agencyRows(database, [id]))[0] ?? null,
  insert: (database, columns) => insertAgency(database, columns as unknown as Insertable<AgencyTable>),
  change: (database, id, columns) => changeAgency(database, id, columns),
  remove: removeAgency,
};

export const groupThing: DirectoryThing = {
  read: groupRow,
  insert: async (database, { members, ...columns }) => {
    const id = await insertGroup(database, columns as unknown as GroupColumns);
    if (typeof members === 'string') await writeMembers(database, id, members);
    return id;
  },
  change: async (database, id, { members, ...columns }) => {
    await changeGroup(database, id, columns);
    if (typeof members === 'string') await writeMembers(database, id, members);
  },
  remove: async (database, id) => {
    await removeGroup(database, id);
    return true;
  },
};

/** Adds a thing and answers what the history keeps of it: every column that says something. */
export async function addThing(database: Kysely<Database>, subject: TrackedChange['subject'], thing: DirectoryThing, columns: Columns): Promise<TrackedChange> {
  const id = await thing.insert(database, columns);
  const said = Object.entries((await thing.read(database, id)) ?? {}).filter(([, value]) => value !== null);
  return { subject, id, changes: Object.fromEntries(said.map(([column, value]): [string, LineChange['changes'][string]] => [column, [null, value]])) };
}

/** Changes a thing by what differs; null when nothing does. */
export async function changeThing(database: Kysely<Database>, subject: TrackedChange['subject'], thing: DirectoryThing, id: number, changes: LineChange['changes']): Promise<TrackedChange | null> {
  const columns = Object.entries(changes).map(([column, [, after]]) => [column, after] as const);
  if (columns.length === 0) return null;
  await thing.change(database, id, Object.fromEntries(columns));
  return { subject, id, changes };
}
