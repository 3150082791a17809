import type { Outgoing } from '../../shared/contract/outgoing.ts';
import { shortDate } from '../../shared/domain/dates.ts';

/** Who kept the number, when and why, as one sentence. */
export function keptSentence({ history, reservedReason }: Pick<Outgoing, 'history' | 'reservedReason'>): string {
  const kept = history.find(({ act }) => act === 'reserve');
  const who = kept ? `${kept.who || 'Văn thư'} giữ số này ngày ${shortDate(kept.at.slice(0, 10))}` : 'Số giữ';
  return reservedReason ? `${who}: ${reservedReason}` : who;
}
