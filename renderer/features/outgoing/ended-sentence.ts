import type { HistoryEntry, Outgoing } from '../../../shared/contract/outgoing.ts';

const acts: Partial<Record<Outgoing['status'], [HistoryEntry['act'], string]>> = { used: ['use', 'Số giữ này đã dùng'], cancelled: ['cancel', 'Đã hủy'], corrected: ['correct', 'Đã đính chính'], replaced: ['replace', 'Đã thay thế'], recalled: ['recall', 'Đã thu hồi'] };

/** What became of a line, with the reason last given; null while it is in force as it was issued. */
export function endedSentence({ status, history, by }: Pick<Outgoing, 'status' | 'history' | 'by'>): string | null {
  const known = acts[status];
  if (!known) return null;
  const [act, words] = known;
  const reason = history.findLast((entry) => entry.act === act)?.reason;
  return `${words}${reason ? `: ${reason}` : ''}${by ? '. Xem' : ''}`;
}
