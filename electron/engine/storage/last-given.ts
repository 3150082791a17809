import { type Kysely, sql } from 'kysely';
import { keptQuery } from './kept-query.ts';
import type { Database } from './schema.ts';

/** A draft saved under a wrong clock would hide it: what counts is when numbers were given. */
const newest = keptQuery(
  (_: Kysely<Database>, __: object) => sql<{ at: string | null }>`
    SELECT max(at) AS at FROM (
      SELECT at FROM (SELECT at FROM incomingHistory WHERE act = 'register' ORDER BY id DESC LIMIT 1)
      UNION ALL SELECT at FROM (SELECT at FROM outgoingHistory WHERE act IN ('register', 'reserve', 'issue') ORDER BY id DESC LIMIT 1))`,
);

/** When the last number of either book was given, local instant; null before the first. */
export const lastGivenAt = async (database: Kysely<Database>): Promise<string | null> =>
  (await newest(database, {})).rows[0]?.at ?? null;
