import type { OwedRow } from '../../../shared/contract/owed.ts';
import { localInstant } from '../../../shared/domain/dates.ts';
import type { LateReport } from '../../../shared/letter/late-report.ts';
import { engine } from '../../lib/engine.ts';

/** Most reports that are read; a list this long is not looked through in a meeting. */
const most = 20_000;

export interface LateReports {
  reports: LateReport[];
  /** How many are late, read or not. */
  total: number;
  /** The minute they were counted at. */
  day: string;
  time: string;
}

/** What is late at this minute, by due moment. */
export async function readLateReports(): Promise<LateReports> {
  const asOf = localInstant(new Date()).slice(0, 16);
  const { rows, total } = await engine.owed.list({ state: 'late', asOf, limit: most });
  return { reports: lateReportsOf(rows), total, day: asOf.slice(0, 10), time: asOf.slice(11) };
}

/** Rows of what is owed as lists speak of them; an agency that dispatches print in several ways is called as it is first. */
export function lateReportsOf(rows: readonly OwedRow[]): LateReport[] {
  const names = new Map<number, string>();
  for (const { agencyId, agency } of rows) if (agencyId !== null && !names.has(agencyId)) names.set(agencyId, agency);
  return rows.map(({ agencyId, agency, obligation, dispatch, typeName, issuedDate, code, subject, what, reportTo, due, time, bound, recurrence, extendedFrom, lateDays }) => ({
    agency: (agencyId === null ? undefined : names.get(agencyId)) ?? agency,
    obligation: { id: obligation, dispatch: { id: dispatch, typeName, code: code ?? '', issuedDate, organName: '', subject }, lines: [], what, reportTo, due, time, bound, recurrence, until: null },
    day: extendedFrom ?? due,
    extendedTo: extendedFrom === null || extendedFrom === due ? null : due,
    lateDays,
  }));
}
