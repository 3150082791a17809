import { shortDate } from '../../../shared/domain/dates.ts';
import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { agencyKey } from '../../../shared/domain/directory/agency-key.ts';
import { daysOfRecurrence, daysSoFar, mostRecurringDays } from '../../../shared/domain/recurrence.ts';
import type { Problem } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { endOfTerm, type WorkCalendar } from '../../../shared/domain/work-calendar.ts';
import { hasWords } from '../../../shared/letter/visible-text.ts';
import type { Obligation } from '../../../shared/letter/letter.ts';
import { obligationProblems } from '../../../shared/letter/letter-problems.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import type { NewDuty, NewObligation } from '../storage/obligation-repository.ts';
import type { ExpandedLine } from '../../../shared/contract/groups.ts';

/** Obligations as they are to be kept, and what was noticed while their days were counted. */
export interface CountedObligations {
  obligations: NewObligation[];
  notices: string[];
}

/** Everything that keeps an obligation from being watched; nothing when it can be. */
export function problemsOf(obligation: Obligation, index: number, calendar: WorkCalendar, today: string): Problem[] {
  const found = obligationProblems(obligation, index);
  if (found.length > 0) return found;
  const unreal = (['due', 'until'] as const).flatMap((field) => {
    const day = obligation[field];
    const message = day ? dayProblem(field === 'due' ? 'Hạn' : 'Ngày cuối', day) : null;
    return message === null ? [] : [{ field: `obligations.${index}.${field}`, message }];
  });
  if (unreal.length > 0 || obligation.due === null) return unreal;
  const days = daysOf(obligation.due, obligation, calendar, today);
  return typeof days === 'string' ? [{ field: `obligations.${index}.until`, message: `Việc «${obligation.what}»: ${days}` }] : [];
}

/** Counts the days of obligations from the day of issue and names each agency once. Refuses (INPUT_INVALID) what cannot be watched. */
export function countObligations(wanted: readonly Obligation[], { issuedDate, expanded, calendar, today }: { issuedDate: string; expanded: ReadonlyMap<string, ExpandedLine>; calendar: WorkCalendar; today: string }): CountedObligations {
  const problems = wanted.flatMap((obligation, index) => problemsOf(obligation, index, calendar, today));
  if (problems.length > 0) throw refuseProblems(problems);
  const notices: string[] = [];
  const obligations = wanted.map((obligation): NewObligation => {
    const { what, time, recurrence, until = null, within } = obligation;
    const name = `Việc «${what}»`;
    const term = obligation.due === null && within ? endOfTerm(calendar, { from: issuedDate, ...within }) : null;
    const due = obligation.due ?? term?.due ?? issuedDate;
    const days = daysOf(due, obligation, calendar, today);
    if (typeof days === 'string') throw refuseProblems([{ field: 'obligations', message: `${name}: ${days}` }]);
    if (recurrence !== null && !until) notices.push(`${name} lặp lại, chưa có ngày cuối: theo dõi tiếp từng kỳ cho đến khi định ngày thôi.`);
    if (due < issuedDate) notices.push(`${name} có hạn ${shortDate(due)}, trước ngày ký ${shortDate(issuedDate)}; vẫn theo dõi theo hạn đã ghi.`);
    const years = new Set([...(term?.unconfirmedYears ?? []), ...(recurrence === 'working-days' ? days.map((day) => Number(day.slice(0, 4))).filter((year) => !calendar.isConfirmed(year)) : [])]);
    if (years.size > 0) notices.push(`${name}: lịch nghỉ năm ${[...years].join(', ')} chưa được xác nhận nên hạn có thể đổi; xác nhận lịch ở Cài đặt rồi xem lại.`);
    return {
      what,
      reportTo: obligation.reportTo ?? null,
      bound: obligation.bound ?? null,
      due,
      time,
      recurrence,
      until: recurrence && until ? until : null,
      rule: term?.rule ?? null,
      columns: obligation.columns ?? [],
      sentence: obligation.sentence ?? null,
      days,
      duties: dutiesOf(obligation.agencies, expanded),
    };
  });
  return { obligations, notices };
}

/** The days of an obligation that are to be there today, or in words why there are none that could be watched. */
export function daysOf(due: string, { recurrence, until, bound, time }: Pick<Obligation, 'recurrence' | 'until' | 'bound' | 'time'>, calendar: WorkCalendar, today: string): string[] | string {
  if (recurrence === null) return [due];
  if (until && until < due) return `kết thúc ${shortDate(until)}, trước lần đầu ${shortDate(due)}; sửa một trong hai ngày.`;
  const recurring = { due, recurrence, bound: bound ?? null, time };
  try {
    const days = until ? daysOfRecurrence({ ...recurring, until }, calendar) : daysSoFar(recurring, today, calendar);
    return days.length > 0 ? days : `từ ${shortDate(due)} đến ${shortDate(until ?? due)} không có ngày làm việc nào; sửa ngày cuối.`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const most = formatVietnameseNumber(mostRecurringDays);
    if (until) return `từ ${shortDate(due)} đến ${shortDate(until)} có quá ${most} lần báo cáo; ghi ngày cuối gần hơn.`;
    return `từ ${shortDate(due)} đến nay có quá ${most} lần báo cáo; ghi lần đầu muộn hơn, hoặc ghi ngày cuối.`;
  }
}

/** The agencies of lines, each once, in the order of the lines. */
export function dutiesOf(lines: readonly string[], expanded: ReadonlyMap<string, ExpandedLine>): NewDuty[] {
  const duties = new Map<string, NewDuty>();
  for (const line of lines.filter(hasWords)) {
    const agencies = expanded.get(line)?.agencies ?? [];
    // a line of which the directory knows nothing, or a group nobody belongs to that day, is kept as written
    const known = agencies.some(({ id }) => id !== null);
    for (const { id, name } of known ? agencies : [{ id: null, name: line }]) {
      // «Sở Y tế» and «SỞ Y TẾ» are one, though the directory knows neither
      const key = id === null ? `n:${agencyKey(name) || name}` : `a:${id}`;
      if (!duties.has(key)) duties.set(key, { line, agencyId: id, name });
    }
  }
  return [...duties.values()];
}
