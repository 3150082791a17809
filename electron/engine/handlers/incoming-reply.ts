import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { findOutgoing } from '../storage/outgoing-repository.ts';

/** Refuses as an answer what is no dispatch (any more); the answer a line already has stays, whatever became of it. */
export async function refuseBadReply({ database }: EngineParts, replyId: number | null | undefined, present: number | null = null): Promise<void> {
  if (replyId == null || replyId === present) return;
  const reply = await findOutgoing(database, replyId);
  if (!reply) throw new Refusal('NOT_FOUND', `Không có văn bản đi mã ${replyId} để ghi là văn bản trả lời.`, { replyId });
  const why = { cancelled: 'đã hủy', reserved: 'mới là số giữ, chưa có văn bản', used: 'là số giữ đã dùng cho văn bản khác' }[reply.status as string];
  if (why) throw new Refusal('NOT_ALLOWED', `Văn bản đi ${codeOfLine(reply) ?? `mã ${replyId}`} ${why} nên không ghi là văn bản trả lời được; chọn văn bản khác.`, { replyId, status: reply.status });
}
