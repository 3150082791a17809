import type { OwedRow } from '../../../shared/contract/owed.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { SignTone } from '../../components/state-sign.tsx';

/** The state of one report as a word with its colour and shape. */
export function stateOf({ state, settled, lateDays, report }: Pick<OwedRow, 'state' | 'settled' | 'lateDays' | 'report'>): { word: string; tone: SignTone; shape: 'full' | 'hollow' | 'bar' } {
  const days = `${formatVietnameseNumber(lateDays)} ngày`;
  if (state === 'done') {
    if (settled === 'excused') return { word: 'Được miễn', tone: 'grey', shape: 'bar' };
    return settled === 'late' ? { word: `Báo cáo muộn ${lateDays > 0 ? days : 'trong ngày'}`, tone: 'amber', shape: 'full' } : { word: 'Đúng hạn', tone: 'green', shape: 'full' };
  }
  const part = report?.partial ? ', đã nhận một phần' : '';
  return state === 'late' ? { word: `${lateDays > 0 ? `Trễ ${days}` : 'Vừa trễ'}${part}`, tone: 'seal', shape: 'full' } : { word: `Chưa đến hạn${part}`, tone: 'ink', shape: 'hollow' };
}

/** `17/08/2020`, `trước 16:00 ngày 17/08/2020`. */
export const dueOf = ({ due, time }: Pick<OwedRow, 'due' | 'time'>): string => (time ? `${time} ngày ${shortDate(due)}` : shortDate(due));

/** What an act on a report is called in its history. */
export const actWords: Record<string, string> = {
  add: 'Giao việc',
  report: 'Nhận báo cáo',
  partial: 'Nhận một phần',
  again: 'Nhận báo cáo thay bản trước',
  enter: 'Nhập số liệu',
  extend: 'Gia hạn',
  excuse: 'Miễn báo cáo',
  withdraw: 'Thôi yêu cầu',
  split: 'Chia cho từng đơn vị',
  change: 'Sửa việc',
  undo: 'Hoàn tác',
};
