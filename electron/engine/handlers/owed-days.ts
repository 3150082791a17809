import { shortDate } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { findOwedDays, type OwedDayInFull } from '../storage/owed-days.ts';
import { endedStatuses } from '../storage/owed-scope.ts';

/** «UBND huyện Kim Thành», of «báo cáo kết quả» due 15/08/2020: how a day owed is called in sentences. */
export const nameOfDay = ({ name, what, day }: Pick<OwedDayInFull, 'name' | 'what' | 'day'>): string => `«${name}» với việc «${what}» hạn ${shortDate(day)}`;

const endedIn: Record<(typeof endedStatuses)[number], string> = { cancelled: 'đã hủy', recalled: 'đã thu hồi', replaced: 'đã được thay thế' };

/** Why nobody owes it any more, or null. */
export function whyEnded({ status, code, cancelReason, what, withdrawnReason }: Pick<OwedDayInFull, 'status' | 'code' | 'cancelReason' | 'what' | 'withdrawnReason'>): string | null {
  const ended = endedStatuses.find((each) => each === status);
  if (ended) return `Văn bản ${code ?? ''} ${endedIn[ended]}${cancelReason ? ` (${cancelReason})` : ''} nên không còn ai phải báo cáo theo văn bản ấy.`;
  return withdrawnReason === null ? null : `Việc «${what}» của văn bản ${code ?? ''} đã thôi yêu cầu (${withdrawnReason}) nên không còn ai phải báo cáo.`;
}

/** The days of these ids, each once; refuses an id that is none and, for an act, what nobody owes any more. */
export async function owedDaysOf({ database }: Pick<EngineParts, 'database'>, ids: readonly number[], toAct: boolean): Promise<OwedDayInFull[]> {
  const wanted = [...new Set(ids)];
  const days = await findOwedDays(database, wanted);
  const found = new Set(days.map(({ id }) => id));
  const missing = wanted.find((id) => !found.has(id));
  if (missing !== undefined) throw new Refusal('NOT_FOUND', `Không có việc phải báo cáo mã ${missing}.`, { id: missing });
  const ended = toAct ? days.find((day) => whyEnded(day) !== null) : undefined;
  if (ended) throw new Refusal('NOT_ALLOWED', whyEnded(ended) ?? '', { id: ended.id });
  return days;
}

/** Ids given one by one or as a list. */
export function idsGiven({ id, ids }: { id?: number | undefined; ids?: readonly number[] | undefined }): number[] {
  const given = [...(id === undefined ? [] : [id]), ...(ids ?? [])];
  if (given.length === 0) throw new Refusal('INPUT_INVALID', 'Chưa chọn việc nào.', { problems: [{ field: 'ids', message: 'Chưa chọn việc nào.' }] });
  return given;
}
