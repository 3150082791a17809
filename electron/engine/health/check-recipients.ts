import { shortDate } from '../../../shared/domain/dates.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { lineName, type NamedLine } from './line-names.ts';

const naming = 'outgoing.id, series, year, codeNumber AS number, numberSuffix AS suffix, codeNotation AS notation, outgoing.subject';

/** Where dispatches went: only what has its number can have gone, nowhere twice, nothing is taken over or comes back before it was sent, and somebody wrote it. */
export function checkRecipients(book: PlainBook, list: FindingList): void {
  const error = (line: NamedLine, rule: 'link' | 'history', what: string): void => list.add({ rule, severity: 'error', message: `${lineName('outgoing', line)} ${what}.`, where: { kind: 'outgoing', id: line.id } });
  for (const line of book.each<NamedLine>(`SELECT ${naming} FROM outgoing WHERE codeNumber IS NULL AND id IN (SELECT outgoingId FROM recipient)`)) error(line, 'link', 'chưa có số mà đã có nơi nhận');
  for (const { name, ...line } of book.each<NamedLine & { name: string }>(`SELECT ${naming}, min(recipient.name) AS name FROM recipient CROSS JOIN outgoing ON outgoing.id = outgoingId GROUP BY outgoingId, coalesce(agencyId, name) HAVING count(*) > 1`)) error(line, 'link', `có nơi nhận «${name}» hai lần`);
  const dated = book.each<NamedLine & { name: string; sent: string; day: string }>(
    `SELECT ${naming}, recipient.name, recipient.sentDate AS sent, min(coalesce(acknowledgedDate, '9999'), coalesce(returnedDate, '9999')) AS day FROM recipient CROSS JOIN outgoing ON outgoing.id = outgoingId
     WHERE recipient.sentDate IS NOT NULL AND min(coalesce(acknowledgedDate, '9999'), coalesce(returnedDate, '9999')) < recipient.sentDate`,
  );
  for (const { name, sent, day, ...line } of dated) list.add({ rule: 'date-order', severity: 'warning', message: `${lineName('outgoing', line)}: «${name}» ký nhận hoặc trả lại ngày ${shortDate(day)}, trước ngày gửi ${shortDate(sent)}.`, where: { kind: 'outgoing', id: line.id } });
  const untold = book.each<NamedLine & { name: string }>(
    `SELECT ${naming}, recipient.name FROM recipient CROSS JOIN outgoing ON outgoing.id = outgoingId
     WHERE (how IS NOT NULL OR recipient.sentDate IS NOT NULL OR acknowledgedDate IS NOT NULL OR returnedDate IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM trackingHistory WHERE subject = 'recipient' AND subjectId = recipient.id)`,
  );
  for (const { name, ...line } of untold) error(line, 'history', `ghi đã gửi «${name}» mà không có ghi chép ai ghi`);
}
