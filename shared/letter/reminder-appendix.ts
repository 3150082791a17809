import { daysInWords, slashDate } from '../domain/days-in-words.ts';
import { hourInWords } from '../domain/recurrence.ts';
import { upperVietnamese } from '../domain/vietnamese-text.ts';
import type { LateReport } from './late-report.ts';
import type { PlainAppendix } from './letter.ts';

/** Late reports of one agency for one obligation, in one row: `các ngày 15, 16, 17/8/2020`. */
export interface LateRow {
  agency: string;
  /** `Công văn số 2953/UBND-VP ngày 14/8/2020`. */
  dispatch: string;
  subject: string;
  what: string;
  /** When they were due. */
  due: string;
  reports: number;
  /** Days since the earliest was due. */
  lateDays: number;
}

/** The late reports by agency, in the order of the reports, then by what is owed; days of one recurring report together. */
export function lateRows(reports: readonly LateReport[]): LateRow[] {
  const byAgency = new Map<string, Map<string, LateReport[]>>();
  for (const report of reports) {
    const rows = byAgency.get(report.agency) ?? new Map<string, LateReport[]>();
    const key = `${report.obligation.id} ${report.extendedTo ?? ''}`;
    rows.set(key, [...(rows.get(key) ?? []), report]);
    byAgency.set(report.agency, rows);
  }
  return [...byAgency].flatMap(([agency, rows]) => [...rows.values()].map((of) => lateRow(agency, of)));
}

function lateRow(agency: string, of: readonly LateReport[]): LateRow {
  const { obligation: { dispatch, what, time } = missing, extendedTo = null } = of[0] ?? {};
  const days = of.map(({ day }) => day).sort();
  const single = days.length === 1 ? slashDate(days[0] ?? '') : daysInWords(days);
  const hour = time === null ? '' : `${hourInWords(time)} `;
  const due = `${hour}${hour !== '' && days.length === 1 ? 'ngày ' : ''}${single}${extendedTo === null ? '' : ` (gia hạn đến ${slashDate(extendedTo)})`}`;
  const cited = [dispatch.typeName || 'Văn bản', dispatch.code === '' ? '' : `số ${dispatch.code}`, dispatch.issuedDate === null ? '' : `ngày ${slashDate(dispatch.issuedDate)}`].filter((part) => part !== '').join(' ');
  return { agency, dispatch: cited, subject: dispatch.subject, what: upperVietnamese(what.charAt(0)) + what.slice(1), due, reports: of.length, lateDays: Math.max(0, ...of.map(({ lateDays }) => lateDays)) };
}

const missing = { dispatch: { typeName: '', code: '', issuedDate: null, subject: '' }, what: '', time: null };

/** Who owes what since when, below the reminder. */
export function reminderAppendix(reports: readonly LateReport[]): PlainAppendix {
  const rows = lateRows(reports);
  return {
    title: 'Danh sách cơ quan, đơn vị chưa gửi báo cáo',
    columns: [
      { header: 'STT', kind: 'ordinal' },
      { header: 'Cơ quan, đơn vị', kind: 'text' },
      { header: 'Văn bản yêu cầu', kind: 'text' },
      { header: 'Nội dung phải báo cáo', kind: 'text' },
      { header: 'Hạn', kind: 'text' },
      { header: 'Số ngày quá hạn', kind: 'number' },
    ],
    rows: rows.map(({ agency, dispatch, what, due, lateDays }) => [agency, dispatch, what, due, lateDays]),
  };
}
