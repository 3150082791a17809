import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { bookEntry } from '../../electron/engine/backup/archive-manifest.ts';
import { unwatched } from '../../electron/engine/backup/watch.ts';
import { writeArchive } from '../../electron/engine/backup/write-archive.ts';
import { migrate } from '../../electron/engine/storage/migrate.ts';
import { migrations } from '../../electron/engine/storage/migrations/migrations.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { openToRead, rowCounts } from '../../electron/engine/storage/plain-book.ts';
import { isOwnSchema, schemaDifferences } from '../../electron/engine/storage/schema-check.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { fixedClock, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const before = migrations.findIndex(({ name }) => name === '0006-open-recurrences');
const tables = ['obligation', 'obligationDay', 'duty', 'owed', 'outgoing', 'agency', 'setting'];

/** A book of the version before, with every kind of duty it knew, reports, an extension, and a last obligation that is gone again. */
function makeEarlierBook(folder: string, fileName = databaseFileName): BetterSqlite3.Database {
  const database = new BetterSqlite3(join(folder, fileName));
  migrate(database, folder, fixedClock(), migrations.slice(0, before));
  database.prepare('INSERT INTO setting (key, value) VALUES (?, ?)').run('office', JSON.stringify(sampleOffice));
  database.exec("INSERT INTO agency (name, shortName, abbreviation, kind) VALUES ('Sở Tài chính', 'Sở TC', 'STC', 'department'), ('Sở Y tế', 'Sở YT', 'SYT', 'department')");
  database
    .prepare(`INSERT INTO outgoing (origin, status, series, year, codeNumber, codeNotation, typeName, issuedDate, subject, priority, addressees, appendixCount, content, issuedAs, sortKey, updatedAt)
      VALUES ('letter', 'issued', 'chung', 2026, 7, 'UBND-VP', 'Công văn', '2026-11-10', 'rà soát', 0, 'Các sở', 0, ?, ?, 1, '2026-11-10T08:00:00')`)
    .run(JSON.stringify(sampleLetter({ obligations: [] })), JSON.stringify({ office: sampleOffice, letterForm: defaultLetterForm }));
  const obligation = database.prepare(`INSERT INTO obligation (outgoingId, ordinal, what, reportTo, bound, due, time, recurrence, until, rule, columns, sentence, withdrawnReason, days, createdAt)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-11-10T08:00:00')`);
  obligation.run(1, 'báo cáo kết quả', 'Sở Nội vụ', 'before', '2026-11-16', null, null, null, '5 ngày làm việc từ ngày 10/11/2026', '[]', 'Các sở báo cáo trước ngày 17/11/2026.', null, 1);
  obligation.run(2, 'báo cáo nhanh', null, 'through', '2026-11-17', '16:00', 'daily', '2026-11-19', null, '[{"header":"Số hộ","kind":"number","total":true}]', null, null, 3);
  obligation.run(3, 'báo cáo tháng', null, null, '2026-11-30', null, 'monthly', '2027-01-31', null, '[]', null, 'đã đủ số liệu', 3);
  const day = database.prepare('INSERT INTO obligationDay (obligationId, n, day, instant) VALUES (?, ?, ?, ?)');
  for (const [id, days, hour] of [[1, ['2026-11-16'], '24:00'], [2, ['2026-11-17', '2026-11-18', '2026-11-19'], '16:00'], [3, ['2026-11-30', '2026-12-30', '2027-01-30'], '24:00']] as const) {
    days.forEach((each, n) => day.run(id, n + 1, each, `${each}T${hour}`));
    for (const [ordinal, name] of [[1, 'Sở Tài chính'], [2, 'Sở Y tế']] as const) {
      database.prepare('INSERT INTO duty (obligationId, ordinal, line, agencyId, name) VALUES (?, ?, ?, ?, ?)').run(id, ordinal, 'Các sở', ordinal, name);
    }
  }
  const owed = database.prepare('INSERT INTO owed (dutyId, n, instant, receivedDate, receivedInstant, complete, extendedDay, extendedInstant, extendReason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  owed.run(1, 1, '2026-11-16T24:00', '2026-11-18', '2026-11-18T24:00', 1, null, null, null);
  owed.run(3, 1, '2026-11-17T16:00', '2026-11-17', '2026-11-17T15:00', 1, null, null, null);
  owed.run(4, 2, '2026-11-18T16:00', null, null, 0, '2026-11-25', '2026-11-25T16:00', 'mưa lũ');
  // an id that was given and is gone must not be given again
  obligation.run(4, 'việc đã bỏ', null, null, '2026-12-01', null, null, null, null, '[]', null, null, 0);
  database.prepare('DELETE FROM obligation WHERE ordinal = 4').run();
  return database;
}

const rowsOf = (database: BetterSqlite3.Database) => Object.fromEntries(tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()]));
const partsOf = (database: BetterSqlite3.Database, type: 'index' | 'trigger') => database.prepare('SELECT name, sql FROM sqlite_master WHERE type = ? ORDER BY name').all(type) as { name: string; sql: string | null }[];

test('bảng việc phải báo cáo lập lại: từng dòng, mã kế tiếp, chỉ mục, trigger và khóa ngoại còn nguyên', () => {
  const folder = temporaryFolder();
  const database = makeEarlierBook(folder);
  const [rows, indexes, triggers] = [rowsOf(database), partsOf(database, 'index'), partsOf(database, 'trigger')];
  expect([rows.obligation?.length, rows.owed?.length]).toEqual([3, 3]);
  expect(() => database.exec("UPDATE obligation SET recurrence = 'yearly' WHERE id = 3")).toThrow('CHECK');
  expect(() => database.exec("UPDATE obligation SET until = NULL WHERE id = 3")).toThrow('CHECK');

  migrate(database, folder, fixedClock());
  expect(rowsOf(database)).toEqual(rows);
  expect(partsOf(database, 'trigger')).toEqual(expect.arrayContaining(triggers));
  expect(partsOf(database, 'index')).toEqual(expect.arrayContaining(indexes));
  expect(partsOf(database, 'index').map(({ name }) => name)).toContain('obligation_without_end');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(isOwnSchema(schemaDifferences(database))).toBe(true);
  expect(database.prepare("SELECT name FROM sqlite_master WHERE name IN ('obligationBefore', 'obligationNextId')").all()).toEqual([]);

  // what the table promises now, and what others promise about it
  const insert = `INSERT INTO obligation (outgoingId, ordinal, what, due, recurrence, until, days, createdAt) VALUES (1, 9, 'báo cáo năm', '2026-11-30', ?, NULL, 1, '2026-11-20T09:30:00') RETURNING id`;
  expect(() => database.prepare(insert).get('mỗi thế kỷ')).toThrow('CHECK');
  expect(database.prepare(insert).pluck().get('half-yearly')).toBe(5);
  expect(() => database.prepare(insert).get('yearly')).toThrow('UNIQUE');
  database.pragma('foreign_keys = ON');
  expect(() => database.exec('DELETE FROM obligation WHERE id = 1')).toThrow('FOREIGN KEY');
  expect(() => database.exec("INSERT INTO duty (obligationId, ordinal, line, name) VALUES (99, 1, '', '')")).toThrow('FOREIGN KEY');
  database.exec("INSERT INTO duty (obligationId, ordinal, line, name) VALUES (5, 1, 'Các sở', 'Sở Tài chính')");
  expect(database.prepare('SELECT agencies FROM obligation WHERE id = 5').pluck().get()).toBe(1);
  database.exec("UPDATE owed SET receivedDate = '2026-11-20', receivedInstant = '2026-11-20T09:00', complete = 1 WHERE dutyId = 4 AND n = 2");
  expect(database.prepare('SELECT settled, settledLate FROM obligation WHERE id = 2').get()).toEqual({ settled: 2, settledLate: 0 });
  database.close();
});

test('sổ không có việc nào cũng lập lại được', () => {
  const folder = temporaryFolder();
  const database = new BetterSqlite3(join(folder, databaseFileName));
  migrate(database, folder, fixedClock(), migrations.slice(0, before));
  migrate(database, folder, fixedClock());
  expect(isOwnSchema(schemaDifferences(database))).toBe(true);
  database.exec("INSERT INTO outgoing (origin, status, series, year, codeNotation, typeName, subject, priority, addressees, appendixCount, content, sortKey, updatedAt) VALUES ('letter', 'draft', 'chung', 2026, 'UBND-VP', 'Công văn', '', 0, '', 0, '{}', 1, '2026-11-20T09:30:00')");
  const id = database.prepare("INSERT INTO obligation (outgoingId, ordinal, what, due, recurrence, days, createdAt) VALUES (1, 1, 'báo cáo', '2026-11-30', 'yearly', 1, '2026-11-20T09:30:00') RETURNING id").pluck().get();
  expect(id).toBe(1);
  database.close();
});

test('sổ mở bằng chương trình mới: ai nợ gì, chậm mấy ngày vẫn như cũ', async () => {
  const folder = temporaryFolder();
  makeEarlierBook(folder).close();
  const { client } = openEngine({ dataFolder: folder });
  const { rows } = await client.owed.list();
  expect(rows.map(({ what, agency, due, state, settled, lateDays }) => [what, agency, due, state, settled, lateDays])).toEqual([
    ['báo cáo kết quả', 'Sở Tài chính', '2026-11-16', 'done', 'late', 2],
    ['báo cáo kết quả', 'Sở Y tế', '2026-11-16', 'late', null, 4],
    ['báo cáo nhanh', 'Sở Tài chính', '2026-11-17', 'done', 'on-time', 0],
    ['báo cáo nhanh', 'Sở Y tế', '2026-11-17', 'late', null, 3],
    ['báo cáo nhanh', 'Sở Tài chính', '2026-11-18', 'late', null, 2],
    ['báo cáo nhanh', 'Sở Tài chính', '2026-11-19', 'late', null, 1],
    ['báo cáo nhanh', 'Sở Y tế', '2026-11-19', 'late', null, 1],
    ['báo cáo nhanh', 'Sở Y tế', '2026-11-25', 'open', null, 0],
  ]);
  // a book at the end of a month that was begun with «30» goes on so: no month has two days
  const month = (await client.owed.of({ dispatch: 1 })).rows[2];
  expect(month?.days.map(({ day }) => day)).toEqual(['2026-11-30', '2026-12-30', '2027-01-30']);
});

test('bản sao lưu của phiên bản trước: kiểm lại tốt, khôi phục được, dữ liệu nguyên vẹn', async () => {
  const old = temporaryFolder();
  const book = makeEarlierBook(old, bookEntry);
  const rows = rowsOf(book);
  book.close();
  const copy = join(old, bookEntry);
  const counted = openToRead(copy);
  const counts = rowCounts(counted);
  counted.close();
  const summary = { soCongVan: 'sao-luu' as const, format: 1, at: '2026-11-19T08:00:00', office: sampleOffice.name, folderId: 'cũ', program: '0.0.9', schema: before };
  const archive = join(old, 'cũ.zip');
  await writeArchive(archive, [{ name: bookEntry, path: copy, size: 1, compress: true }], summary, (entries) => ({ ...summary, counts, entries, lost: [] }), unwatched);
  const { client, engine, folder } = openEngine();
  expect(await client.backup.verify({ path: archive })).toMatchObject({ schema: before });
  await client.backup.restore({ path: archive });
  expect((await client.owed.list()).total).toBe(8);
  await engine.close();
  const restored = new BetterSqlite3(join(folder, databaseFileName));
  for (const table of ['obligation', 'obligationDay', 'duty', 'owed']) expect(rowsOf(restored)[table]).toEqual(rows[table]);
  expect(isOwnSchema(schemaDifferences(restored))).toBe(true);
  restored.close();
});
