import { dayOfMoment, type Moment } from '../../../shared/domain/owed-state.ts';
import { agencyInText } from '../../../shared/letter/agency-in-text.ts';
import type { LateReport, RemindedObligation } from '../../../shared/letter/late-report.ts';
import type { Office } from '../../../shared/letter/office.ts';
import type { EngineParts } from '../engine-parts.ts';
import type { OwedDayInFull } from '../storage/owed-days.ts';
import { standingOf } from '../storage/owed-row.ts';
import { linesOfObligations, type ObligationLines } from '../storage/reminded-obligations.ts';

/** The late ones of these days as letters and lists speak of them, and how many agencies each line of their dispatches stands for. */
export async function lateReportsOf({ database }: Pick<EngineParts, 'database'>, days: readonly OwedDayInFull[], moment: Moment, office: Office | null): Promise<{ reports: LateReport[]; lineSizes: Map<string, number> }> {
  const late = days.map((day) => ({ day, ...standingOf(day, moment) })).filter(({ state }) => state === 'late');
  const lines = await linesOfObligations(database, late.map(({ day }) => day.obligationId));
  const organName = office ? agencyInText(office) : '';
  const obligations = new Map(late.map(({ day }) => [day.obligationId, obligationOf(day, lines.get(day.obligationId), organName)]));
  // one agency printed in two ways by two dispatches is still one: it is called here as it was first
  const names = new Map<number, string>();
  for (const { day } of late) if (day.agencyId !== null && !names.has(day.agencyId)) names.set(day.agencyId, day.name);
  const reports = late.flatMap(({ day, lateDays }): LateReport[] => {
    const obligation = obligations.get(day.obligationId);
    const agency = (day.agencyId === null ? undefined : names.get(day.agencyId)) ?? day.name;
    return obligation ? [{ agency, obligation, day: day.day, extendedTo: day.extendedDay === day.day ? null : day.extendedDay, lateDays }] : [];
  });
  return { reports, lineSizes: new Map([...lines.values()].flatMap((each) => each.lines.map(({ line, agencies }) => [line, agencies] as const))) };
}

function obligationOf(day: OwedDayInFull, known: ObligationLines | undefined, organName: string): RemindedObligation {
  const { what, reportTo, bound, time, recurrence, until, dispatch, code, subject, issuedDate } = day;
  return {
    id: day.obligationId,
    dispatch: { id: dispatch, typeName: known?.typeName ?? '', code: code ?? '', issuedDate, organName, subject },
    lines: known?.lines.map(({ line }) => line) ?? [],
    what,
    reportTo,
    due: known?.due ?? day.day,
    time,
    bound,
    recurrence,
    until,
  };
}

/** A moment as lists say it: a day's end has no hour. */
export const momentInParts = (moment: Moment): { day: string; time: string | null } => ({ day: dayOfMoment(moment), time: moment.endsWith('T24:00') ? null : moment.slice(11) });
