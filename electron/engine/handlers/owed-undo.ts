import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow } from '../engine-parts.ts';
import { changeObligation, findObligation } from '../storage/obligation-repository.ts';
import { type DayChange, findOwedDays, trackedChange, writeDays, writtenOn } from '../storage/owed-days.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { findTrackingAct, type TrackedChange } from '../storage/tracking-acts.ts';
import { implementer } from './implementer.ts';
import { endOn } from './owed-obligations.ts';

const turned = (changes: TrackedChange['changes']): TrackedChange['changes'] => Object.fromEntries(Object.entries(changes).map(([column, [before, after]]) => [column, [after, before]]));

const stillAs = (row: Readonly<Record<string, unknown>>, changes: TrackedChange['changes']): boolean => Object.entries(changes).every(([column, [, after]]) => row[column] === after);

/** Takes an act back on the days and obligations that still are as it left them; an undo is an act too, and can be undone. */
export const undo = implementer.owed.undo.handler(({ input: { act: actId }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const found = await findTrackingAct(database, actId);
    if (!found || found.changes.some(({ subject }) => !['owed', 'obligation', 'duty'].includes(subject))) throw new Refusal('NOT_FOUND', `Không có việc theo dõi mã ${actId} để hoàn tác.`, { act: actId });
    if (found.undone) throw new Refusal('NOT_ALLOWED', 'Việc này đã được hoàn tác rồi.', { act: actId });
    if (found.changes.some(({ subject }) => subject === 'duty')) throw new Refusal('NOT_ALLOWED', 'Dòng đã tách thành từng đơn vị thì không gộp lại được; đơn vị nào không phải báo cáo thì ghi miễn.', { act: actId });
    // columns that a report brought with it stay: later reports stand in them too
    const undone = found.changes.filter(({ subject }) => subject === 'owed' || !['report', 'enter'].includes(found.act));
    const days = new Map((await findOwedDays(database, undone.filter(({ subject }) => subject === 'owed').map(({ id }) => id))).map((day) => [day.id, day]));
    const back: DayChange[] = [];
    const others: TrackedChange[] = [];
    for (const { subject, id, changes } of undone) {
      if (subject === 'owed') {
        const day = days.get(id);
        if (day && stillAs(writtenOn(day), changes)) back.push({ day, wanted: Object.fromEntries(Object.entries(changes).map(([column, [before]]) => [column, before])) });
        continue;
      }
      const obligation = await findObligation(database, id);
      // what an act has made cannot be unmade: nobody owes it any more
      const wanted: TrackedChange['changes'] = changes.id ? { withdrawnReason: [null, 'hoàn tác việc giao'] } : turned(changes);
      if (!obligation || !Object.entries(wanted).every(([column, [before]]) => (obligation as Readonly<Record<string, unknown>>)[column] === before)) continue;
      const until = wanted.until?.[1];
      if (typeof until === 'string' || until === null) await endOn(held, obligation, until, []);
      await changeObligation(database, id, Object.fromEntries(Object.entries(wanted).map(([column, [, value]]) => [column, value])));
      others.push({ subject, id, changes: wanted });
    }
    const changed = back.filter((change) => trackedChange(change) !== null).length + others.length;
    const kept = undone.length - changed;
    if (changed === 0) throw new Refusal('CHANGED_MEANWHILE', 'Những gì việc này ghi đã được sửa sau đó nên không hoàn tác được; sửa từng dòng.', { act: actId });
    const { act } = await writeDays(database, { ...actNow(held, await readSettings(database)), act: 'undo', reason: null, undoOf: actId }, back, others);
    return { changed, kept, act, notices: kept > 0 ? [`${kept} dòng đã được sửa sau đó nên giữ nguyên.`] : [] };
  }),
);
