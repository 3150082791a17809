import type { Kysely } from 'kysely';
import type { IncomingLine } from './incoming-repository.ts';
import type { LineChange } from './register-acts.ts';
import type { Database } from './schema.ts';

/**
 * The changes with what new days of arrival mean for the marks of back-dating, on the line itself and on the number after
 * it: a line is back-dated when the number before it came on a later day (an old book keeps what it says). `reason` is
 * the one given for the change.
 */
export async function withBackdating(database: Kysely<Database>, lines: readonly LineChange[], reason: string | null): Promise<LineChange[]> {
  const planned = new Map(lines.map((line) => [line.id, line]));
  const dayOf = (line: IncomingLine): unknown => planned.get(line.id)?.changes.arrivalDate?.[1] ?? line.arrivalDate;
  const settle = async (line: IncomingLine | undefined, given: string | null): Promise<void> => {
    if (!line || line.batch !== null) return;
    const { backdated: wanted, ...changes } = planned.get(line.id)?.changes ?? {};
    const before = await neighbour(database, line, 'before');
    const isBackdated = before !== undefined && String(dayOf(before)) > String(dayOf(line));
    const mark = isBackdated ? (wanted?.[1] ?? line.backdated ?? given ?? '') : null;
    planned.set(line.id, { id: line.id, changes: mark === line.backdated ? changes : { ...changes, backdated: [line.backdated, mark] } });
  };
  for (const { id, changes } of lines) {
    if (!changes.arrivalDate) continue;
    const line = await database.selectFrom('incoming').selectAll().where('id', '=', id).executeTakeFirst();
    await settle(line, reason);
    if (line) await settle(await neighbour(database, line, 'after'), null);
  }
  return [...planned.values()].filter(({ changes }) => Object.keys(changes).length > 0);
}

/** The line of the number just before or after, in the same book. */
const neighbour = (database: Kysely<Database>, { series, year, sortKey }: IncomingLine, side: 'before' | 'after'): Promise<IncomingLine | undefined> =>
  database
    .selectFrom('incoming')
    .selectAll()
    .where('series', '=', series)
    .where('year', '=', year)
    .where('sortKey', side === 'before' ? '<' : '>', sortKey)
    .orderBy('sortKey', side === 'before' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
