import type { IncomingStatus } from '../../../shared/contract/incoming.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { reportsWith } from '../storage/reports-with.ts';
import { changeIncoming } from '../storage/incoming-repository.ts';
import type { LineChange } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { incomingOf, nameOfIncoming, refuseSettled } from './incoming-line.ts';

/** Cancels, recalls or restores a line: the number stays whatever happens to it. */
function changeStatus(parts: EngineParts, id: number, act: 'cancel' | 'recall' | 'restore', reason: string | null): Promise<{ id: number; status: IncomingStatus; notices?: string[] }> {
  const status: IncomingStatus = act === 'cancel' ? 'cancelled' : act === 'recall' ? 'recalled' : 'registered';
  return parts.write(async (held) => {
    const line = await incomingOf(held, id);
    if (act === 'restore' && line.status === 'registered') throw new Refusal('NOT_ALLOWED', `${nameOfIncoming(line)} đang có hiệu lực, không có gì để khôi phục.`, { id, status: line.status });
    if (act !== 'restore') refuseSettled(line, act === 'cancel' ? 'hủy lần nữa' : 'ghi thu hồi');
    const changes: LineChange['changes'] = { status: [line.status, status], cancelReason: [line.cancelReason, act === 'restore' ? null : reason] };
    await changeIncoming(held.database, { ...actNow(held, await readSettings(held.database)), act, reason }, [{ id, changes }]);
    const notices = act === 'restore' ? [] : await stillReported(held, id);
    return { id, status, ...(notices.length > 0 && { notices }) };
  });
}

/** An agency whose paper is no longer in the book still counts as having reported by it: whether that is so, a person decides. */
async function stillReported({ database }: EngineParts, id: number): Promise<string[]> {
  const reports = await reportsWith(database, id);
  const [first] = reports;
  if (!first) return [];
  const more = reports.length > 1 ? ` và ${formatVietnameseNumber(reports.length - 1)} báo cáo khác` : '';
  return [`Vẫn ghi «${first.agency}» đã báo cáo «${first.what}» hạn ${shortDate(first.day)}${more} bằng văn bản này; nếu chưa có báo cáo thật thì hoàn tác báo cáo ấy ở Theo dõi.`];
}

export const cancel = implementer.incoming.cancel.handler(({ input, context }) => changeStatus(context, input.id, 'cancel', input.reason));

export const recall = implementer.incoming.recall.handler(({ input, context }) => changeStatus(context, input.id, 'recall', input.reason));

export const restore = implementer.incoming.restore.handler(({ input, context }) => changeStatus(context, input.id, 'restore', input.reason ?? null));
