import type { Handling, IncomingChange } from '../../../shared/contract/incoming.ts';
import { instantInWords, localDay, yearOf } from '../../../shared/domain/dates.ts';
import { codeKeyOf, organKeyOf } from '../../../shared/domain/double-key.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import type { Job } from '../jobs.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { withBackdating } from '../storage/backdating.ts';
import { handlingBeforeReply } from '../storage/handling-before-reply.ts';
import { changeIncoming, findDoubles, findIncomings } from '../storage/incoming-repository.ts';
import { differences, type LineChange } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { noteUsed } from '../storage/used-values.ts';
import { actProgress } from './act-progress.ts';
import { implementer } from './implementer.ts';
import { columnsOf, lineNotices, usedIn, withConsequences } from './incoming-given.ts';
import { changedLines, keptNotices, refuseOtherReceivers, whyKept } from './changed-lines.ts';
import { incomingOf, nameOfIncoming, refuseSettled } from './incoming-line.ts';
import { refuseBadReply } from './incoming-reply.ts';

export const update = implementer.incoming.update.handler(({ input: { id, revision, reason, ...given }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const line = await incomingOf(held, id);
    refuseSettled(line, 'sửa');
    if (revision !== undefined && revision !== line.revision) throw new Refusal('CHANGED_MEANWHILE', `${nameOfIncoming(line)} đã được sửa ở nơi khác lúc ${instantInWords(line.updatedAt)}; mở lại để xem bản mới nhất rồi hãy sửa tiếp.`, { revision: line.revision });
    const columns = columnsOf(given, line);
    if (columns.arrivalDate && yearOf(columns.arrivalDate) !== line.year) throw refuseProblems([{ field: 'arrivalDate', message: `Số đến này thuộc sổ năm ${line.year}, ngày đến phải trong năm ấy. Vào nhầm sổ thì hủy số này và vào lại.` }]);
    if (columns.arrivalDate === null) delete columns.arrivalDate;
    await refuseBadReply(held, columns.replyId, line.replyId);
    const before = columns.replyId === null ? (await handlingBeforeReply(database, [line])).get(id) : undefined;
    const wanted: Record<string, unknown> = withConsequences(line, columns, before);
    if (columns.organName) wanted.organKey = organKeyOf(columns.organName);
    if (columns.code !== undefined) wanted.codeKey = codeKeyOf(columns.code);
    const changes = differences(line, wanted);
    const after = { ...line, ...columns };
    const duplicates = columns.code !== undefined || columns.organName || columns.issuedDate !== undefined ? await findDoubles(database, { ...after, sha256s: [], except: id }) : [];
    const notices = lineNotices(after, localDay(held.clock()));
    if (Object.keys(changes).length === 0) return { id, revision: line.revision, act: null, duplicates, notices };
    const by = actNow(held, await readSettings(database));
    const act = await changeIncoming(database, { ...by, act: 'update', reason: reason ?? null }, await withBackdating(database, [{ id, changes }], reason ?? null));
    await noteUsed(database, by.at, usedIn(columns));
    return { id, revision: line.revision + 1, act, duplicates, notices };
  }),
);

interface ManyLines {
  ids: readonly number[];
  set: IncomingChange;
  toWritten?: boolean | undefined;
  reason?: string | null | undefined;
  preview: boolean;
  lines?: boolean | undefined;
}

/** One change on many lines in one transaction, which can be watched and stopped before anything is kept. */
async function changeMany(held: EngineParts, { ids, set, toWritten = false, reason, preview, lines: wantsLines = false }: ManyLines, job: Job) {
  const { database } = held;
  const columns = columnsOf(set);
  if (Object.keys(columns).length === 0) throw refuseProblems([{ field: 'set', message: 'Chưa chọn điều gì để đổi.' }]);
  if (toWritten) refuseOtherReceivers(set);
  await refuseBadReply(held, columns.replyId);
  await job.step('Đang đọc các dòng', 0, null);
  const lines = await findIncomings(database, [...new Set(ids)]);
  const before = columns.replyId === null ? await handlingBeforeReply(database, lines) : new Map<number, Handling>();
  const changed = lines.filter((line) => whyKept(line, toWritten) === null).flatMap((line): LineChange[] => {
    const changes = differences(line, withConsequences(line, columns, before.get(line.id)));
    return Object.keys(changes).length === 0 ? [] : [{ id: line.id, changes }];
  });
  const notices = keptNotices(lines, toWritten);
  const kept = new Set(ids).size - changed.length;
  const told = wantsLines ? { lines: changedLines(ids, lines, changed, toWritten) } : {};
  if (preview || changed.length === 0) return { changed: changed.length, kept, act: null, notices, ...told };
  const by = actNow(held, await readSettings(database));
  const act = await changeIncoming(database, { ...by, act: 'update', reason: reason ?? null }, changed, actProgress(job, changed.length));
  await noteUsed(database, by.at, usedIn(columns));
  await job.step('Đang ghi vào sổ', changed.length, changed.length);
  return { changed: changed.length, kept, act, notices, ...told };
}

export const change = implementer.incoming.change.handler(({ input: { job: name, ...wanted }, context }) => context.jobs.run(name, (job) => context.write((held) => changeMany(held, wanted, job))));
