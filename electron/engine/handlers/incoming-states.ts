import type { IncomingStatus } from '../../../shared/contract/incoming.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { changeIncoming } from '../storage/incoming-repository.ts';
import type { LineChange } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { incomingOf, nameOfIncoming, refuseSettled } from './incoming-line.ts';

/** Cancels, recalls or restores a line: the number stays whatever happens to it. */
function changeStatus(parts: EngineParts, id: number, act: 'cancel' | 'recall' | 'restore', reason: string | null): Promise<{ id: number; status: IncomingStatus }> {
  const status: IncomingStatus = act === 'cancel' ? 'cancelled' : act === 'recall' ? 'recalled' : 'registered';
  return parts.write(async (held) => {
    const line = await incomingOf(held, id);
    if (act === 'restore' && line.status === 'registered') throw new Refusal('NOT_ALLOWED', `${nameOfIncoming(line)} đang có hiệu lực, không có gì để khôi phục.`, { id, status: line.status });
    if (act !== 'restore') refuseSettled(line, act === 'cancel' ? 'hủy lần nữa' : 'ghi thu hồi');
    const changes: LineChange['changes'] = { status: [line.status, status], cancelReason: [line.cancelReason, act === 'restore' ? null : reason] };
    await changeIncoming(held.database, { ...actNow(held, await readSettings(held.database)), act, reason }, [{ id, changes }]);
    return { id, status };
  });
}

export const cancel = implementer.incoming.cancel.handler(({ input, context }) => changeStatus(context, input.id, 'cancel', input.reason));

export const recall = implementer.incoming.recall.handler(({ input, context }) => changeStatus(context, input.id, 'recall', input.reason));

export const restore = implementer.incoming.restore.handler(({ input, context }) => changeStatus(context, input.id, 'restore', input.reason ?? null));
