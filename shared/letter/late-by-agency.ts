import type { LateReport } from './late-report.ts';
import { lateRows, type LateRow } from './reminder-appendix.ts';

/** What one agency is late with. */
export interface LateAgency {
  agency: string;
  /** One for each thing owed, as the printed list has them. */
  rows: LateRow[];
  /** How many reports are missing. */
  reports: number;
  /** Days since the earliest was due. */
  lateDays: number;
}

/** The rows of the printed list under their agencies, in the same order: of reports by due moment, who has been late longest stands first. */
export function lateByAgency(reports: readonly LateReport[]): LateAgency[] {
  return [...Map.groupBy(lateRows(reports), ({ agency }) => agency)].map(([agency, rows]) => ({
    agency,
    rows,
    reports: rows.reduce((sum, row) => sum + row.reports, 0),
    lateDays: rows.reduce((most, row) => Math.max(most, row.lateDays), 0),
  }));
}
