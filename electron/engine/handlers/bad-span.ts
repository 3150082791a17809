import { shortDate } from '../../../shared/domain/dates.ts';
import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { refuseProblems } from '../refusal-to-error.ts';

/** The days a list is asked for; those left out are not given. */
export interface AskedSpan {
  from?: string | undefined;
  to?: string | undefined;
}

/** Refuses days of a span that are not in the calendar, and a span that ends before it begins or is longer than so many days. */
export function refuseBadSpan(span: AskedSpan, mostDays = Number.POSITIVE_INFINITY): void {
  const problems = (['from', 'to'] as const).flatMap((field) => {
    const day = span[field];
    const message = day === undefined ? null : dayProblem(field === 'from' ? 'Từ ngày' : 'Đến ngày', day);
    return message === null ? [] : [{ field, message }];
  });
  const { from, to } = span;
  if (problems.length === 0 && from !== undefined && to !== undefined && (to < from || Date.parse(to) - Date.parse(from) > mostDays * 86_400_000)) {
    const long = mostDays < Number.POSITIVE_INFINITY ? `, hoặc dài quá ${mostDays} ngày` : '';
    problems.push({ field: 'to', message: `Khoảng từ ${shortDate(from)} đến ${shortDate(to)} ngược${long}; chọn lại.` });
  }
  if (problems.length > 0) throw refuseProblems(problems);
}

/** A span whose empty days count as left out, as lists take them from fields nobody has filled. */
export const filledSpan = ({ from, to }: AskedSpan): AskedSpan => ({ from: from || undefined, to: to || undefined });
