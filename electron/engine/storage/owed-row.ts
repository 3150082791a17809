import type { Kysely } from 'kysely';
import type { OwedReport, OwedRow } from '../../../shared/contract/owed.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { dayOfMoment, hasCome, type Moment, standingAt } from '../../../shared/domain/owed-state.ts';
import type { StandingObligation } from './owed-scope.ts';
import type { Database } from './schema.ts';
import { owedIdOf } from './tracking-acts.ts';

/** One day of one duty as it is read, with what happened on it, if anything did. */
export interface OwedDay {
  obligationId: number;
  n: number;
  day: string;
  instant: string;
  dutyId: number;
  ordinal: number;
  name: string;
  agencyId: number | null;
  extendedDay: string | null;
  extendedInstant: string | null;
  excuseReason: string | null;
  receivedDate: string | null;
  receivedInstant: string | null;
  complete: number | null;
  incomingId: number | null;
  figures: string | null;
  note: string | null;
}

type Incomings = ReadonlyMap<number, NonNullable<OwedReport['incoming']>>;

/** The incoming dispatches these days' reports came with. */
export async function incomingsOf(database: Kysely<Database>, days: readonly Pick<OwedDay, 'incomingId'>[]): Promise<Incomings> {
  const ids = [...new Set(days.flatMap(({ incomingId }) => (incomingId === null ? [] : [incomingId])))];
  const found = new Map<number, NonNullable<OwedReport['incoming']>>();
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await database.selectFrom('incoming').select(['id', 'arrivalNumber', 'numberSuffix', 'year', 'code']).where('id', 'in', ids.slice(at, at + 500)).execute();
    for (const { id, arrivalNumber, numberSuffix, year, code } of rows) found.set(id, { id, number: numberWithSuffix(arrivalNumber, numberSuffix), year, code });
  }
  return found;
}

/** Where a day stands at a moment. */
export const standingOf = (day: Pick<OwedDay, 'instant' | 'extendedInstant' | 'excuseReason' | 'receivedInstant' | 'complete'>, moment: Moment) =>
  standingAt({ instant: day.extendedInstant ?? day.instant, excused: day.excuseReason !== null, receivedInstant: day.receivedInstant, complete: day.complete === 1 }, moment);

/** A day owed as the contract shows it: the name as printed, the agency the one that is kept, a report only when it had come. */
export function asOwedRow(day: OwedDay, obligation: Omit<StandingObligation, 'days' | 'agencies' | 'settled' | 'settledLate' | 'excused'>, moment: Moment, keptFor: (agencyId: number) => number, incomings: Incomings): OwedRow {
  const instant = day.extendedInstant ?? day.instant;
  const hour = instant.slice(11);
  return {
    id: owedIdOf(day.dutyId, day.n),
    dispatch: obligation.dispatch,
    typeName: obligation.typeName,
    issuedDate: obligation.issuedDate,
    code: obligation.code,
    subject: obligation.subject,
    obligation: obligation.id,
    n: day.n,
    agency: day.name,
    agencyId: day.agencyId === null ? null : keptFor(day.agencyId),
    what: obligation.what,
    reportTo: obligation.reportTo,
    due: dayOfMoment(instant),
    time: hour === '24:00' ? null : hour,
    bound: obligation.bound,
    recurrence: obligation.recurrence,
    extendedFrom: day.extendedDay === null ? null : day.day,
    ...standingOf(day, moment),
    report: reportOf(day, moment, incomings),
  };
}

function reportOf({ receivedDate, receivedInstant, complete, incomingId, figures, note }: OwedDay, moment: Moment, incomings: Incomings): OwedReport | null {
  if (receivedDate === null || receivedInstant === null || !hasCome(receivedInstant, moment)) return null;
  const hour = receivedInstant.slice(11);
  return {
    receivedDate,
    receivedTime: hour === '24:00' ? null : hour,
    partial: complete === 0,
    incoming: incomingId === null ? null : (incomings.get(incomingId) ?? null),
    figures: figures === null ? null : (JSON.parse(figures) as OwedReport['figures']),
    note,
  };
}
