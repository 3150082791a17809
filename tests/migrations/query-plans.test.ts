import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { countViews, listIncoming } from '../../electron/engine/storage/incoming-list.ts';
import { owedAgenda, incomingAgenda, lateObligations } from '../../electron/engine/storage/owed-agenda.ts';
import { readBoard } from '../../electron/engine/storage/owed-board.ts';
import { readDispatchBoard } from '../../electron/engine/storage/owed-board-days.ts';
import { listOwed } from '../../electron/engine/storage/owed-list.ts';
import { progressByDay } from '../../electron/engine/storage/owed-progress.ts';
import { summarizeIncoming, summarizeOwed } from '../../electron/engine/storage/owed-summary.ts';
import { findDoubles } from '../../electron/engine/storage/incoming-repository.ts';
import { migrate } from '../../electron/engine/storage/migrate.ts';
import { listOutgoing } from '../../electron/engine/storage/outgoing-list.ts';
import { incomingBookLines, measureBook, outgoingBookLines, postBookLines, type BookSpan } from '../../electron/engine/storage/register-lines.ts';
import { nextNumber, bookState } from '../../electron/engine/storage/book-repository.ts';
import { countWeeks } from '../../electron/engine/storage/week-counts.ts';
import { findEverywhere } from '../../electron/engine/storage/search-everywhere.ts';
import type { Database } from '../../electron/engine/storage/schema.ts';
import { fixedClock } from '../fixtures/open-engine.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const today = '2026-11-20';
type Book = Kysely<Database>;
const first = { offset: 0 };

/** The plans SQLite makes for every query that `work` sends, one line a step. */
async function plansOf(work: (database: Book) => Promise<unknown>): Promise<string[]> {
  const folder = temporaryFolder();
  const sqlite = new BetterSqlite3(join(folder, 'so.sqlite'));
  migrate(sqlite, folder, fixedClock());
  const sent: CompiledQuery[] = [];
  const database = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }), log: ({ query }) => void sent.push(query) });
  onTestFinished(() => database.destroy());
  await work(database);
  return sent.flatMap(({ sql, parameters }) => (sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(({ detail }) => detail));
}

/** Steps that walk a whole table, or sort what an index could have given in order. */
const costly = (plan: readonly string[]): string[] => plan.filter((step) => /^SCAN (incoming|outgoing|incomingFile|outgoingFile|incomingHistory|outgoingHistory|recipient)$/.test(step) || /TEMP B-TREE FOR ORDER BY/.test(step));

const list = (filter: Parameters<typeof listIncoming>[1], start: Parameters<typeof listIncoming>[4] = first) => (database: Book) => listIncoming(database, filter, today, 100, start, false);
const span: BookSpan = { year: 2026, from: null, to: null, series: null };
const walk = (lines: (database: Book, span: BookSpan) => AsyncIterable<unknown>, more: Partial<BookSpan> = {}) => async (database: Book) => {
  for await (const part of lines(database, { ...span, ...more })) expect(part).toBeDefined();
};
const listOut = (filter: Parameters<typeof listOutgoing>[1]) => (database: Book) => listOutgoing(database, filter, 100, first, false);

test.each<[string, (database: Book) => Promise<unknown>, string]>([
  ['trang đầu sổ đến', list({}), 'incoming_sort'],
  ['trang sau của sổ đến', list({}, { after: 5, exact: false }), 'incoming_sort'],
  ['sổ đến một năm', list({ year: 2026 }), 'incoming_by_year'],
  ['sổ đến đã hủy', list({ status: 'cancelled' }), 'incoming_by_status'],
  ['khung hôm nay', list({ view: 'today' }), 'incoming_by_day'],
  ['khung chưa chuyển', list({ view: 'waiting' }), 'incoming_waiting'],
  ['khung chờ trả lời', list({ view: 'unanswered' }), 'incoming_unanswered'],
  ['khung đã hủy', list({ view: 'cancelled' }), 'incoming_by_status'],
  ['khung thiếu tệp', list({ view: 'without-files' }), 'incoming_without_files'],
  ['tìm trong sổ đến', list({ text: 'đường' }), 'VIRTUAL TABLE'],
  ['tìm trong một năm', list({ text: 'đường', year: 2026 }), 'VIRTUAL TABLE'],
  ['tìm theo cột', list({ columns: { organName: 'tai chinh' } }), 'VIRTUAL TABLE'],
  ['trang đầu sổ đi', listOut({}), 'outgoing_sort'],
  ['sổ đi một năm', listOut({ year: 2026 }), 'outgoing_by_year'],
  ['sổ đi theo ngày', listOut({ from: '2026-01-01', to: today }), 'outgoing_sort'],
  ['sổ đi chưa gửi', listOut({ view: 'unsent' }), 'outgoing_by_status'],
  ['số đang giữ', listOut({ view: 'reserved' }), 'outgoing_by_status'],
  ['in sổ đến', walk(incomingBookLines), 'incoming_by_year'],
  ['in một dãy của sổ đến', walk(incomingBookLines, { series: 'riêng' }), 'incoming_by_year'],
  ['in sổ đi', walk(outgoingBookLines), 'outgoing_by_number'],
  ['in một dãy của sổ đi', walk(outgoingBookLines, { series: 'Quyết định' }), 'outgoing_by_number'],
  ['in sổ gửi bưu điện', walk(postBookLines, { from: '2026-03-01' }), 'outgoing_by_sent'],
  ['in sổ gửi bưu điện, từng nơi nhận', walk(postBookLines, { from: '2026-03-01' }), 'recipient_by_sending (sentDate>? AND sentDate<?)'],
  ['đo sổ gửi bưu điện, từng nơi nhận', (database) => measureBook(database, 'post', span), 'recipient_by_sending (sentDate>? AND sentDate<?)'],
  ['đo sổ gửi bưu điện', (database) => measureBook(database, 'post', span), 'outgoing_by_sent'],
  ['tìm mọi nơi', (database) => findEverywhere(database, 'đường tỉnh', 20), 'VIRTUAL TABLE'],
  ['số kế tiếp của sổ đến', async (database) => [await nextNumber(database, { kind: 'incoming', series: 'chung', year: 2026 }), await bookState(database, { kind: 'incoming', series: 'chung', year: 2026 }, 2026)], 'incoming_number'],
])('%s: đi bằng chỉ mục, không đọc cả bảng', async (_, work, index) => {
  const plan = await plansOf(work);
  expect(plan.join('\n')).toContain(index);
  expect(costly(plan)).toEqual([]);
});

test.each<[string, (database: Book) => Promise<unknown>, string]>([
  ['khung sắp đến hạn', list({ view: 'due-soon' }), 'incoming_due'],
  ['khung quá hạn', list({ view: 'late' }), 'incoming_due'],
  ['tra trùng theo ký hiệu', (database) => findDoubles(database, { organName: 'Sở Tài chính', code: '1/STC', issuedDate: today, sha256s: [], except: null }), 'incoming_by_code'],
  ['tra trùng theo tệp', (database) => findDoubles(database, { organName: '', code: '', issuedDate: null, sha256s: ['a', 'b'], except: 3 }), 'incoming_file_by_content'],
])('%s: chỉ đọc những dòng chỉ mục đưa ra rồi mới xếp', async (_, work, index) => {
  const plan = await plansOf(work);
  expect(plan.join('\n')).toContain(index);
  expect(plan.filter((step) => /^SCAN incoming$/.test(step))).toEqual([]);
});

test('đến và đi theo tuần: đếm ngay trong chỉ mục, chỉ dòng đã hủy mới phải đọc', async () => {
  const plan = await plansOf((database) => countWeeks(database, ['2026-12-28', '2027-01-04']));
  expect(plan.filter((step) => /^(SCAN|SEARCH) (incoming|outgoing)\b/.test(step))).toEqual([
    'SEARCH incoming USING COVERING INDEX incoming_by_day (arrivalDate>? AND arrivalDate<?)',
    'SEARCH incoming USING INDEX incoming_by_status (status=?)',
    'SEARCH outgoing USING COVERING INDEX outgoing_by_status (status=? AND sortKey>? AND sortKey<?)',
  ]);
});

test('đếm khung nhìn nào cũng theo chỉ mục của nó', async () => {
  const plan = await plansOf((database) => countViews(database, undefined, today));
  expect(plan.filter((step) => /(SCAN|SEARCH) incoming\b/.test(step) && !/USING (COVERING )?INDEX/.test(step))).toEqual([]);
});

const now = `${today}T09:30`;
const listOf = (filter: Parameters<typeof listOwed>[1]) => (database: Book) => listOwed(database, filter, now, 500, undefined);
const week = { from: '2026-11-16', to: '2026-11-22' };

/** Steps that meet every day on which anything happened, every duty of the book, or every dispatch. */
const walksAll = (plan: readonly string[]): string[] => plan.filter((step) => /^SCAN (owed|run|duty|outgoing|incoming)\b/.test(step) && !/owed_partial/.test(step));

test.each<[string, (database: Book) => Promise<unknown>, string[]]>([
  ['bảng theo dõi', (database) => readBoard(database, { open: true, limit: 200 }, now), ['owed_by_receipt', 'owed_by_instant', 'owed_extended_from', 'owed_extended', 'owed_partial', 'duty_of']],
  ['bảng theo dõi một năm, có chữ tìm', (database) => readBoard(database, { open: false, limit: 200, year: 2026, text: 'tai chinh' }, now), ['owed_by_receipt', 'duty_of']],
  ['bảng của một văn bản', (database) => readDispatchBoard(database, { dispatch: 1, limit: 200 }, now), ['obligation_of', 'duty_of', 'owed USING PRIMARY KEY']],
  ['danh sách phải báo cáo', listOf({}), ['owed_by_instant', 'owed_extended_from']],
  ['danh sách chậm', listOf({ state: 'late' }), ['owed_by_receipt', 'owed_by_instant']],
  ['danh sách chậm trong tuần của một cơ quan', listOf({ ...week, state: 'late', agency: 1 }), ['owed_by_instant', 'owed_extended']],
  ['danh sách đã báo cáo', listOf({ state: 'done' }), ['owed_by_instant']],
  ['dải tổng hợp', async (database) => [await summarizeOwed(database, now), await summarizeIncoming(database, today)], ['owed_by_receipt', 'owed_by_instant', 'owed_extended', 'incoming_due']],
  ['lịch việc của tuần', async (database) => [await owedAgenda(database, week, now), await incomingAgenda(database, week, today)], ['obligation_day_by_instant', 'owed_by_instant', 'owed_extended', 'incoming_due']],
  ['tiến độ của tuần', (database) => progressByDay(database, week, undefined, now), ['obligation_day_by_instant', 'owed_extended', 'duty_of']],
])('%s: không đi qua mọi báo cáo, mọi đơn vị', async (_, work, indexes) => {
  const plan = await plansOf(work);
  for (const index of indexes) expect(plan.join('\n')).toContain(index);
  expect(walksAll(plan)).toEqual([]);
});

test('việc chậm nêu trước lịch: đơn vị đọc theo chỉ mục của việc', async () => {
  const plan = await plansOf((database) => lateObligations(database, now));
  expect(plan.join('\n')).toContain('SCAN duty USING INDEX duty_of');
  expect(plan.filter((step) => /^SCAN (owed|outgoing)\b/.test(step))).toEqual([]);
});
