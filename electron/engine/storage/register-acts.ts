import { type Kysely, sql } from 'kysely';
import type { BookName } from './register-search.ts';
import type { Database } from './schema.ts';

/** Who does something, and when (local instant). */
export interface Act {
  at: string;
  who: string;
}

/** What an act changes on one line: the value before and after, by column. */
export interface LineChange {
  id: number;
  changes: Record<string, [before: unknown, after: unknown]>;
}

/** An act as the book remembers it. */
export interface NamedAct extends Act {
  act: string;
  reason: string | null;
  undoOf?: number;
}

/**
 * Writes one act on any number of lines: every line takes its new values in one statement and its history says what
 * changed from what to what. Answers the act's id, by which it can be undone. Inside a transaction.
 */
export async function recordAct(database: Kysely<Database>, book: BookName, { at, who, act, reason, undoOf }: NamedAct, lines: readonly LineChange[]): Promise<number> {
  const { id: actId } = await database.insertInto('registerAct').values({ at, who, book, act, reason, amount: lines.length, undoOf: undoOf ?? null }).returning('id').executeTakeFirstOrThrow();
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line.changes)))];
  const after = JSON.stringify(lines.map(({ id, changes }) => ({ id, ...Object.fromEntries(Object.entries(changes).map(([column, [, value]]) => [column, value])) })));
  const sets = columns.map((column) => {
    const path = `$.${column}`;
    // a column this line's change does not name stays; json_type tells «null» from «not there»
    return sql`${sql.ref(column)} = iif(json_type(wanted.value, ${path}) IS NULL, ${sql.ref(`${book}.${column}`)}, json_extract(wanted.value, ${path}))`;
  });
  const table = sql.table(book);
  await sql`UPDATE ${table} SET ${sql.join([...sets, sql`updatedAt = ${at}`, sql`revision = ${sql.ref(`${book}.revision`)} + 1`])} FROM json_each(${after}) AS wanted WHERE ${sql.ref(`${book}.id`)} = json_extract(wanted.value, '$.id')`.execute(database);
  const history = JSON.stringify(lines.map(({ id, changes }) => ({ id, changes: JSON.stringify(changes) })));
  await sql`INSERT INTO ${sql.table(`${book}History`)} (${sql.ref(`${book}Id`)}, at, who, act, reason, changes, actId)
    SELECT json_extract(value, '$.id'), ${at}, ${who}, ${act}, ${reason}, json_extract(value, '$.changes'), ${actId} FROM json_each(${history})`.execute(database);
  return actId;
}

/** Hears how many lines an act has dealt with. */
export type OnProgress = (done: number) => Promise<void>;

/** Of the values wanted, those that differ from what the line has. */
export function differences(line: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): LineChange['changes'] {
  const changes: LineChange['changes'] = {};
  for (const [column, value] of Object.entries(wanted)) {
    if (value !== undefined && line[column] !== value) changes[column] = [line[column] ?? null, value];
  }
  return changes;
}

/** A line an act has changed; `movedOn` when it has taken its document since: what it was before is past, even if it looks so again. */
interface ChangedLine extends LineChange {
  movedOn: boolean;
}

/** An act as it can be taken back. */
export interface ChangedAct {
  book: BookName;
  act: string;
  undone: boolean;
  lines: ChangedLine[];
}

/** An act that can be undone, with the lines it changed. */
export async function findAct(database: Kysely<Database>, actId: number): Promise<ChangedAct | null> {
  const found = await database.selectFrom('registerAct').selectAll().where('id', '=', actId).executeTakeFirst();
  if (!found) return null;
  const undone = await database.selectFrom('registerAct').select('id').where('undoOf', '=', actId).executeTakeFirst();
  const history = sql.table(`${found.book}History`);
  const line = sql.raw(`${found.book}Id`);
  const { rows } = await sql<{ id: number; changes: string; movedOn: number }>`
    SELECT entry.${line} AS id, entry.changes, EXISTS (SELECT 1 FROM ${history} AS later WHERE later.${line} = entry.${line} AND later.id > entry.id AND later.act IN ('issue', 'register', 'use')) AS movedOn
    FROM ${history} AS entry WHERE entry.actId = ${actId} AND entry.changes IS NOT NULL`.execute(database);
  return { book: found.book, act: found.act, undone: undone !== undefined, lines: rows.map(({ id, changes, movedOn }) => ({ id, changes: JSON.parse(changes) as LineChange['changes'], movedOn: movedOn === 1 })) };
}
