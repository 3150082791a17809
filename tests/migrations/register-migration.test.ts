import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../electron/engine/storage/migrate.ts';
import { migrations } from '../../electron/engine/storage/migrations/migrations.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { firstVersionLines, makeFirstVersionBook } from '../fixtures/first-version-book.ts';
import { historyFaults, linkFaults } from '../fixtures/history-audit.ts';
import { indexFaults } from '../fixtures/index-audit.ts';
import { fixedClock, openEngine } from '../fixtures/open-engine.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const openFile = (folder: string): BetterSqlite3.Database => new BetterSqlite3(join(folder, databaseFileName));
const kept = 'id, status, series, year, codeNumber, codeNotation, typeName, issuedDate, subject, priority, addressees, signerName, appendixCount, cancelReason, content, issuedAs, updatedAt, revision';

test('sổ bản 1 nâng lên: dòng, lịch sử, tệp, cài đặt, danh bạ còn nguyên; thứ tự danh sách như cũ', async () => {
  const folder = temporaryFolder();
  const { order, word } = makeFirstVersionBook(folder);
  const before = openFile(folder);
  const rows = (database: BetterSqlite3.Database) => ({
    lines: database.prepare(`SELECT ${kept} FROM outgoing ORDER BY id`).all(),
    history: database.prepare('SELECT id, outgoingId, at, who, act, reason FROM outgoingHistory ORDER BY id').all(),
    files: database.prepare('SELECT outgoingId, role, ordinal, name, size, sha256 FROM outgoingFile ORDER BY outgoingId').all(),
    books: database.prepare('SELECT * FROM book ORDER BY series, year').all(),
    agencies: database.prepare('SELECT id, name, shortName, abbreviation, kind FROM agency').all(),
    settings: database.prepare("SELECT * FROM setting WHERE key <> 'owedPending' ORDER BY key").all(),
    counts: database.prepare('SELECT * FROM outgoingCount ORDER BY year, status').all(),
  });
  const old = rows(before);
  expect([old.lines.length, old.files.length, old.history.length]).toEqual([8, 5, 18]);
  before.close();

  const { client, engine } = openEngine({ dataFolder: folder });
  const list = await client.outgoing.list({ limit: 500 });
  expect(list.rows.map(({ id }) => id)).toEqual(order);
  expect(list.counts).toMatchObject({ draft: 2, issued: 4, cancelled: 2, reserved: 0 });
  expect(list.rows.find(({ id }) => id === 1)).toMatchObject({ origin: 'letter', recipientNames: 'Như trên; Chủ tịch UBND tỉnh', archiveUnits: 'VT, KT', copies: 8, fileCount: 0 });
  expect((await client.outgoing.get({ id: 4 })).history.map(({ act, who, reason }) => [act, who, reason])).toEqual([['draft', 'Lê Thị Hoa', null], ['issue', 'Lê Thị Hoa', null], ['cancel', 'Lê Thị Hoa', 'số liệu sai']]);
  expect(await (await client.letter.docx({ id: 1 })).text()).toBe(word);
  await engine.close();

  const after = openFile(folder);
  expect(rows(after)).toEqual(old);
  expect(after.pragma('foreign_key_check')).toEqual([]);
  expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
  expect([...indexFaults(after), ...historyFaults(after), ...linkFaults(after)]).toEqual([]);
  after.close();
});

test('tìm trong sổ vừa nâng: không dấu, đúng dấu đứng trước, chức vụ người ký, chữ đầu nơi nhận', async () => {
  const folder = temporaryFolder();
  makeFirstVersionBook(folder);
  const { client } = openEngine({ dataFolder: folder });
  const found = async (text: string) => (await client.outgoing.list({ text })).rows.map(({ subject }) => subject);
  expect(await found('duong')).toEqual(['khen thưởng ông Dương Văn Lâm', 'sửa đường tỉnh lộ']);
  expect(await found('đường')).toEqual(['sửa đường tỉnh lộ', 'khen thưởng ông Dương Văn Lâm']);
  expect(await found('1/qd-ubnd')).toEqual(['giao dự toán']);
  expect(await found('pho chu tich tran minh khoi')).toHaveLength(firstVersionLines.length);
  expect(await found('CSBNT')).toHaveLength(firstVersionLines.length);
  expect((await client.values.list({ field: 'signer' })).rows).toMatchObject([{ value: 'Trần Minh Khôi', amount: 5 }]);
});

test('sổ vừa nâng làm việc tiếp: số kế tiếp nối đúng, cấp số cho dự thảo cũ, khôi phục dòng hủy từ bản trước', async () => {
  const folder = temporaryFolder();
  makeFirstVersionBook(folder);
  const { client } = openEngine({ dataFolder: folder });
  expect((await client.outgoing.issue({ id: 2, issuedDate: '2026-11-20' })).code).toBe('03/UBND-KT');
  expect((await client.outgoing.restore({ id: 4 })).status).toBe('issued');
  expect((await client.outgoing.restore({ id: 5 })).status).toBe('draft');
  expect((await client.outgoing.list({ limit: 2 })).rows.map(({ id }) => id)).toEqual([7, 5]);
  expect((await client.incoming.register({ organName: 'Sở Y tế', subject: 'văn bản đến đầu tiên' })).arrivalNumber).toBe(1);
});

test.each([
  ['sửa số', 'UPDATE outgoing SET codeNumber = 9 WHERE id = 1', 'final'],
  ['sửa trích yếu', "UPDATE outgoing SET subject = 'khác' WHERE id = 1", 'final'],
  ['đưa về dự thảo', "UPDATE outgoing SET status = 'draft' WHERE id = 1", 'final'],
  ['xóa dòng', 'DELETE FROM outgoing WHERE id = 1', 'never deleted'],
  ['xóa dự thảo', 'DELETE FROM outgoing WHERE id = 2', 'never deleted'],
  ['xóa lịch sử', 'DELETE FROM outgoingHistory WHERE id = 1', 'never deleted'],
  ['sửa lịch sử', "UPDATE outgoingHistory SET who = 'ai đó' WHERE id = 1", 'never changed'],
  ['xóa tệp', 'DELETE FROM outgoingFile WHERE outgoingId = 1', 'never deleted'],
  ['đổi tệp', "UPDATE outgoingFile SET sha256 = 'x' WHERE outgoingId = 1", 'final'],
  ['thêm tệp thư sau khi cấp số', "INSERT INTO outgoingFile (outgoingId, role, ordinal, name, size, sha256) VALUES (1, 'letter', 2, 'x', 1, 'x')", 'no further files'],
  ['trùng số trong dãy', "INSERT INTO outgoing (origin, status, series, year, codeNumber, codeNotation, typeName, subject, priority, addressees, appendixCount, content, sortKey, updatedAt) VALUES ('elsewhere', 'issued', 'chung', 2026, 1, 'KHÁC', 'Công văn', 'x', 0, '', 0, '{}', 5, '')", 'UNIQUE'],
])('lời hứa của bảng còn giữ sau khi nâng: không %s được', (_, sql, message) => {
  const folder = temporaryFolder();
  makeFirstVersionBook(folder);
  const database = openFile(folder);
  migrate(database, join(folder, 'truoc-nang-cap'), fixedClock());
  expect(() => database.exec(sql)).toThrow(message);
  database.close();
});

test('tệp bản 1 được chép lại trước khi nâng; nâng hỏng giữa chừng thì tệp cũ không đổi một dòng', () => {
  const folder = temporaryFolder();
  makeFirstVersionBook(folder);
  const copies = join(folder, 'truoc-nang-cap');
  const before = readFileSync(join(folder, databaseFileName));
  const database = openFile(folder);
  const broken = migrations.map((step) => (step.fill ? { ...step, fill: () => { throw new Error('mất điện giữa chừng'); } } : step));
  expect(() => migrate(database, copies, fixedClock(), broken)).toThrow('mất điện giữa chừng');
  expect(database.pragma('user_version', { simple: true })).toBe(1);
  expect(database.prepare("SELECT count(*) FROM sqlite_master WHERE name IN ('incoming', 'outgoingAnew', 'registerAct')").pluck().get()).toBe(0);
  expect(database.prepare('SELECT count(*) FROM outgoingIndex').pluck().get()).toBe(8);
  database.close();
  expect(readFileSync(join(folder, databaseFileName)).equals(before)).toBe(true);
  const [copy = ''] = readdirSync(copies);
  const kept = new BetterSqlite3(join(copies, copy), { readonly: true });
  expect([kept.pragma('user_version', { simple: true }), kept.prepare('SELECT count(*) FROM outgoing').pluck().get(), kept.prepare('SELECT count(*) FROM outgoingHistory').pluck().get()]).toEqual([1, 8, 18]);
  kept.close();
});

test('liên kết treo trong sổ cũ làm việc nâng dừng lại, không đi tiếp với sổ sai', () => {
  const folder = temporaryFolder();
  makeFirstVersionBook(folder);
  const database = openFile(folder);
  database.pragma('foreign_keys = OFF');
  database.exec("INSERT INTO outgoingHistory (outgoingId, at, who, act) VALUES (99, '2026-01-05T08:00:00', 'ai', 'draft')");
  expect(() => migrate(database, folder, fixedClock())).toThrow('links dangle');
  expect(database.pragma('user_version', { simple: true })).toBe(1);
  database.close();
});
