import { type Kysely, sql } from 'kysely';
import type { Act, LineChange } from './register-acts.ts';
import type { TrackingSubject } from './schema-owed.ts';
import type { Database } from './schema.ts';

/** What an act changes on one thing that is tracked or kept in the directory. A thing that is new has `id: [null, id]` among its changes. */
export interface TrackedChange extends LineChange {
  subject: TrackingSubject;
}

/** An act as the tracking remembers it. */
export interface TrackingAct extends Act {
  act: string;
  reason: string | null;
  undoOf?: number;
}

/** One entry of a thing's history. */
export interface TrackedEntry extends TrackingAct {
  actId: number;
  changes: LineChange['changes'];
}

/** Days of one duty have ids of their own: the duty's and the day's place (n from 1). */
export const owedIdOf = (dutyId: number, n: number): number => dutyId * 10_000 + n;
export const dutyOfOwed = (id: number): { dutyId: number; n: number } => ({ dutyId: Math.floor(id / 10_000), n: id % 10_000 });

/** Notes an act and what it changed; the changes themselves are made by the caller in the same transaction. Answers the act's id, by which it can be undone. */
export async function recordTracking(database: Kysely<Database>, { at, who, act, reason, undoOf }: TrackingAct, changes: readonly TrackedChange[]): Promise<number> {
  const { id } = await database.insertInto('trackingAct').values({ at, who, act, reason, amount: changes.length, undoOf: undoOf ?? null }).returning('id').executeTakeFirstOrThrow();
  const entries = JSON.stringify(changes.map(({ subject, id: subjectId, changes: changed }) => ({ subject, subjectId, changes: JSON.stringify(changed) })));
  await sql`INSERT INTO trackingHistory (actId, subject, subjectId, changes)
    SELECT ${id}, json_extract(value, '$.subject'), json_extract(value, '$.subjectId'), json_extract(value, '$.changes') FROM json_each(${entries})`.execute(database);
  return id;
}

/** Everything that happened to one thing, oldest first. */
export async function trackingHistoryOf(database: Kysely<Database>, subject: TrackingSubject, ids: readonly number[]): Promise<TrackedEntry[]> {
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom('trackingHistory')
    .innerJoin('trackingAct', 'trackingAct.id', 'trackingHistory.actId')
    .select(['trackingAct.id as actId', 'at', 'who', 'act', 'reason', 'changes'])
    .where('subject', '=', subject)
    .where('subjectId', 'in', [...ids])
    .orderBy('trackingHistory.id')
    .execute();
  return rows.map(({ changes, ...row }) => ({ ...row, changes: JSON.parse(changes) as LineChange['changes'] }));
}

/** An act with what it changed, and whether it has been taken back. */
export async function findTrackingAct(database: Kysely<Database>, actId: number): Promise<{ act: string; undone: boolean; changes: TrackedChange[] } | null> {
  const found = await database.selectFrom('trackingAct').select('act').where('id', '=', actId).executeTakeFirst();
  if (!found) return null;
  const undone = await database.selectFrom('trackingAct').select('id').where('undoOf', '=', actId).executeTakeFirst();
  const rows = await database.selectFrom('trackingHistory').select(['subject', 'subjectId', 'changes']).where('actId', '=', actId).orderBy('id').execute();
  return { act: found.act, undone: undone !== undefined, changes: rows.map(({ subject, subjectId, changes }) => ({ subject, id: subjectId, changes: JSON.parse(changes) as LineChange['changes'] })) };
}
