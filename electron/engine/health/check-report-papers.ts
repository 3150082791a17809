import { shortDate } from '../../../shared/domain/dates.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { lineName, type NamedLine } from './line-names.ts';

type Reported = NamedLine & { agency: string; what: string; day: string };

/** Reports that came with an incoming dispatch which has been cancelled since: perhaps nothing came at all, and the agency still owes it. */
export function checkReportPapers(book: PlainBook, list: FindingList): void {
  const rows = book.each<Reported>(
    `SELECT incoming.id, incoming.series, incoming.year, arrivalNumber AS number, numberSuffix AS suffix, organName AS notation, incoming.subject, duty.name AS agency, what, d.day
     FROM owed CROSS JOIN incoming ON incoming.id = owed.incomingId CROSS JOIN duty ON duty.id = owed.dutyId CROSS JOIN obligation ON obligation.id = duty.obligationId
     CROSS JOIN obligationDay AS d ON d.obligationId = obligation.id AND d.n = owed.n WHERE owed.incomingId IS NOT NULL AND incoming.status = 'cancelled'`,
  );
  for (const { agency, what, day, ...line } of rows) {
    list.add({ rule: 'link', severity: 'warning', message: `${lineName('incoming', line)} đã hủy, mà «${agency}» được ghi là đã báo cáo «${what}» hạn ${shortDate(day)} bằng văn bản ấy; nếu chưa có báo cáo nào khác thì hoàn tác báo cáo đó.`, where: { kind: 'incoming', id: line.id } });
  }
}
