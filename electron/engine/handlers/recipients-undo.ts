import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { addRecipients, changeRecipient, findRecipients, isListed, markedColumns, type NewRecipient, type RecipientLine, recipientsOf, removeRecipient } from '../storage/recipient-repository.ts';
import type { Act } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { findTrackingAct, recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { implementer } from './implementer.ts';
import { apartFromSending, sendInRegister, unsendInRegister, withSending } from './send-in-register.ts';
import { readSendings, sentInFull, sentInPart, unsendHint } from './sent-in-full.ts';

/** One recipient brought back to what it was, and whether its dispatch has gone further or less far by that. */
interface BackOne {
  change: TrackedChange;
  dispatch: number;
  sending: boolean;
}

/**
 * Takes an act back on the recipients that still are as it left them: one that was added is taken out again unless
 * something was noted on it since. A dispatch that was sent by the act is not sent any more; an undo is an act too, and can be undone.
 */
export const undo = implementer.recipients.undo.handler(({ input: { act: actId }, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const found = await findTrackingAct(database, actId);
    if (!found || found.changes.some(({ subject }) => subject !== 'recipient')) throw new Refusal('NOT_FOUND', `Không có việc gửi, nhận mã ${actId} để hoàn tác.`, { act: actId });
    if (found.undone) throw new Refusal('NOT_ALLOWED', 'Việc này đã được hoàn tác rồi.', { act: actId });
    const { own, act: sentBy } = apartFromSending(found.changes);
    const rows = new Map((await findRecipients(database, own.map(({ id }) => id))).map((row) => [row.id, row]));
    const back: BackOne[] = [];
    for (const change of own) {
      const one = await takeBack(held, change, rows.get(change.id));
      if (one) back.push(one);
    }
    const kept = own.length - back.length;
    if (back.length === 0) throw new Refusal('CHANGED_MEANWHILE', 'Những nơi nhận này đã được sửa sau đó nên không hoàn tác được; sửa từng nơi.', { act: actId });
    const by = actNow(held, await readSettings(database));
    const register = await settleRegister(held, by, back, sentBy);
    const act = await recordTracking(database, { ...by, act: 'undo', reason: null, undoOf: actId }, withSending(back.map(({ change }) => change), register.act));
    return { changed: back.length, kept, act, notices: [...(kept > 0 ? [`${kept} nơi đã được sửa sau đó nên giữ nguyên.`] : []), ...register.notices] };
  }),
);

/** Takes one change back; null when the recipient is no longer as the change left it. */
async function takeBack(held: EngineParts, { subject, id, changes }: TrackedChange, row: RecipientLine | undefined): Promise<BackOne | null> {
  const { database } = held;
  if (changes.id?.[1] === null) return putBack(held, id, Object.fromEntries(Object.entries(changes).map(([column, [before]]) => [column, before])) as unknown as RecipientLine);
  if (!row) return null;
  if (changes.id) {
    if (markedColumns.some((column) => row[column] !== null)) return null;
    await removeRecipient(database, id);
    const { role, line, agencyId, name, outgoingId } = row;
    return { change: { subject, id, changes: Object.fromEntries(Object.entries({ id, outgoingId, role, line, agencyId, name }).map(([column, value]) => [column, [value, null]])) }, dispatch: outgoingId, sending: true };
  }
  if (!Object.entries(changes).every(([column, [, after]]) => (row as Readonly<Record<string, unknown>>)[column] === after)) return null;
  await changeRecipient(database, id, Object.fromEntries(Object.entries(changes).map(([column, [before]]) => [column, before])));
  return { change: { subject, id, changes: Object.fromEntries(Object.entries(changes).map(([column, [before, after]]) => [column, [after, before]])) }, dispatch: row.outgoingId, sending: changes.sentDate !== undefined };
}

/** A recipient that was taken out of its list stands in it again, behind the others; null when it was added anew meanwhile. */
async function putBack({ database }: EngineParts, id: number, { outgoingId, role, line, agencyId, name }: NewRecipient & { outgoingId: number }): Promise<BackOne | null> {
  if (isListed(await recipientsOf(database, outgoingId), { agencyId, name })) return null;
  await addRecipients(database, outgoingId, [{ id, role, line, agencyId, name }]);
  return { change: { subject: 'recipient', id, changes: { id: [null, id] } }, dispatch: outgoingId, sending: true };
}

/** The register follows: dispatches `sentBy` called sent are not any more, those that have now gone to everyone are. */
async function settleRegister(held: EngineParts, by: Act, back: readonly BackOne[], sentBy: number | null): Promise<{ act: number | null; notices: string[] }> {
  const dispatches = [...new Set(back.filter(({ sending }) => sending).map(({ dispatch }) => dispatch))];
  const open = (await readSendings(held, dispatches)).filter(({ unsent }) => unsent > 0);
  const unsent = sentBy === null ? [] : (await unsendInRegister(held, by, sentBy, new Set(open.map(({ line }) => line.id)))).filter(({ changes }) => changes.status);
  const sendings = await readSendings(held, dispatches);
  const { lines, notices } = sentInFull(sendings);
  const act = await sendInRegister(held.database, by, lines);
  const still = sentInPart(sendings);
  const codes = new Map(open.map(({ line }) => [line.id, codeOfLine(line)]));
  const returned = unsent.length === 0 ? [] : [`${unsent.length === 1 ? `Văn bản ${codes.get(unsent[0]?.id ?? 0) ?? ''}` : `${formatVietnameseNumber(unsent.length)} văn bản`} trở lại «Đã cấp số».`];
  return { act, notices: [...returned, ...notices, ...still, ...(still.length > 0 ? [unsendHint] : [])] };
}
