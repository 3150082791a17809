import { isRealDate, localDay, shortDate, unrealDaySentence } from '../../../shared/domain/dates.ts';
import { type Problem, Refusal } from '../../../shared/domain/refusal.ts';
import { actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { addRecipients, asRecipientRow, changeRecipient, findRecipients, isListed, type MarkedColumn, markedColumns, type RecipientLine, recipientsOf } from '../storage/recipient-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { expandOnce } from './create-owed.ts';
import { implementer } from './implementer.ts';
import { lineOf } from './line-of.ts';
import { dutiesOf } from './new-obligations.ts';
import { sendInRegister, withSending } from './send-in-register.ts';
import { readSendings, sentEarly, sentInFull, sentInPart, unsendHint } from './sent-in-full.ts';

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
    const fresh = wanted.filter((place) => !isListed(known, place));
    const notices = [...new Set([...expanded.values()].flatMap((each) => each.notices))];
    if (fresh.length === 0) throw new Refusal('NOT_ALLOWED', wanted.length === 0 ? 'Chưa ghi nơi nào để thêm.' : 'Những nơi này đã có trong danh sách nhận của văn bản.', { dispatch });
    const added = await addRecipients(database, dispatch, fresh.map((place) => ({ ...place, role })));
    const act = await recordTracking(database, { ...actNow(held, await readSettings(database)), act: 'add', reason: null }, added.map(({ id }) => ({ subject: 'recipient', id, changes: { id: [null, id] } })));
    const twice = wanted.length - fresh.length;
    const unsent = sentInPart(await readSendings(held, [dispatch]));
    return { rows: added.map(asRecipientRow), act, notices: [...notices, ...(twice > 0 ? [`${twice} nơi đã có từ trước nên không thêm lần nữa.`] : []), ...unsent] };
  }),
);

type Marks = Partial<Pick<RecipientLine, MarkedColumn>>;

/**
 * Notes how and when it went, was taken over or came back, for one or many at once; `preview` only counts. A dispatch that
 * has gone to all its recipients by it is sent in the register too, and says so.
 */
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
    const sending = changes.filter((change) => change.changes.sentDate);
    const dispatchOf = new Map(rows.map(({ id, outgoingId }) => [id, outgoingId]));
    const sendings = await readSendings(held, sending.map(({ id }) => dispatchOf.get(id) ?? 0), new Map(sending.map(({ id }) => [id, marks.sentDate ?? null])));
    const { lines, notices: gone } = sentInFull(sendings);
    // a day taken away from one recipient does not un-send a dispatch: that is said, and left to people
    const open = marks.sentDate === null ? sentInPart(sendings) : [];
    const notices = [...sentEarly(sendings, marks.sentDate), ...gone, ...open, ...(open.length > 0 ? [unsendHint] : [])];
    if (preview || changes.length === 0) return { changed: changes.length, kept, act: null, notices };
    for (const { id } of changes) await changeRecipient(database, id, marks);
    const by = actNow(held, await readSettings(database));
    const act = await recordTracking(database, { ...by, act: 'mark', reason }, withSending(changes, await sendInRegister(database, by, lines)));
    return { changed: changes.length, kept, act, notices };
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
