import { call } from '@orpc/server';
import { localInstant } from '../../../shared/domain/dates.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readCalendar } from '../storage/calendar-repository.ts';
import { obligationsOf } from '../storage/obligation-repository.ts';
import { findOutgoing } from '../storage/outgoing-repository.ts';
import type { DemonstrationReports } from './demonstration-files.ts';
import { demonstrationDay, onDay } from './demonstration-lines.ts';
import { type ReportStep, stepsOf, type Told } from './demonstration-report-steps.ts';
import { excuse, extend } from './owed-extend.ts';
import { add } from './owed-obligations.ts';
import { enter } from './owed-report.ts';
import { recordReport } from './record-report.ts';

/** What the reports of the demonstration speak of by name: dispatches out and in by code, agencies by name. */
export interface ByName {
  outgoing: ReadonlyMap<string, number>;
  incoming: ReadonlyMap<string, number>;
  agencies: ReadonlyMap<string, number>;
}

/**
 * Lays the obligations of registered dispatches and lets the reports of all come in, each act on its day and in the order
 * in which they happened: by the morning of the demonstration's day, or later when it is loaded later.
 */
export async function enterReports(held: EngineParts, { obligations, reports }: DemonstrationReports, { outgoing, incoming, agencies }: ByName): Promise<void> {
  for (const { code, on, laid } of obligations) await call(add, { dispatch: named(outgoing, code), obligations: laid }, { context: onDay(held, on, '16:10:00') });
  const now = localInstant(held.clock()).slice(0, 16);
  const morning = `${demonstrationDay}T09:00`;
  const calendar = await readCalendar(held);
  const around = { calendar, until: now > morning ? now : morning, agencyOf: (name: string) => named(agencies, name) };
  const told = new Map(reports.map(({ code, obligation, ...rest }) => [`${named(outgoing, code)} ${obligation}`, rest]));
  const steps: ReportStep[] = [];
  for (const dispatch of outgoing.values()) {
    const line = await findOutgoing(held.database, dispatch);
    if (line?.status === 'cancelled' || !line?.issuedDate) continue;
    for (const [index, kept] of (await obligationsOf(held.database, dispatch)).entries()) {
      const key = `${dispatch} ${index + 1}`;
      steps.push(...stepsOf(kept, told.get(key) ?? untold, { ...around, issuedDate: line.issuedDate }));
      told.delete(key);
    }
  }
  if (told.size > 0) throw new Error(`the demonstration tells of reports nobody owes: ${[...told.keys()].join(', ')}`);
  for (const together of togetherOf(steps)) await doSteps(held, together, incoming);
}

const untold: Told = { except: [], figures: {} };

function named(ids: ReadonlyMap<string, number>, name: string): number {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`the demonstration has no ${name}`);
  return id;
}

/** In the order of their minutes; plain reports of one obligation and day come in one table. */
function togetherOf(steps: readonly ReportStep[]): ReportStep[][] {
  const alone = (step: ReportStep, index: number): string => (step.act === 'received' && step.time === null && !step.partial && step.incoming === null ? `${step.obligation} ${step.n}` : `${index}`);
  return [...Map.groupBy(steps.map((step, index) => ({ step, key: `${step.at} ${alone(step, index)}` })), ({ key }) => key).values()].map((group) => group.map(({ step }) => step)).sort(([one], [other]) => ((one?.at ?? '') < (other?.at ?? '') ? -1 : 1));
}

async function doSteps(held: EngineParts, steps: readonly ReportStep[], incoming: ReadonlyMap<string, number>): Promise<void> {
  const [step] = steps;
  if (!step) return;
  const context = onDay(held, step.at.slice(0, 10), `${step.at.slice(11)}:00`);
  if (step.act === 'extend') await call(extend, { id: step.id, due: step.due, reason: step.reason }, { context });
  else if (step.act === 'excuse') await call(excuse, { id: step.id, reason: step.reason }, { context });
  else if (step.time !== null || step.partial || step.incoming !== null) {
    const { day, time, partial, figures, note } = step;
    await recordReport(context, step.id, { receivedDate: day, receivedTime: time, partial, incoming: step.incoming === null ? null : named(incoming, step.incoming), figures, note, again: false });
  } else {
    const rows = steps.flatMap((each) => (each.act === 'received' ? [{ id: each.id, figures: each.figures && [...each.figures], note: each.note }] : []));
    await call(enter, { obligation: step.obligation, n: step.n, receivedDate: step.day, rows }, { context });
  }
}
