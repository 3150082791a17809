import type { PlainBook } from '../storage/plain-book.ts';
import { databaseFaults } from './audit-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, lineName, type NamedLine, namingColumns } from './line-names.ts';

/** What SQLite itself finds: pages and indexes out of joint. */
export function checkDatabase(book: PlainBook, list: FindingList): void {
  for (const fault of databaseFaults(book, false)) {
    list.add({ rule: 'database', severity: 'error', message: `Tệp sổ có lỗi bên trong (${fault}). Sao lưu thư mục dữ liệu rồi khôi phục từ bản sao lưu gần nhất.`, where: { kind: 'database' } });
  }
}

/** Promises of the book that its file does not hold (any more), and triggers of somebody else. */
export function checkSchema(book: PlainBook, list: FindingList): void {
  const { tables, broken, foreign } = book.schema();
  const add = (message: string): void => list.add({ rule: 'schema', severity: 'error', message, where: { kind: 'database' } });
  for (const part of tables) add(`Bảng của sổ khác dạng với bảng của chương trình (${part}). Khôi phục từ bản sao lưu gần nhất.`);
  for (const part of broken) add(`Sổ thiếu một lời hứa về số hay lịch sử (${part}). Đóng rồi mở lại chương trình để được lập lại.`);
  for (const part of foreign) add(`Sổ có phần không phải của chương trình (${part}). Đóng rồi mở lại chương trình để được gỡ ra.`);
}

/** The table a row of which hangs in the air, and the column that names its line. */
const lineOfTable: Record<string, [BookKind, string]> = { incomingFile: ['incoming', 'incomingId'], incomingHistory: ['incoming', 'incomingId'], outgoingFile: ['outgoing', 'outgoingId'], outgoingHistory: ['outgoing', 'outgoingId'], incoming: ['incoming', 'id'], outgoing: ['outgoing', 'id'] };

/** Rows that name another that is not there, and dispatches that answer, correct or replace one another in ways that cannot be. */
export function checkLinks(book: PlainBook, list: FindingList): void {
  for (const { table, rowid, parent } of book.all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check')) {
    const [kind, column] = lineOfTable[table] ?? [];
    const id = kind && rowid !== null ? book.value<number>(`SELECT ${column} FROM "${table}" WHERE rowid = ?`, rowid) : undefined;
    list.add({ rule: 'references', severity: 'error', message: `Bảng «${table}»${id === undefined ? '' : ` (dòng mã ${id})`} nối tới một dòng không còn trong bảng «${parent}».`, where: { kind: kind ?? 'database', ...(id !== undefined && { id }) } });
  }
  for (const line of book.each<NamedLine & { status: string }>(`SELECT ${namingColumns.outgoing}, status FROM outgoing WHERE byId = id OR (status IN ('corrected', 'replaced', 'used') AND byId IS NULL AND batch IS NULL) OR byId IN (SELECT id FROM outgoing WHERE status = 'draft')`)) {
    list.add({ rule: 'link', severity: 'error', message: `${lineName('outgoing', line)} phải nối tới văn bản đính chính, thay thế hoặc dùng số của nó, nhưng mối nối bị thiếu hoặc sai.`, where: { kind: 'outgoing', id: line.id } });
  }
  for (const line of book.each<NamedLine>(`SELECT ${namingColumns.incoming} FROM incoming WHERE replyId IN (SELECT id FROM outgoing WHERE status IN ('reserved', 'used'))`)) {
    list.add({ rule: 'link', severity: 'warning', message: `${lineName('incoming', line)} ghi được trả lời bằng một số mới chỉ giữ chỗ.`, where: { kind: 'incoming', id: line.id } });
  }
}
