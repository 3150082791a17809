import { instantInWords } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { findOutgoing, type OutgoingLine } from '../storage/outgoing-repository.ts';

/** The line of an id; a refusal when there is none. */
export async function lineOf({ database }: Pick<EngineParts, 'database'>, id: number): Promise<OutgoingLine> {
  const line = await findOutgoing(database, id);
  if (!line) throw new Refusal('NOT_FOUND', `Không có văn bản đi mã ${id}.`, { id });
  return line;
}

/** Refuses the line of a kept number that has passed to its letter: only the letter goes on. */
export function refuseUsed({ id, status, byId }: OutgoingLine): void {
  if (status === 'used') throw new Refusal('NOT_ALLOWED', 'Số giữ này đã dùng cho một văn bản; mở văn bản ấy để làm tiếp.', { id, by: byId });
}

/** Why a line that is no draft cannot be changed, and what can be done instead. */
export function notADraft(line: OutgoingLine, wanted: string): Refusal {
  const { status } = line;
  const code = codeOfLine(line);
  refuseUsed(line);
  const sentence =
    status === 'cancelled'
      ? `Văn bản ${code ?? ''} đã hủy nên không ${wanted} được. Khôi phục nếu hủy nhầm, hoặc soạn văn bản mới.`.replace('  ', ' ')
      : status === 'reserved'
        ? `Số ${code ?? ''} đang được giữ, chưa có văn bản; dùng số giữ này khi cấp số cho dự thảo, hoặc hủy số và ghi lý do.`
        : `Văn bản ${code ?? ''} đã cấp số nên không ${wanted} được. Sai thể thức thì đính chính bằng công văn; sai nội dung thì soạn văn bản thay thế, hoặc hủy số và ghi lý do.`;
  return new Refusal('NOT_ALLOWED', sentence, { status, code });
}

/** The draft is no longer the one the caller has read. */
export const changedMeanwhile = ({ updatedAt, revision }: OutgoingLine): Refusal =>
  new Refusal('CHANGED_MEANWHILE', `Dự thảo này đã được sửa ở nơi khác lúc ${instantInWords(updatedAt)}; mở lại để xem bản mới nhất rồi hãy làm tiếp.`, { revision });
