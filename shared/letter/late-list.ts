import { untilInWords } from './reminder-words.ts';
import { distinct, type LateReport } from './late-report.ts';
import { lateRows } from './reminder-appendix.ts';
import type { ListDocument } from './list-document.ts';
import { formatVietnameseNumber } from '../domain/vietnamese-number.ts';

/** Who is late, for the leader's meeting: by agency, then by dispatch; days of one recurring report in one row. */
export function lateList(reports: readonly LateReport[], moment: { day: string; time: string | null }): ListDocument {
  const agencies = distinct(reports.map(({ agency }) => agency)).length;
  const dispatches = new Set(reports.map(({ obligation }) => obligation.dispatch.id)).size;
  const until = untilInWords(moment);
  const said = reports.length === 0 ? 'không có báo cáo nào quá hạn' : `${formatVietnameseNumber(agencies)} cơ quan, đơn vị chưa gửi ${formatVietnameseNumber(reports.length)} báo cáo theo ${formatVietnameseNumber(dispatches)} văn bản`;
  return {
    title: 'Danh sách báo cáo quá hạn',
    about: [`(${until.charAt(0).toLocaleUpperCase('vi')}${until.slice(1)}: ${said})`],
    sheet: 'Báo cáo quá hạn',
    roomPt: 0,
    table: {
      columns: [
        { header: 'STT', kind: 'ordinal' },
        { header: 'Cơ quan, đơn vị', kind: 'text' },
        { header: 'Văn bản yêu cầu', kind: 'text' },
        { header: 'Trích yếu', kind: 'text' },
        { header: 'Nội dung phải báo cáo', kind: 'text' },
        { header: 'Hạn', kind: 'text' },
        { header: 'Số báo cáo', kind: 'number', total: true },
        { header: 'Quá hạn (ngày)', kind: 'number' },
      ],
      rows: lateRows(reports).map(({ agency, dispatch, subject, what, due, reports: amount, lateDays }) => [agency, dispatch, subject, what, due, amount, lateDays]),
    },
  };
}
