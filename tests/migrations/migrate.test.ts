import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import pino from 'pino';
import { expect, test } from 'vitest';
import { createEngine } from '../../electron/engine/engine.ts';
import { migrate } from '../../electron/engine/storage/migrate.ts';
import { migrations } from '../../electron/engine/storage/migrations/migrations.ts';
import { databaseFileName, openDatabase } from '../../electron/engine/storage/open-database.ts';
import { sourceResources } from '../../electron/shell/locations.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { fixedClock, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('not refused');
};

const open = (dataFolder: string) => createEngine({ dataFolder, clock: fixedClock, log: pino({ level: 'silent' }), resources: sourceResources });

test('cơ sở dữ liệu mở ra với WAL, ghi chắc (FULL), khóa ngoại và bảng nghiêm (STRICT)', async () => {
  const folder = temporaryFolder();
  const database = openDatabase(folder, fixedClock());
  const read = (pragma: string): unknown => database.sqlite.pragma(pragma, { simple: true });
  expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('user_version')]).toEqual(['wal', 2, 1, migrations.length]);
  const tables = database.sqlite.prepare("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").all() as { name: string; strict: number }[];
  expect(tables.filter((table) => table.strict !== 1).map((table) => table.name)).toEqual([]);
  expect(tables.map((table) => table.name)).toEqual(expect.arrayContaining(['setting', 'agency', 'book', 'outgoing', 'outgoingHistory', 'outgoingFile', 'outgoingCount']));
  await database.close();
});

test('bản dữ liệu mới hơn chương trình bị từ chối và không bị đụng tới', () => {
  const folder = temporaryFolder();
  const file = new BetterSqlite3(join(folder, databaseFileName));
  file.exec(`CREATE TABLE tuong_lai (x); PRAGMA user_version = ${migrations.length + 4};`);
  file.close();
  const refusal = refusalOf(() => open(folder));
  expect([refusal.code, refusal.message]).toEqual(['DATA_NEWER', expect.stringContaining('phiên bản mới hơn')]);
  const again = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  expect(again.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()).toEqual(['tuong_lai']);
  again.close();
});

test('nâng bản: tệp cũ được chép lại trước, cả nâng cấp là một giao dịch, dữ liệu trước và sau còn nguyên', async () => {
  const { client, engine, folder } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id });
  await engine.close();
  const file = new BetterSqlite3(join(folder, databaseFileName));
  const next = [...migrations, { name: '9998-them', sql: 'ALTER TABLE agency ADD COLUMN later TEXT;' }];
  const broken = [...next, { name: '9999-hong', sql: 'ALTER TABLE agency ADD COLUMN other TEXT; SELECT * FROM khong_co;' }];
  const copies = join(folder, 'truoc-nang-cap');
  expect(() => migrate(file, copies, fixedClock(), broken)).toThrow('khong_co');
  expect(file.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(file.prepare("SELECT name FROM pragma_table_info('agency') WHERE name IN ('later', 'other')").all()).toEqual([]);
  migrate(file, copies, fixedClock(), next);
  expect(file.pragma('user_version', { simple: true })).toBe(next.length);
  expect(file.prepare('SELECT codeNumber, status FROM outgoing').all()).toEqual([{ codeNumber: 1, status: 'issued' }]);
  file.close();
  const [copy = ''] = readdirSync(copies);
  expect(copy).toMatch(/^truoc-ban-\d+-20261120093000-\d+\.sqlite$/);
  const before = new BetterSqlite3(join(copies, copy), { readonly: true });
  expect(before.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(before.prepare('SELECT count(*) FROM outgoing').pluck().get()).toBe(1);
  before.close();
});

test('chương trình cũ không kéo lùi bản dữ liệu mà chương trình mới vừa nâng', () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  const [old, newer] = [new BetterSqlite3(path), new BetterSqlite3(path)];
  const more = [...migrations, { name: '9998-them', sql: 'ALTER TABLE agency ADD COLUMN later TEXT;' }, { name: '9999-nua', sql: 'ALTER TABLE agency ADD COLUMN other TEXT;' }];
  migrate(newer, temporaryFolder(), fixedClock(), migrations);
  // the old program has read the version and waits for the lock while the newer one migrates
  const pragma = old.pragma.bind(old);
  old.pragma = ((source: string, options?: object) => {
    if (source.startsWith('busy_timeout')) migrate(newer, temporaryFolder(), fixedClock(), more);
    return pragma(source, options);
  });
  expect(refusalOf(() => migrate(old, temporaryFolder(), fixedClock(), more.slice(0, -1))).code).toBe('DATA_NEWER');
  expect(newer.pragma('user_version', { simple: true })).toBe(more.length);
  old.close();
  newer.close();
});

test('hai tiến trình cùng nâng: người đến sau thấy việc đã xong', () => {
  const folder = temporaryFolder();
  const [one, two] = [new BetterSqlite3(join(folder, 'a.sqlite')), new BetterSqlite3(join(folder, 'a.sqlite'))];
  migrate(one, folder, fixedClock());
  migrate(two, folder, fixedClock());
  expect(two.pragma('user_version', { simple: true })).toBe(migrations.length);
  one.close();
  two.close();
});

test('tệp không phải cơ sở dữ liệu bị từ chối bằng một câu', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, databaseFileName), 'đây không phải là sổ '.repeat(400));
  await expect(openEngine({ dataFolder: folder }).client.settings.get()).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
});

test('một tệp nằm ở chỗ thư mục dữ liệu, và thư mục không tạo được, bị từ chối', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'so'), '');
  expect(refusalOf(() => open(join(folder, 'so'))).message).toContain('là một tệp, không phải thư mục');
  expect(refusalOf(() => open(join(folder, 'so', 'con'))).code).toBe('DISK_UNWRITABLE');
  expect(refusalOf(() => open('/proc/so-cong-van')).code).toBe('DISK_UNWRITABLE');
});

test.each(['\\\\may-chu\\so', '//may-chu/so'])('ổ mạng %s bị từ chối và không tạo gì', (folder) => {
  expect(refusalOf(() => open(folder)).code).toBe('DATA_REMOTE');
  expect(existsSync(folder)).toBe(false);
});
