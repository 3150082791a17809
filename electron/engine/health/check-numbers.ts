import { shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { nextKept } from '../storage/import-repository.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, bookName, lineName, type NamedLine, namingColumns } from './line-names.ts';

interface NumberedLine extends NamedLine {
  number: number;
  twin: number;
  batch: number | null;
}

interface Walk {
  series: string;
  year: number;
  /** Numbers this program has given, from the first one on; null before the first. */
  expected: number | null;
  lastOld: number;
  last: NumberedLine | null;
}

const numberColumn: Record<BookKind, string> = { incoming: 'arrivalNumber', outgoing: 'codeNumber' };

/**
 * Walks every series in the order of its numbers. A number nobody has is a gap unless it lies in the part an old book
 * brought in, or before the number the book was started with; a number with two lines is a double unless an old book gave it twice.
 */
export function checkNumbers(book: PlainBook, kind: BookKind, list: FindingList): void {
  const books = book.all<{ series: string; year: number; next: number; startedAt: string | null }>('SELECT series, year, next, startedAt FROM book WHERE kind = ?', kind);
  const nextOf = new Map(books.map((each) => [`${each.year} ${each.series}`, each]));
  const oldUpTo = reachedByOldBooks(book, kind);
  const seen = new Set<string>();
  let walk: Walk | null = null;

  const undone = undoneUnnoted(book, kind);
  const gap = ({ series, year, expected }: Walk, from: number, to: number): void => {
    const shown = from === to ? `số ${formatVietnameseNumber(from)}` : `các số từ ${formatVietnameseNumber(from)} đến ${formatVietnameseNumber(to)}`;
    // what an old book brought stands before the first number of this program
    const perhaps = (expected ?? 1) === 1 ? undone.filter(({ undoneAt }) => yearOf(undoneAt) >= year) : [];
    const named = perhaps.map(({ fileName, undoneAt }) => `«${fileName}» đã gỡ ngày ${shortDate(undoneAt.slice(0, 10))}`).join(', ');
    const why = named === '' ? 'số đã cấp mà không còn dòng nào. Tìm trong bản sao lưu gần nhất.' : `không còn dòng nào. Có thể đó là số của lần nhập ${named}; không phải thì tìm trong bản sao lưu gần nhất.`;
    list.add({ rule: 'number-gap', severity: named === '' ? 'error' : 'warning', message: `${bookName(kind, series, year)} thiếu ${shown}: ${why}`, where: { kind: 'book', book: kind, series, year, number: from } });
  };
  const close = (ended: Walk | null): void => {
    if (!ended) return;
    const key = `${ended.year} ${ended.series}`;
    const next = nextOf.get(key)?.next ?? 1;
    const { last } = ended;
    if (last && last.number >= next) {
      list.add({ rule: 'number-beyond-book', severity: 'error', message: `${bookName(kind, ended.series, ended.year)} sẽ cấp số ${formatVietnameseNumber(next)} nhưng đã có ${lineName(kind, last)}: số kế tiếp sẽ trùng.`, where: { kind, id: last.id } });
    }
    const from = Math.max(ended.expected ?? next, ended.lastOld + 1);
    if (from < next) gap(ended, from, next - 1);
  };

  for (const line of book.each<NumberedLine>(`SELECT ${namingColumns[kind]}, twin, batch FROM ${kind} WHERE ${numberColumn[kind]} IS NOT NULL ORDER BY series, year, ${numberColumn[kind]}, numberSuffix, twin`)) {
    const key = `${line.year} ${line.series}`;
    if (!walk || walk.series !== line.series || walk.year !== line.year) {
      close(walk);
      seen.add(key);
      // a book begun in the middle of the year begins with whatever number is its first here; what an old one brought goes before
      const fromFirst = nextOf.get(key)?.startedAt == null;
      walk = { series: line.series, year: line.year, expected: fromFirst ? 1 : null, lastOld: oldUpTo.get(key) ?? 0, last: null };
    }
    const { last } = walk;
    if (last && last.number === line.number && last.suffix === line.suffix && (line.batch === null || last.batch === null || line.twin === last.twin)) {
      list.add({ rule: 'number-double', severity: 'error', message: `${lineName(kind, line)} có hai dòng trong sổ; xem lại và hủy dòng nhập nhầm.`, where: { kind, id: line.id } });
    }
    if (line.batch === null || walk.expected !== null) {
      const from = Math.max(walk.expected ?? line.number, walk.lastOld + 1);
      if (walk.expected !== null && from < line.number) gap(walk, from, line.number - 1);
      walk.expected = Math.max(walk.expected ?? 0, line.number + 1);
    }
    walk.last = line;
  }
  close(walk);
  for (const { series, year, next, startedAt } of books) {
    const from = (oldUpTo.get(`${year} ${series}`) ?? 0) + 1;
    if (seen.has(`${year} ${series}`) || from >= next || startedAt !== null) continue;
    gap({ series, year, expected: null, lastOld: 0, last: null }, from, next - 1);
  }
}

/** Batches taken out again of which it is not known how far they had brought their series: before, that was not noted. */
const undoneUnnoted = (book: PlainBook, kind: BookKind): { fileName: string; undoneAt: string }[] =>
  book.all('SELECT fileName, undoneAt FROM importBatch WHERE book = ? AND undoneAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM saved WHERE saved.kind = ? AND saved.name = CAST(importBatch.id AS TEXT)) ORDER BY id DESC LIMIT 3', kind, nextKept);

/** Up to which number old books have brought every series, those taken out again included: the numbers after it stayed. */
function reachedByOldBooks(book: PlainBook, kind: BookKind): Map<string, number> {
  const reached = new Map<string, number>();
  const raise = (series: string, year: number, number: number): void => void reached.set(`${year} ${series}`, Math.max(reached.get(`${year} ${series}`) ?? 0, number));
  const column = numberColumn[kind];
  // `12-15` of an old book stands for all four
  for (const { series, year, last } of book.all<{ series: string; year: number; last: number }>(`SELECT series, year, max(max(${column}, iif(numberSuffix GLOB '-[0-9]*', CAST(substr(numberSuffix, 2) AS INTEGER), 0))) AS last FROM ${kind} WHERE batch IS NOT NULL GROUP BY series, year`)) raise(series, year, last);
  for (const { content } of book.all<{ content: string }>('SELECT content FROM saved JOIN importBatch ON saved.name = CAST(importBatch.id AS TEXT) WHERE saved.kind = ? AND importBatch.book = ?', nextKept, kind)) {
    for (const { series, year, after } of JSON.parse(content) as { series: string; year: number; after: number }[]) raise(series, year, after - 1);
  }
  return reached;
}
