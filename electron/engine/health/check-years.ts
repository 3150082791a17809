import { shortDate } from '../../../shared/domain/dates.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, bookName, lineName, type NamedLine, namingColumns } from './line-names.ts';

/** A year of one book with the last act that closed or reopened it. */
interface ClosedOrNot {
  year: number;
  state: string | null;
  act: 'close' | 'reopen' | null;
  at: string | null;
}

/** A closed year says who closed it, and took no line after that. */
export function checkYears(book: PlainBook, kind: BookKind, list: FindingList): void {
  const years = book.all<ClosedOrNot>(
    `SELECT known.year, state, act, at FROM (
       SELECT year, state, (SELECT max(id) FROM bookYearAct WHERE kind = each.kind AND year = each.year AND act IN ('close', 'reopen')) AS last
         FROM (SELECT kind, year, state FROM bookYear
               UNION ALL SELECT DISTINCT kind, year, NULL FROM bookYearAct
                WHERE NOT EXISTS (SELECT 1 FROM bookYear WHERE kind = bookYearAct.kind AND year = bookYearAct.year)) AS each
        WHERE kind = ?) AS known LEFT JOIN bookYearAct ON id = last ORDER BY known.year`,
    kind,
  );
  for (const { year, state, act, at } of years) {
    const name = bookName(kind, 'chung', year);
    const where = { kind: 'book', book: kind, year } as const;
    if ((state === 'closed') !== (act === 'close')) {
      const message = state === 'closed' ? `${name} đã đóng mà không có ghi chép ai đóng, lúc nào.` : `${name} có ghi chép đã đóng mà vẫn nhận số.`;
      list.add({ rule: 'book-years', severity: 'error', message, where });
    }
    if (act !== 'close' || at === null) continue;
    for (const line of linesAfter(book, kind, year, at)) {
      const message = `${lineName(kind, line)} vào sổ ngày ${shortDate(line.at.slice(0, 10))}, sau khi sổ năm ${year} đã đóng ngày ${shortDate(at.slice(0, 10))}.`;
      list.add({ rule: 'book-years', severity: 'error', message, where: { kind, id: line.id } });
    }
  }
}

/** Lines of a year that took their number, or were brought in from an old book, after an instant. */
const linesAfter = (book: PlainBook, kind: BookKind, year: number, at: string): Iterable<NamedLine & { at: string }> =>
  book.each<NamedLine & { at: string }>(
    `SELECT ${namingColumns[kind]}, coalesce(
         (SELECT importBatch.at FROM importBatch WHERE importBatch.id = ${kind}.batch),
         (SELECT min(at) FROM ${kind}History WHERE ${kind}Id = ${kind}.id AND act IN ('register', 'reserve', 'issue'))) AS at
       FROM ${kind} WHERE year = ? AND ${kind === 'incoming' ? 'arrivalNumber' : 'codeNumber'} IS NOT NULL AND at > ?`,
    year,
    at,
  );
