import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { Obligation } from '../../../shared/letter/letter.ts';

export const recurrenceWords: Record<NonNullable<Obligation['recurrence']>, string> = {
  daily: 'hằng ngày',
  'working-days': 'mỗi ngày làm việc',
  weekly: 'hằng tuần',
  monthly: 'hằng tháng',
  quarterly: 'hằng quý',
  'half-yearly': '6 tháng một lần',
  yearly: 'hằng năm',
};

/** When it is due, as a clerk says it: `hết ngày 17/08/2020`, `16:00 hằng ngày, 15/08/2020 – 20/08/2020`, `5 ngày làm việc từ ngày ký`. */
export function dueInWords({ due, time, recurrence, until, within }: Pick<Obligation, 'due' | 'time' | 'recurrence' | 'until' | 'within'>): string {
  if (due === null && recurrence) return `${recurrenceWords[recurrence]}, chưa rõ lần đầu`;
  if (due === null) return within ? `${formatVietnameseNumber(within.amount)} ngày${within.unit === 'working-days' ? ' làm việc' : ''} từ ngày ký` : 'chưa có hạn';
  if (recurrence) return `${time ? `${time} ` : ''}${recurrenceWords[recurrence]}, ${until ? `${shortDate(due)} – ${shortDate(until)}` : `từ ${shortDate(due)}, chưa định ngày thôi`}`;
  return time ? `${time} ngày ${shortDate(due)}` : `hết ngày ${shortDate(due)}`;
}
