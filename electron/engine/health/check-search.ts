import type { Watch } from '../backup/watch.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import { narrowed, searchQuery } from '../storage/register-search.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, lineName, type NamedLine, namingColumns } from './line-names.ts';

/** Up to here every line is looked up by its own words; of larger books so many, evenly spread. */
const lookedUp = 5000;
/** Of a subject so many words are enough to find the line by: the longest, for they are the rarest. */
const wordsLookedUp = 3;

const codeColumn: Record<BookKind, string> = { incoming: 'code', outgoing: 'codeNotation' };

/** Every line has its row in the index and is found there by its own words, state and year; every row has its line. Answers how many lines were looked up. */
export function checkSearch(book: PlainBook, kind: BookKind, list: FindingList, watch: Watch): number {
  for (const line of book.each<NamedLine>(`SELECT ${namingColumns[kind]} FROM ${kind} WHERE sortKey NOT IN (SELECT id FROM ${kind}Index_docsize) AND ${indexed(kind)}`)) {
    list.add({ rule: 'search-index', severity: 'error', message: `${lineName(kind, line)} không có trong chỉ mục nên không tìm thấy được.`, where: { kind, id: line.id } });
  }
  const stray = book.value<number>(`SELECT count(*) FROM ${kind}Index_docsize WHERE id NOT IN (SELECT sortKey FROM ${kind})`);
  if (stray > 0) list.add({ rule: 'search-index', severity: 'warning', message: `Chỉ mục tìm kiếm văn bản ${kind === 'incoming' ? 'đến' : 'đi'} còn ${stray} mục không thuộc dòng nào.`, where: { kind: 'book', book: kind } });
  return lookUp(book, kind, list, watch);
}

/** A number that was passed on leaves a line that is not to be found any more. */
const indexed = (kind: BookKind): string => (kind === 'outgoing' ? "status <> 'used'" : '1');

const tellingWords = (subject: string): string => subject.split(/\s+/).sort((one, other) => other.length - one.length).slice(0, wordsLookedUp).join(' ');

function lookUp(book: PlainBook, kind: BookKind, list: FindingList, watch: Watch): number {
  const total = book.value<number>(`SELECT count(*) FROM ${kind}`);
  const every = Math.max(1, Math.ceil(total / lookedUp));
  let place = 0;
  let looked = 0;
  for (const line of book.each<NamedLine & { status: string; code: string; sortKey: number }>(`SELECT ${namingColumns[kind]}, status, ${codeColumn[kind]} AS code, sortKey FROM ${kind} WHERE ${indexed(kind)}`)) {
    place += 1;
    if (place % every !== 0) continue;
    const query = searchQuery(tellingWords(line.subject), { code: line.code });
    if (!query) continue;
    looked += 1;
    if (looked % 500 === 0) watch('Thử tìm từng dòng', place, total);
    // whole words instead of beginnings: the same rows of the index, found quickly
    const words = narrowed(query.all.replaceAll('"*', '"'), line.status, line.year);
    // as a whole number: FTS5 pays no heed to a row asked for by a floating one
    const row = BigInt(line.sortKey);
    const found = book.all(`SELECT 1 FROM ${kind}Index WHERE ${kind}Index MATCH ? AND rowid = ?`, words, row).length > 0;
    if (!found && book.all(`SELECT 1 FROM ${kind}Index_docsize WHERE id = ?`, row).length > 0) {
      list.add({ rule: 'search-index', severity: 'error', message: `${lineName(kind, line)} không tìm thấy được bằng trích yếu và ký hiệu của nó: chỉ mục không khớp sổ.`, where: { kind, id: line.id } });
    }
  }
  return looked;
}
