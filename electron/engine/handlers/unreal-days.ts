import { isRealDate, unrealDaySentence } from '../../../shared/domain/dates.ts';
import { refuseProblems } from '../refusal-to-error.ts';

const dayNames: Readonly<Record<string, string>> = { arrivalDate: 'Ngày đến', issuedDate: 'Ngày văn bản', handedDate: 'Ngày chuyển', sentDate: 'Ngày chuyển', dueDate: 'Hạn giải quyết' };

/** Refuses the days, by their fields, that are not in the calendar; what is empty or left out is no day. */
export function refuseUnrealDays(days: Readonly<Record<string, string | null | undefined>>): void {
  const problems = Object.entries(days).flatMap(([field, day]) => (day && !isRealDate(day) ? [{ field, message: unrealDaySentence(dayNames[field] ?? 'Ngày', day) }] : []));
  if (problems.length > 0) throw refuseProblems(problems);
}

interface ListedDays {
  from?: string | undefined;
  to?: string | undefined;
  columns?: Readonly<Record<string, unknown>> | undefined;
}

const dayColumns = ['issuedFrom', 'issuedTo', 'dueFrom', 'dueTo', 'handedFrom', 'handedTo'] as const;

/** Refuses a list asked for days that are not in the calendar. */
export function refuseUnrealSpan({ from, to, columns = {} }: ListedDays): void {
  refuseUnrealDays({ from, to, ...Object.fromEntries(dayColumns.map((name) => [name, columns[name] as string | undefined])) });
}
