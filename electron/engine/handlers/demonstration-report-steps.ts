import type { KeptObligation } from '../../../shared/contract/owed.ts';
import type { z } from 'zod';
import { addDays } from '../../../shared/domain/dates.ts';
import type { Moment } from '../../../shared/domain/owed-state.ts';
import type { WorkCalendar } from '../../../shared/domain/work-calendar.ts';
import { owedIdOf } from '../storage/tracking-acts.ts';
import type { DemonstrationReports } from './demonstration-files.ts';

type Kept = z.infer<typeof KeptObligation>;
type Cell = string | number | null;

/** One thing that happens to one report, at its minute. */
export type ReportStep = { id: number; at: Moment; obligation: number; n: number } & (
  | { act: 'received'; day: string; time: string | null; partial: boolean; incoming: string | null; note: string | null; figures: readonly Cell[] | null }
  | { act: 'extend'; due: string; reason: string }
  | { act: 'excuse'; reason: string }
);

/** How many days before its last day a report comes, in turn, when nothing else is said of it. */
const usualAhead = [0, 1, 0, 3, 1, 0, 2];

/** What the demonstration says of one obligation. */
export interface Told {
  ahead?: readonly number[] | undefined;
  times?: readonly string[] | undefined;
  except: DemonstrationReports['reports'][number]['except'];
  figures: Readonly<Record<string, readonly (readonly Cell[] | null)[]>>;
}

/** What surrounds an obligation: the day its dispatch was issued, the calendar, the moment after which nothing has happened yet, and agencies by their names. */
export interface Around {
  issuedDate: string;
  calendar: WorkCalendar;
  until: Moment;
  agencyOf: (name: string) => number;
}

/** Everything that happened to the reports of an obligation until a moment: on time where nothing else is told. */
export function stepsOf({ id: obligation, days, duties, recurrence }: Kept, told: Told, { issuedDate, calendar, until, agencyOf }: Around): ReportStep[] {
  const exceptions = new Map(told.except.map((each) => [`${agencyOf(each.agency)} ${each.n}`, each]));
  const figuresOf = new Map(Object.entries(told.figures).map(([name, rows]) => [agencyOf(name), rows]));
  const ahead = told.ahead ?? usualAhead;
  // an office that reports every day does so on Sundays too
  const workingDay = (day: string): string => (recurrence === 'daily' || day <= issuedDate || calendar.isWorkingDay(day) ? day : workingDay(addDays(day, -1)));
  const steps: ReportStep[] = [];
  for (const { n, day: due } of days) {
    for (const [index, duty] of duties.entries()) {
      const key = `${duty.agencyId} ${n}`;
      const said = exceptions.get(key);
      exceptions.delete(key);
      const of = { id: owedIdOf(duty.id, n), obligation, n };
      if (said?.excused) steps.push({ ...of, act: 'excuse', at: `${said.excused.on}T10:00`, reason: said.excused.reason });
      if (said?.extended) steps.push({ ...of, act: 'extend', at: `${said.extended.on}T10:30`, due: said.extended.due, reason: said.extended.reason });
      if (said?.open || said?.excused) continue;
      const usual = workingDay(addDays(said?.extended?.due ?? due, -(ahead[(index + n) % ahead.length] ?? 0)));
      const day = said?.received ?? (usual < issuedDate ? issuedDate : usual);
      const time = said?.at ?? told.times?.[(index + 2 * n) % told.times.length] ?? null;
      steps.push({ ...of, act: 'received', at: `${day}T${time ?? '16:00'}`, day, time, partial: said?.partial ?? false, incoming: said?.incoming ?? null, note: said?.note ?? null, figures: (duty.agencyId === null ? undefined : figuresOf.get(duty.agencyId))?.[n - 1] ?? null });
    }
  }
  const [stray] = exceptions.values();
  if (stray) throw new Error(`the demonstration's ${stray.agency} owes nothing for the ${stray.n}. time of obligation ${obligation}`);
  return steps.filter(({ at }) => at <= until);
}
