import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, lineName, type NamedLine, namingColumns } from './line-names.ts';

const nameOf: Record<BookKind, string> = { incoming: 'văn bản đến', outgoing: 'văn bản đi' };

/** The totals kept beside the lines: of every year and state, and of the files of every line. */
export function checkCounters(book: PlainBook, kind: BookKind, list: FindingList): void {
  const differing = book.all<{ year: number; status: string; kept: number; there: number }>(
    `SELECT year, status, sum(kept) AS kept, sum(there) AS there FROM (
       SELECT year, status, amount AS kept, 0 AS there FROM ${kind}Count UNION ALL SELECT year, status, 0, count(*) FROM ${kind} GROUP BY year, status
     ) GROUP BY year, status HAVING sum(kept) <> sum(there)`,
  );
  for (const { year, kept, there } of differing) {
    list.add({ rule: 'counter', severity: 'error', message: `Số đếm của danh sách ${nameOf[kind]} năm ${year} ghi ${formatVietnameseNumber(kept)} dòng, trong sổ có ${formatVietnameseNumber(there)}.`, where: { kind: 'book', book: kind, year } });
  }
  const attached = kind === 'outgoing' ? "AND role = 'attached'" : '';
  const files = book.each<NamedLine & { fileCount: number; there: number }>(
    `SELECT * FROM (SELECT ${namingColumns[kind]}, fileCount, (SELECT count(*) FROM ${kind}File WHERE ${kind}Id = ${kind}.id AND removedAt IS NULL ${attached}) AS there FROM ${kind}) WHERE fileCount <> there`,
  );
  for (const line of files) {
    list.add({ rule: 'counter', severity: 'error', message: `${lineName(kind, line)} ghi có ${line.fileCount} tệp đính kèm, trong sổ nối ${line.there} tệp.`, where: { kind, id: line.id } });
  }
}
