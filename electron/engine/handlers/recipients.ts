import { isRealDate, localDay, shortDate, unrealDaySentence } from '../../../shared/domain/dates.ts';
import { type Problem, Refusal } from '../../../shared/domain/refusal.ts';
import { actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { addRecipients, asRecipientRow, changeRecipient, findRecipients, type MarkedColumn, markedColumns, type RecipientLine, recipientsOf } from '../storage/recipient-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { findTrackingAct, recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { expandOnce } from './create-owed.ts';
import { implementer } from './implementer.ts';
import { lineOf } from './line-of.ts';
import { dutiesOf } from './new-obligations.ts';

export const list = implementer.recipients.list.handler(async ({ input: { dispatch }, context }) => {
  await lineOf(context, dispatch);
  return { rows: (await recipientsOf(context.database, dispatch)).map(asRecipientRow) };
});

/** Adds the agencies that lines stand for on the dispatch's day; who is there already stays once. */
export const add = implementer.recipients.add.handler(({ input: { dispatch, lines, role }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const line = await lineOf(held, dispatch);
    if (line.codeNumber === null || line.status === 'reserved' || line.status === 'used') throw new Refusal('NOT_ALLOWED', 'Văn bản chưa cấp số nên chưa gửi đi đâu; ghi nơi nhận ngay trong dự thảo.', { dispatch });
    const expanded = await expandOnce(held, lines, line.issuedDate ?? localDay(held.clock()));
    const known = await recipientsOf(database, dispatch);
    const wanted = dutiesOf(lines, expanded);
    const fresh = wanted.filter(({ agencyId, name }) => !known.some((one) => (agencyId === null ? one.name === name : one.agencyId === agencyId)));
    const notices = [...new Set([...expanded.values()].flatMap((each) => each.notices))];
    if (fresh.length === 0) throw new Refusal('NOT_ALLOWED', wanted.length === 0 ? 'Chưa ghi nơi nào để thêm.' : 'Những nơi này đã có trong danh sách nhận của văn bản.', { dispatch });
    const added = await addRecipients(database, dispatch, fresh.map((place) => ({ ...place, role })));
    const act = await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'add', reason: null }, added.map(({ id }) => ({ subject: 'recipient', id, changes: { id: [null, id] } })));
    const twice = wanted.length - fresh.length;
    return { rows: added.map(asRecipientRow), act, notices: [...notices, ...(twice > 0 ? [`${twice} nơi đã có từ trước nên không thêm lần nữa.`] : [])] };
  }),
);

type Marks = Partial<Pick<RecipientLine, MarkedColumn>>;

/** Notes how and when it went, was taken over or came back, for one or many at once; `preview` only counts. */
export const mark = implementer.recipients.mark.handler(({ input: { ids, set, reason = null, preview }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const wanted = [...new Set(ids)];
    const rows = await findRecipients(database, wanted);
    const missing = wanted.find((id) => !rows.some((row) => row.id === id));
    if (missing !== undefined) throw new Refusal('NOT_FOUND', `Không có nơi nhận mã ${missing}.`, { id: missing });
    const marks: Marks = Object.fromEntries(markedColumns.flatMap((column) => (set[column] === undefined ? [] : [[column, set[column]]])));
    const problems = rows.flatMap((row) => markProblems({ ...row, ...marks }, marks, localDay(held.clock())));
    if (problems.length > 0) throw refuseProblems([...new Map(problems.map((problem) => [problem.message, problem])).values()].slice(0, 20));
    const changes = rows.flatMap((row) => changeOf(row, marks) ?? []);
    const kept = rows.length - changes.length;
    if (preview || changes.length === 0) return { changed: changes.length, kept, act: null, notices: [] };
    for (const { id } of changes) await changeRecipient(database, id, marks);
    const act = await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'mark', reason }, changes);
    return { changed: changes.length, kept, act, notices: [] };
  }),
);

function changeOf(row: RecipientLine, marks: Marks): TrackedChange | null {
  const differing = markedColumns.filter((column) => marks[column] !== undefined && marks[column] !== row[column]);
  return differing.length === 0 ? null : { subject: 'recipient', id: row.id, changes: Object.fromEntries(differing.map((column) => [column, [row[column], marks[column]]])) };
}

const dayNames = { sentDate: 'Ngày gửi', acknowledgedDate: 'Ngày ký nhận', returnedDate: 'Ngày hoàn lại' } as const;

/** Days that are none, lie ahead, or come before the sending. */
function markProblems(row: RecipientLine, marks: Marks, today: string): Problem[] {
  return (Object.keys(dayNames) as (keyof typeof dayNames)[]).flatMap((column) => {
    const day = marks[column];
    if (!day) return [];
    if (!isRealDate(day)) return [{ field: `set.${column}`, message: unrealDaySentence(dayNames[column], day) }];
    if (day > today) return [{ field: `set.${column}`, message: `${dayNames[column]} ${shortDate(day)} còn ở phía trước (hôm nay ${shortDate(today)}); kiểm tra lại ngày.` }];
    return column !== 'sentDate' && row.sentDate !== null && day < row.sentDate ? [{ field: `set.${column}`, message: `«${row.name}»: ${dayNames[column].toLowerCase()} ${shortDate(day)} trước ngày gửi ${shortDate(row.sentDate)}.` }] : [];
  });
}

/** Takes an act back on the recipients that still are as it left them. */
export const undo = implementer.recipients.undo.handler(({ input: { act: actId }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const found = await findTrackingAct(database, actId);
    if (!found || found.changes.some(({ subject }) => subject !== 'recipient')) throw new Refusal('NOT_FOUND', `Không có việc gửi, nhận mã ${actId} để hoàn tác.`, { act: actId });
    if (found.undone) throw new Refusal('NOT_ALLOWED', 'Việc này đã được hoàn tác rồi.', { act: actId });
    if (found.changes.some(({ changes }) => changes.id)) throw new Refusal('NOT_ALLOWED', 'Nơi nhận đã thêm thì giữ lại trong danh sách; không gửi nữa thì ghi ở cột ghi chú.', { act: actId });
    const rows = new Map((await findRecipients(database, found.changes.map(({ id }) => id))).map((row) => [row.id, row]));
    const back = found.changes.flatMap(({ id, changes }): TrackedChange[] => {
      const row = rows.get(id) as Readonly<Record<string, unknown>> | undefined;
      const untouched = row && Object.entries(changes).every(([column, [, after]]) => row[column] === after);
      return untouched ? [{ subject: 'recipient', id, changes: Object.fromEntries(Object.entries(changes).map(([column, [before, after]]) => [column, [after, before]])) }] : [];
    });
    const kept = found.changes.length - back.length;
    if (back.length === 0) throw new Refusal('CHANGED_MEANWHILE', 'Những nơi nhận này đã được sửa sau đó nên không hoàn tác được; sửa từng nơi.', { act: actId });
    for (const { id, changes } of back) await changeRecipient(database, id, Object.fromEntries(Object.entries(changes).map(([column, [, after]]) => [column, after])));
    const act = await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'undo', reason: null, undoOf: actId }, back);
    return { changed: back.length, kept, act, notices: kept > 0 ? [`${kept} nơi đã được sửa sau đó nên giữ nguyên.`] : [] };
  }),
);
