import type { Kysely } from 'kysely';
import { keptQuery } from './kept-query.ts';
import type { Database } from './schema.ts';

/** Remembers what was typed into the fields, for the lists under them; empty values are passed over. */
export async function noteUsed(database: Kysely<Database>, at: string, values: Readonly<Record<string, string | null | undefined>>): Promise<void> {
  const named = Object.fromEntries(Object.entries(values).filter(([, value]) => value)) as Record<string, string>;
  if (Object.keys(named).length > 0) await note(database, { ...named, at });
}

const note = keptQuery((database, { at, ...named }: Record<string, string> & { at: string }) =>
  database
    .insertInto('usedValue')
    .values(Object.entries(named).map(([field, value]) => ({ field, value, amount: 1, lastAt: at })))
    .onConflict((conflict) => conflict.columns(['field', 'value']).doUpdateSet((row) => ({ amount: row('usedValue.amount', '+', 1), lastAt: at }))),
);

/** What a field has held, most used first, then newest. */
export const listUsed = (database: Kysely<Database>, field: string, limit: number): Promise<{ value: string; amount: number; lastAt: string }[]> =>
  database.selectFrom('usedValue').select(['value', 'amount', 'lastAt']).where('field', '=', field).orderBy('amount', 'desc').orderBy('lastAt', 'desc').orderBy('value').limit(limit).execute();
