import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';

interface Faulty {
  dispatch: number;
  what: string;
}

/** What must be nothing: each a fault of an obligation's days, duties or counters, in words. */
const faults: { rule: 'counter' | 'link' | 'history'; sentence: string; sql: string }[] = [
  { rule: 'counter', sentence: 'ghi số lần phải báo cáo khác số ngày có trong sổ', sql: 'obligation.days <> (SELECT count(*) FROM obligationDay WHERE obligationId = obligation.id)' },
  { rule: 'counter', sentence: 'ghi số đơn vị khác số đơn vị có trong sổ', sql: 'obligation.agencies <> (SELECT count(*) FROM duty WHERE obligationId = obligation.id)' },
  {
    rule: 'counter',
    sentence: 'có số đếm báo cáo của một đơn vị lệch với các báo cáo đã ghi',
    sql: `(obligation.settled, obligation.settledLate, obligation.excused) <> (SELECT coalesce(sum(settled), 0), coalesce(sum(settledLate), 0), coalesce(sum(excused), 0) FROM duty WHERE obligationId = obligation.id)
      OR EXISTS (SELECT 1 FROM duty WHERE obligationId = obligation.id AND ((settled, settledLate, excused) <> (SELECT coalesce(sum(owed.settled), 0), coalesce(sum(owed.late), 0), coalesce(sum(owed.excuseReason IS NOT NULL), 0) FROM owed WHERE dutyId = duty.id)
        OR EXISTS (SELECT 1 FROM owed WHERE dutyId = duty.id AND n = duty.firstOpen AND owed.settled = 1)
        OR (SELECT count(*) FROM owed WHERE dutyId = duty.id AND n < duty.firstOpen AND owed.settled = 1) <> duty.firstOpen - 1))`,
  },
  { rule: 'link', sentence: 'có báo cáo ghi cho một ngày không phải ngày báo cáo', sql: 'EXISTS (SELECT 1 FROM duty CROSS JOIN owed ON owed.dutyId = duty.id LEFT JOIN obligationDay AS d ON d.obligationId = duty.obligationId AND d.n = owed.n WHERE duty.obligationId = obligation.id AND d.instant IS NOT owed.instant)' },
  { rule: 'history', sentence: 'không có ghi chép ai giao, lúc nào', sql: "NOT EXISTS (SELECT 1 FROM trackingHistory WHERE subject = 'obligation' AND subjectId = obligation.id)" },
  {
    rule: 'history',
    sentence: 'có báo cáo, gia hạn hoặc miễn không có ghi chép ai ghi',
    sql: "EXISTS (SELECT 1 FROM duty CROSS JOIN owed ON owed.dutyId = duty.id WHERE duty.obligationId = obligation.id AND NOT EXISTS (SELECT 1 FROM trackingHistory WHERE subject = 'owed' AND subjectId = owed.dutyId * 10000 + owed.n))",
  },
  { rule: 'counter', sentence: 'có ngày báo cáo trùng, thiếu hoặc không theo thứ tự', sql: 'EXISTS (SELECT 1 FROM (SELECT day, n, lag(day) OVER (ORDER BY n) AS former, lag(n) OVER (ORDER BY n) AS formerN FROM obligationDay WHERE obligationId = obligation.id) WHERE n <> coalesce(formerN, 0) + 1 OR day <= former)' },
  { rule: 'link', sentence: 'giao theo một văn bản chưa có số', sql: 'EXISTS (SELECT 1 FROM outgoing WHERE outgoing.id = outgoingId AND codeNumber IS NULL)' },
  { rule: 'counter', sentence: 'có một đơn vị đứng hai lần', sql: 'EXISTS (SELECT 1 FROM duty WHERE obligationId = obligation.id GROUP BY coalesce(agencyId, name) HAVING count(*) > 1)' },
];

/** Obligations: their days and agencies are as many as written, counters say what the rows say, and everything has its history. */
export function checkOwed(book: PlainBook, list: FindingList): void {
  for (const { rule, sentence, sql } of faults) {
    for (const { dispatch, what } of book.each<Faulty>(`SELECT outgoingId AS dispatch, what FROM obligation WHERE ${sql}`)) {
      list.add({ rule, severity: 'error', message: `Việc «${what}» của văn bản đi mã ${dispatch} ${sentence}.`, where: { kind: 'outgoing', id: dispatch } });
    }
  }
}
