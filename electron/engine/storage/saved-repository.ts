import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

export interface Saved {
  name: string;
  content: Record<string, unknown>;
}

/** What is kept under a kind, by name. */
export async function listSaved(database: Kysely<Database>, kind: string): Promise<Saved[]> {
  const rows = await database.selectFrom('saved').select(['name', 'content']).where('kind', '=', kind).execute();
  return rows.map(({ name, content }) => ({ name, content: JSON.parse(content) as Record<string, unknown> })).sort((one, other) => one.name.localeCompare(other.name, 'vi', { numeric: true }));
}

/** Keeps it under its name, in place of what was there. */
export async function putSaved(database: Kysely<Database>, kind: string, { name, content }: Saved, updatedAt: string): Promise<void> {
  const row = { content: JSON.stringify(content), updatedAt };
  await database.insertInto('saved').values({ kind, name, ...row }).onConflict((conflict) => conflict.columns(['kind', 'name']).doUpdateSet(row)).execute();
}

/** False when there was none. */
export async function removeSaved(database: Kysely<Database>, kind: string, name: string): Promise<boolean> {
  const { numDeletedRows } = await database.deleteFrom('saved').where('kind', '=', kind).where('name', '=', name).executeTakeFirst();
  return numDeletedRows > 0n;
}
