import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import { dayNumber } from '../../../shared/domain/dates.ts';

/** How a due date stands to today: `quá 3 ngày`, `hôm nay`, `còn 2 ngày`. */
export interface DueWords {
  word: string;
  tone: 'late' | 'soon';
}

/** Days ahead that are told of; the view «Sắp đến hạn» counts the same. */
const soon = 3;

/** What to say of the due date of an open line; null when nothing presses. */
export function dueWords({ dueDate, handling, status }: Pick<IncomingRow, 'dueDate' | 'handling' | 'status'>, today: string): DueWords | null {
  if (dueDate === null || handling === 'done' || status !== 'registered') return null;
  const left = (dayNumber(dueDate) ?? 0) - (dayNumber(today) ?? 0);
  if (left < 0) return { word: `quá ${-left} ngày`, tone: 'late' };
  if (left === 0) return { word: 'hôm nay', tone: 'soon' };
  return left <= soon ? { word: `còn ${left} ngày`, tone: 'soon' } : null;
}
