import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, lineName, type NamedLine, namingColumns } from './line-names.ts';

/** Every letter and every file that has been read is found by its words; files that are not are told with the reason. */
export function checkTexts(book: PlainBook, kind: BookKind, list: FindingList): void {
  const stray = book.value<number>(`SELECT count(*) FROM ${kind}TextIndex_docsize WHERE id NOT IN (SELECT sortKey FROM ${kind})`);
  if (stray > 0) {
    const message = `Chỉ mục chữ trong văn bản ${kind === 'incoming' ? 'đến' : 'đi'} còn ${formatVietnameseNumber(stray)} mục không thuộc dòng nào.`;
    list.add({ rule: 'search-index', severity: 'warning', message, where: { kind: 'book', book: kind } });
  }
  for (const line of book.each<NamedLine>(missingLines(kind))) {
    const message = `${lineName(kind, line)}: chữ trong thư hoặc tệp đính kèm không có trong chỉ mục nên không tìm thấy được.`;
    list.add({ rule: 'search-index', severity: 'error', message, where: { kind, id: line.id } });
  }
  for (const file of book.each<NamedLine & { name: string; state: string; reason: string; sha256: string }>(untold(kind))) {
    const [severity, what] = file.state === 'secret' ? (['warning', file.reason] as const) : (['info', `không đọc được chữ bên trong (${file.reason})`] as const);
    const advice = file.state === 'secret' ? ' Văn bản mật theo dõi ở sổ riêng: gỡ tệp ấy khỏi dòng này.' : ' Tệp vẫn giữ nguyên, chỉ không tìm được bằng chữ trong tệp.';
    const message = `${lineName(kind, file)}: tệp «${file.name}» ${what}.${advice}`;
    list.add({ rule: 'file-text', severity, message, where: { kind, id: file.id, sha256: file.sha256 } });
  }
}

const role = (kind: BookKind): string => (kind === 'outgoing' ? "AND link.role = 'attached'" : '');

/** Lines with text that have no row in the index; not while former letters and files are still gone through. */
function missingLines(kind: BookKind): string {
  const withFile = `EXISTS (SELECT 1 FROM ${kind}File AS link JOIN fileText ON fileText.sha256 = link.sha256
    WHERE link.${kind}Id = ${kind}.id AND link.removedAt IS NULL ${role(kind)} AND fileText.state IN ('read', 'cut'))`;
  const withLetter = "(trim(json_extract(content, '$.body')) GLOB '*[A-Za-z0-9]*' AND NOT EXISTS (SELECT 1 FROM textBackfill WHERE book = 'outgoing' AND outgoing.id BETWEEN doneId + 1 AND lastId))";
  const wanted = kind === 'incoming' ? withFile : `status <> 'used' AND (${withFile} OR ${withLetter})`;
  return `SELECT ${namingColumns[kind]} FROM ${kind} WHERE sortKey NOT IN (SELECT id FROM ${kind}TextIndex_docsize) AND ${wanted}`;
}

const untold = (kind: BookKind): string => `
  SELECT line.*, link.name AS name, link.sha256 AS sha256, fileText.state AS state, coalesce(fileText.reason, '') AS reason
  FROM ${kind}File AS link JOIN fileText ON fileText.sha256 = link.sha256 JOIN (SELECT ${namingColumns[kind]} FROM ${kind}) AS line ON line.id = link.${kind}Id
  WHERE link.removedAt IS NULL ${role(kind)} AND fileText.state IN ('unreadable', 'secret') ORDER BY line.id, link.ordinal`;
