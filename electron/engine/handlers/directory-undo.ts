import { agencyKey } from '../../../shared/domain/directory/agency-key.ts';
import { closesCircle } from '../../../shared/domain/directory/known-agency.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { listAgencies } from '../storage/agency-repository.ts';
import { calendarThing } from '../storage/calendar-repository.ts';
import { agencyThing, type Columns, type DirectoryThing, groupThing } from '../storage/directory-things.ts';
import { listGroups } from '../storage/group-repository.ts';
import type { LineChange } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { findTrackingAct, recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { implementer } from './implementer.ts';

const things: Partial<Record<TrackedChange['subject'], DirectoryThing>> = { agency: agencyThing, group: groupThing, calendar: calendarThing };

/** Takes an act on the directory back on the things that still are as it left them; an undo is an act too, and can be undone. */
export const undo = implementer.agencies.undo.handler(({ input: { act: actId }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const found = await findTrackingAct(database, actId);
    if (!found || found.changes.some(({ subject }) => !things[subject])) throw new Refusal('NOT_FOUND', `Không có việc mã ${actId} nào của danh bạ để hoàn tác.`, { act: actId });
    if (found.undone) throw new Refusal('NOT_ALLOWED', 'Việc này đã được hoàn tác rồi.', { act: actId });
    const back: TrackedChange[] = [];
    // what was done last may lean on what was done first
    for (let left = [...found.changes].reverse(), before = Infinity; left.length > 0 && left.length < before; ) {
      before = left.length;
      const still: TrackedChange[] = [];
      for (const change of left) {
        const thing = things[change.subject];
        if (thing && (await takeBack(held, thing, change))) back.push({ ...change, changes: reversed(change.changes) });
        else still.push(change);
      }
      // what another thing of the same act named goes once that one has gone
      left = still;
    }
    const kept = found.changes.length - back.length;
    if (back.length === 0) throw new Refusal('CHANGED_MEANWHILE', 'Những mục của việc này đã được sửa hoặc dùng đến sau đó nên không hoàn tác được; sửa từng mục.', { act: actId });
    await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'undo', reason: null, undoOf: actId }, back);
    return { changed: back.length, kept, notices: kept > 0 ? [`${kept} mục đã được sửa hoặc dùng đến sau đó nên giữ nguyên.`] : [] };
  }),
);

const reversed = (changes: LineChange['changes']): LineChange['changes'] => Object.fromEntries(Object.entries(changes).map(([column, [before, after]]) => [column, [after, before]]));

/** Whether the thing could be brought back to what it was before the change. */
async function takeBack({ database }: EngineParts, thing: DirectoryThing, { subject, id, changes }: TrackedChange): Promise<boolean> {
  const now = await thing.read(database, id);
  const before = Object.fromEntries(Object.entries(changes).map(([column, [value]]) => [column, value]));
  const wasAdded = changes.id?.[0] === null && changes.id[1] === id;
  const wasRemoved = changes.id?.[0] === id && changes.id[1] === null;
  if (wasRemoved) {
    if (now !== null || !(await fits(database, subject, id, before))) return false;
    await thing.insert(database, before);
    return true;
  }
  if (now === null || !Object.entries(changes).every(([column, [, after]]) => now[column] === after)) return false;
  if (wasAdded) {
    // columns that said nothing then must say nothing now
    const touched = Object.entries(now).some(([column, value]) => changes[column] === undefined && value !== null);
    return !touched && thing.remove(database, id);
  }
  if (!(await fits(database, subject, id, before))) return false;
  await thing.change(database, id, before);
  return true;
}

/** Whether the directory still has room for what was: a name nobody took since, and no link that would close a circle. */
async function fits(database: EngineParts['database'], subject: TrackedChange['subject'], id: number, before: Columns): Promise<boolean> {
  if (subject === 'group') {
    const keys = typeof before.name === 'string' ? new Set([agencyKey(before.name)]) : null;
    if (keys && (await listGroups(database)).some((group) => group.id !== id && keys.has(agencyKey(group.name)))) return false;
    if (typeof before.members !== 'string') return true;
    const known = new Set((await listAgencies(database)).map((agency) => agency.id));
    return (JSON.parse(before.members) as { agency: number }[]).every(({ agency }) => known.has(agency));
  }
  if (subject !== 'agency') return true;
  const agencies = await listAgencies(database);
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const { name } = before;
  const now = byId.get(id);
  const life = { validFrom: null, validTo: null, ...now, ...before } as { validFrom: string | null; validTo: string | null };
  const wantedName = typeof name === 'string' ? name : (now?.name ?? '');
  const clash = agencies.some((other) => other.id !== id && other.mergedInto === null && agencyKey(other.name) === agencyKey(wantedName) && (other.validFrom ?? '') <= (life.validTo ?? '9999') && (life.validFrom ?? '') <= (other.validTo ?? '9999'));
  // two entries of one name that were merged are two of one name again: that is what was there
  if (clash && before.mergedInto !== null) return false;
  return (['parentId', 'succeededBy', 'mergedInto'] as const).every((link) => {
    const to = before[link];
    return typeof to !== 'number' || (byId.has(to) && !closesCircle(id, to, link, byId));
  });
}
