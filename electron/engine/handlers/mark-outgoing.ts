import { localDay, shortDate } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import type { Job } from '../jobs.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { changeOutgoing, findOutgoings, linksFrom, type OutgoingLine } from '../storage/outgoing-repository.ts';
import { sendingDays } from '../storage/recipient-repository.ts';
import { differences, type LineChange } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { actProgress } from './act-progress.ts';
import { implementer } from './implementer.ts';
import { lapseNotices } from './lapse-notices.ts';
import { lineOf } from './line-of.ts';
import { isGiven, isSettled } from './outgoing-states.ts';
import { refuseSecrecy } from './refuse-secrecy.ts';
import { refuseUnrealDays } from './unreal-days.ts';

const acts = { issued: 'restore', sent: 'send', corrected: 'correct', replaced: 'replace', recalled: 'recall' } as const;
const verbs = { corrected: 'đính chính', replaced: 'thay thế' } as const;

interface Marking {
  ids: readonly number[];
  status: keyof typeof acts;
  by?: number | null | undefined;
  sentDate?: string | null | undefined;
  receipt?: string | null | undefined;
  reason?: string | null | undefined;
  preview: boolean;
}

/** One state on many lines in one transaction, which can be watched and stopped before anything is kept. */
async function markMany(held: EngineParts, { ids, status, by, sentDate, receipt, reason, preview }: Marking, job: Job) {
  const { database } = held;
  refuseUnrealDays({ sentDate });
  await refuseBadLink(held, ids, status, by ?? null);
  if (status !== 'sent' && status !== 'issued' && !reason) throw refuseProblems([{ field: 'reason', message: 'Ghi lý do.' }]);
  const today = localDay(held.clock());
  await job.step('Đang đọc các dòng', 0, null);
  const lines = await findOutgoings(database, [...new Set(ids)]);
  const wanted = (line: OutgoingLine) => ({
    status: status === 'sent' && isSettled(line) ? undefined : status,
    byId: status === 'corrected' || status === 'replaced' ? (by ?? null) : status === 'issued' || (status === 'sent' && !isSettled(line)) ? null : undefined,
    sentDate: status === 'sent' ? (sentDate ?? line.sentDate ?? today) : status === 'issued' ? null : undefined,
    // what was never sent has no receipt either
    receipt: receipt === undefined && status === 'issued' ? null : receipt,
  });
  const changed = lines.filter(isGiven).flatMap((line): LineChange[] => {
    const changes = differences(line, wanted(line));
    return Object.keys(changes).length === 0 ? [] : [{ id: line.id, changes }];
  });
  const barred = lines.filter((line) => !isGiven(line)).length;
  const settled = status === 'sent' ? lines.filter(isSettled).length : 0;
  const early = status === 'sent' ? lines.filter((line) => isGiven(line) && line.issuedDate !== null && (sentDate ?? today) < line.issuedDate) : [];
  const notices = [
    ...(barred > 0 ? [`${barred} dòng chưa có số, đang giữ số hoặc đã hủy giữ nguyên.`] : []),
    ...(settled > 0 ? [`${settled} dòng đã đính chính, thay thế hoặc thu hồi chỉ ghi thêm ngày chuyển, trạng thái giữ nguyên.`] : []),
    ...(status === 'sent' ? await placesLeft(held, changed, lines) : []),
    ...(status === 'issued' ? await placesSent(held, changed) : []),
    ...(await lapseNotices(held, changed)),
    ...(early[0] ? [`Ngày chuyển ${shortDate(sentDate ?? today)} trước ngày văn bản của ${early.length} dòng, như số ${codeOfLine(early[0]) ?? ''}.`] : []),
  ];
  const kept = new Set(ids).size - changed.length;
  if (preview || changed.length === 0) return { changed: changed.length, kept, act: null, notices };
  const act = await changeOutgoing(database, { ...actNow(held, await readSettings(database)), act: acts[status], reason: reason ?? null }, changed, actProgress(job, changed.length));
  await job.step('Đang ghi vào sổ', changed.length, changed.length);
  return { changed: changed.length, kept, act, notices };
}

/** Says how many recipients of dispatches that are sent have no day of their own: the book does not guess how each of them got it. */
async function placesLeft({ database }: EngineParts, changed: readonly LineChange[], lines: readonly OutgoingLine[]): Promise<string[]> {
  const days = await sendingDays(database, changed.map(({ id }) => id));
  const left = days.filter(({ sentDate }) => sentDate === null);
  const [first] = left;
  if (!first) return [];
  const dispatches = new Set(left.map(({ outgoingId }) => outgoingId)).size;
  if (dispatches > 1) return [`Còn ${formatVietnameseNumber(left.length)} nơi nhận của ${formatVietnameseNumber(dispatches)} văn bản chưa ghi ngày gửi ở «Gửi đến từng nơi».`];
  const line = lines.find(({ id }) => id === first.outgoingId);
  const all = days.filter(({ outgoingId }) => outgoingId === first.outgoingId).length;
  return [`Văn bản ${line ? (codeOfLine(line) ?? '') : ''} còn ${formatVietnameseNumber(left.length)}/${formatVietnameseNumber(all)} nơi chưa ghi ngày gửi ở «Gửi đến từng nơi».`];
}

/** Says how many recipients of dispatches that are no longer sent keep their day: who was handed a copy is not taken back by that. */
async function placesSent({ database }: EngineParts, changed: readonly LineChange[]): Promise<string[]> {
  const days = await sendingDays(database, changed.flatMap(({ id, changes }) => (changes.status?.[0] === 'sent' ? [id] : [])));
  const sent = days.filter(({ sentDate }) => sentDate !== null).length;
  return sent === 0 ? [] : [`${formatVietnameseNumber(sent)} nơi nhận vẫn giữ ngày gửi ở «Gửi đến từng nơi»; nơi nào chưa gửi thì bỏ ngày ở đó.`];
}

export const mark = implementer.outgoing.mark.handler(({ input: { job: name, ...wanted }, context }) => context.jobs.run(name, (job) => context.write((held) => markMany(held, wanted, job))));

async function refuseBadLink(held: EngineParts, ids: readonly number[], status: keyof typeof acts, by: number | null): Promise<void> {
  if (status !== 'corrected' && status !== 'replaced') return;
  if (by === null) throw refuseProblems([{ field: 'by', message: `Chọn văn bản ${verbs[status]} văn bản này.` }]);
  if (ids.includes(by)) throw refuseProblems([{ field: 'by', message: `Văn bản không tự ${verbs[status]} chính nó; chọn văn bản khác.` }]);
  const line = await lineOf(held, by);
  if (!isGiven(line)) throw refuseProblems([{ field: 'by', message: `Văn bản dùng để ${verbs[status]} phải đã có số và còn hiệu lực.` }]);
  const links = await linksFrom(held.database, by);
  if (ids.some((id) => links.includes(id))) throw refuseProblems([{ field: 'by', message: `Văn bản ${codeOfLine(line) ?? ''} đã được chính văn bản này đính chính hoặc thay thế; hai văn bản không thay nhau qua lại, chọn văn bản khác.` }]);
}

export const note = implementer.outgoing.note.handler(({ input: { id, ...given }, context }) =>
  context.write(async (held) => {
    refuseUnrealDays({ sentDate: given.sentDate });
    refuseSecrecy({ note: given.note });
    const line = await lineOf(held, id);
    if (line.codeNumber === null) throw new Refusal('NOT_ALLOWED', 'Dự thảo chưa có số nên chưa có dòng trong sổ để ghi chú.', { id });
    const changes = differences(line, given);
    if (Object.keys(changes).length === 0) return { changed: 0, kept: 1, act: null, notices: [] };
    const act = await changeOutgoing(held.database, { ...actNow(held, await readSettings(held.database)), act: 'note', reason: null }, [{ id, changes }]);
    return { changed: 1, kept: 0, act, notices: [] };
  }),
);
