import { isRealDate, notInCalendar, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, lineName, type NamedLine, namingColumns } from './line-names.ts';

type DatedLine = NamedLine & { batch: number | null; backdated: string | null; day: string | null; letterDay: string | null; due: string | null };

const datedColumns: Record<BookKind, string> = {
  incoming: `${namingColumns.incoming}, batch, backdated, arrivalDate AS day, issuedDate AS letterDay, dueDate AS due`,
  outgoing: `${namingColumns.outgoing}, batch, backdated, issuedDate AS day, NULL AS letterDay, sentDate AS due`,
};

/** Dates that are in the calendar and in the year of their book, letters not dated after they arrived, numbers in the order of time unless somebody said why. */
export function checkDates(book: PlainBook, kind: BookKind, today: string, list: FindingList): void {
  let before: DatedLine | null = null;
  const number = kind === 'incoming' ? 'arrivalNumber' : 'codeNumber';
  for (const line of book.each<DatedLine>(`SELECT ${datedColumns[kind]} FROM ${kind} WHERE ${number} IS NOT NULL ORDER BY series, year, ${number}, numberSuffix, twin`)) {
    checkRange(line, kind, today, list);
    // what an old book says of its own order is told when it is brought in
    if (line.batch !== null) {
      before = null;
      continue;
    }
    const previous: DatedLine | null = before?.series === line.series && before.year === line.year ? before : null;
    if (previous?.day && line.day && line.day < previous.day && !line.backdated && !(kind === 'outgoing' && wasKept(book, line.id, previous.id))) {
      list.add({ rule: 'date-order', severity: 'warning', message: `${lineName(kind, line)} ngày ${shortDate(line.day)}, trước ngày ${shortDate(previous.day)} của số liền trước, mà không ghi lý do lùi ngày.`, where: { kind, id: line.id } });
    }
    before = line;
  }
}

/** A kept number takes the day of the dispatch it was kept for. */
const wasKept = (book: PlainBook, ...ids: number[]): boolean =>
  ids.some((id) => book.all("SELECT 1 FROM outgoingHistory WHERE outgoingId = ? AND act = 'reserve' UNION ALL SELECT 1 FROM outgoing WHERE byId = ? AND status = 'used'", id, id).length > 0);

function checkRange(line: DatedLine, kind: BookKind, today: string, list: FindingList): void {
  const tell = (what: string): void => list.add({ rule: 'date-range', severity: 'warning', message: `${lineName(kind, line)}: ${what}.`, where: { kind, id: line.id } });
  const dayName = kind === 'incoming' ? 'ngày đến' : 'ngày văn bản';
  for (const [day, name] of [[line.day, dayName], [line.letterDay, 'ngày văn bản'], [line.due, kind === 'incoming' ? 'hạn' : 'ngày chuyển']] as const) {
    if (day !== null && !isRealDate(day)) tell(notInCalendar(name, day));
  }
  if (line.batch !== null) return;
  if (line.day && yearOf(line.day) !== line.year) tell(`${dayName} ${shortDate(line.day)} không thuộc năm ${line.year} của sổ`);
  if (line.day && yearOf(line.day) > yearOf(today) + 1) tell(`${dayName} ${shortDate(line.day)} còn quá xa`);
  if (line.day && line.letterDay && line.letterDay > line.day) tell(`văn bản đề ngày ${shortDate(line.letterDay)}, sau ngày đến ${shortDate(line.day)}`);
}
