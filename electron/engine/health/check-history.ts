import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, lineName, type NamedLine, namingColumns } from './line-names.ts';

interface Expected {
  kind: BookKind;
  /** Lines that must have one of the acts. */
  lines: string;
  acts: string;
  what: string;
}

/** What an old book brought in has its batch for a beginning; its later acts are its own. */
const expected: Expected[] = [
  { kind: 'incoming', lines: 'batch IS NULL', acts: "'register'", what: 'không có ghi chép ai vào sổ, lúc nào' },
  { kind: 'incoming', lines: "batch IS NULL AND status = 'cancelled'", acts: "'cancel', 'undo'", what: 'đã hủy mà không có ghi chép ai hủy' },
  { kind: 'outgoing', lines: 'batch IS NULL', acts: "'draft', 'register', 'reserve'", what: 'không có ghi chép ai lập, lúc nào' },
  { kind: 'outgoing', lines: "batch IS NULL AND origin = 'letter' AND codeNumber IS NOT NULL", acts: "'issue'", what: 'đã cấp số mà không có ghi chép ai cấp' },
  { kind: 'outgoing', lines: "batch IS NULL AND status = 'cancelled'", acts: "'cancel', 'undo'", what: 'đã hủy mà không có ghi chép ai hủy' },
  { kind: 'outgoing', lines: "batch IS NULL AND status IN ('sent', 'corrected', 'replaced', 'recalled')", acts: "'send', 'correct', 'replace', 'recall', 'restore', 'undo'", what: 'đã đổi trạng thái mà không có ghi chép ai đổi' },
];

/** Every line says who made it and who brought it where it stands. Answers how many entries there are. */
export function checkHistory(book: PlainBook, list: FindingList): number {
  for (const { kind, lines, acts, what } of expected) {
    for (const line of book.each<NamedLine>(`SELECT ${namingColumns[kind]} FROM ${kind} WHERE ${lines} AND NOT EXISTS (SELECT 1 FROM ${kind}History WHERE ${kind}Id = ${kind}.id AND act IN (${acts}))`)) {
      list.add({ rule: 'history', severity: 'error', message: `${lineName(kind, line)} ${what}.`, where: { kind, id: line.id } });
    }
  }
  return book.value<number>('SELECT (SELECT count(*) FROM incomingHistory) + (SELECT count(*) FROM outgoingHistory)');
}
