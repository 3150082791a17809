import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Remembers what was typed into the fields, for the lists under them; empty values are passed over. */
export async function noteUsed(database: Kysely<Database>, at: string, values: Readonly<Record<string, string | null | undefined>>): Promise<void> {
  const rows = Object.entries(values).flatMap(([field, value]) => (value ? [{ field, value, amount: 1, lastAt: at }] : []));
  if (rows.length === 0) return;
  await database
    .insertInto('usedValue')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['field', 'value']).doUpdateSet((row) => ({ amount: row('usedValue.amount', '+', 1), lastAt: at })))
    .execute();
}

/** What a field has held, most used first, then newest. */
export const listUsed = (database: Kysely<Database>, field: string, limit: number): Promise<{ value: string; amount: number; lastAt: string }[]> =>
  database.selectFrom('usedValue').select(['value', 'amount', 'lastAt']).where('field', '=', field).orderBy('amount', 'desc').orderBy('lastAt', 'desc').orderBy('value').limit(limit).execute();
