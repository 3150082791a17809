import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { EngineParts } from '../engine-parts.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { findOutgoings, type OutgoingLine } from '../storage/outgoing-repository.ts';
import { sendingDays } from '../storage/recipient-repository.ts';
import { differences, type LineChange } from '../storage/register-acts.ts';
import { isSettled } from './outgoing-states.ts';

/** How far a dispatch has gone out to its recipients. */
export interface Sending {
  line: OutgoingLine;
  /** How many recipients it has, and how many of them no day of sending is noted for. */
  amount: number;
  unsent: number;
  /** The last of those days. */
  last: string | null;
}

/** How far these dispatches have gone out; `wanted` are days about to be written, by recipient. */
export async function readSendings({ database }: Pick<EngineParts, 'database'>, dispatches: readonly number[], wanted: ReadonlyMap<number, string | null> = new Map()): Promise<Sending[]> {
  const days = (await sendingDays(database, dispatches)).map(({ id, outgoingId, sentDate }) => ({ outgoingId, day: wanted.has(id) ? (wanted.get(id) ?? null) : sentDate }));
  const byDispatch = Map.groupBy(days, ({ outgoingId }) => outgoingId);
  return (await findOutgoings(database, [...byDispatch.keys()])).map((line) => {
    const sent = (byDispatch.get(line.id) ?? []).flatMap(({ day }) => (day === null ? [] : [day]));
    const amount = byDispatch.get(line.id)?.length ?? 0;
    return { line, amount, unsent: amount - sent.length, last: sent.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null) };
  });
}

/**
 * What the register is to say of dispatches every recipient of which has its day of sending: an issued one is sent on
 * the last of those days; one already corrected, replaced or recalled stays that and gets the day it lacks.
 */
export function sentInFull(sendings: readonly Sending[]): { lines: LineChange[]; notices: string[] } {
  const gone = sendings.filter(({ unsent, line }) => unsent === 0 && (line.status === 'issued' || (isSettled(line) && line.sentDate === null)));
  const lines = gone.map(({ line, last }) => ({ id: line.id, changes: differences(line, { status: line.status === 'issued' ? 'sent' : undefined, sentDate: last }) }));
  const sent = gone.filter(({ line }) => line.status === 'issued');
  const kept = gone.length - sent.length;
  return {
    lines,
    notices: [
      ...(sent.length > 1 ? [`${formatVietnameseNumber(sent.length)} văn bản đã gửi đủ các nơi nên ghi «Đã gửi».`] : sent.map(({ line, amount }) => `Văn bản ${codeOfLine(line) ?? ''} đã gửi đủ ${formatVietnameseNumber(amount)} nơi nên ghi «Đã gửi».`)),
      ...(kept > 0 ? [`${formatVietnameseNumber(kept)} văn bản đã đính chính, thay thế hoặc thu hồi chỉ ghi thêm ngày chuyển, trạng thái giữ nguyên.`] : []),
    ],
  };
}

/** Says of dispatches the book calls sent how many of their recipients have no day of sending: they are not un-sent by that. */
export function sentInPart(sendings: readonly Sending[]): string[] {
  const open = sendings.filter(({ line, unsent }) => line.status === 'sent' && unsent > 0);
  const [only] = open;
  if (!only) return [];
  const unsent = formatVietnameseNumber(open.reduce((sum, each) => sum + each.unsent, 0));
  return open.length === 1
    ? [`Văn bản ${codeOfLine(only.line) ?? ''} vẫn ghi «Đã gửi», còn ${unsent}/${formatVietnameseNumber(only.amount)} nơi chưa ghi ngày gửi.`]
    : [`${formatVietnameseNumber(open.length)} văn bản vẫn ghi «Đã gửi», còn ${unsent} nơi chưa ghi ngày gửi.`];
}

/** Says of which dispatches a day of sending comes before their own day. */
export function sentEarly(sendings: readonly Sending[], sentDate: string | null | undefined): string[] {
  const early = sentDate ? sendings.filter(({ line }) => line.issuedDate !== null && sentDate < line.issuedDate) : [];
  return early[0] && sentDate ? [`Ngày gửi ${shortDate(sentDate)} trước ngày ${shortDate(early[0].line.issuedDate ?? '')} của văn bản ${codeOfLine(early[0].line) ?? ''}${early.length > 1 ? ` và ${formatVietnameseNumber(early.length - 1)} văn bản khác` : ''}; kiểm tra lại ngày.`] : [];
}

/** What to do when the dispatch has not gone out at all. */
export const unsendHint = 'Nếu văn bản chưa gửi đi thì trả về «Đã cấp số».';
