import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from '../../electron/engine/storage/migrate.ts';
import { migrations } from '../../electron/engine/storage/migrations/migrations.ts';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { defaultLetterForm } from '../../shared/letter/office.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { fixedClock, openEngine } from '../fixtures/open-engine.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const openFile = (folder: string): BetterSqlite3.Database => new BetterSqlite3(join(folder, databaseFileName));

/** A data folder as the version before kept it: agencies, two lines for many among them, a draft and an issued dispatch. */
function makeEarlierBook(folder: string): void {
  const database = openFile(folder);
  migrate(database, folder, fixedClock(), migrations.slice(0, migrations.findIndex(({ name }) => name === '0004-owed')));
  database.prepare('INSERT INTO setting (key, value) VALUES (?, ?)').run('office', JSON.stringify(sampleOffice));
  const agency = database.prepare('INSERT INTO agency (name, shortName, abbreviation, kind) VALUES (?, ?, ?, ?)');
  agency.run('Sở Tài chính', 'Sở TC', 'STC', 'department');
  agency.run('Các sở, ban, ngành tỉnh', 'Các sở, ngành', 'SBN', 'group');
  agency.run('UBND xã Hòa Lộc', 'UBND xã Hòa Lộc', 'UBND', 'commune');
  agency.run('UBND các xã, phường', 'Các xã, phường', 'XP', 'group');
  agency.run('Sở Tư pháp', 'Sở TP', 'STP', 'department');
  const line = database.prepare(`INSERT INTO outgoing (origin, status, series, year, codeNumber, codeNotation, typeName, issuedDate, subject, priority, addressees, appendixCount, content, issuedAs, sortKey, updatedAt)
    VALUES ('letter', ?, 'chung', 2026, ?, 'UBND-VP', 'Công văn', ?, 'rà soát', 0, 'Các sở, ban, ngành tỉnh', 0, ?, ?, ?, '2026-11-18T08:00:00')`);
  line.run('draft', null, null, JSON.stringify(sampleLetter()), null, 1);
  line.run('issued', 7, '2026-11-18', JSON.stringify(sampleLetter()), JSON.stringify({ office: sampleOffice, letterForm: defaultLetterForm }), 2);
  database.close();
}

test('sổ trước khi có nhóm nâng lên: cơ quan còn nguyên, dòng gọi chung thành nhóm, văn bản không đổi', async () => {
  const folder = temporaryFolder();
  makeEarlierBook(folder);
  const before = openFile(folder);
  const lines = before.prepare('SELECT * FROM outgoing ORDER BY id').all();
  expect(before.prepare("SELECT count(*) FROM agency WHERE kind = 'group'").pluck().get()).toBe(2);
  before.close();

  const { client, engine } = openEngine({ dataFolder: folder });
  expect((await client.agencies.list()).rows.map(({ id, name, kind, rank, validFrom, formerNames }) => [id, name, kind, rank, validFrom, formerNames])).toEqual([
    [1, 'Sở Tài chính', 'department', 0, null, []],
    [5, 'Sở Tư pháp', 'department', 0, null, []],
    [3, 'UBND xã Hòa Lộc', 'commune', 0, null, []],
  ]);
  expect((await client.groups.list()).rows).toEqual([
    { id: 1, name: 'Các sở, ban, ngành tỉnh', shortName: 'Các sở, ngành', abbreviation: 'SBN', aliases: [], rule: null, validFrom: null, validTo: null, members: [] },
    { id: 2, name: 'UBND các xã, phường', shortName: 'Các xã, phường', abbreviation: 'XP', aliases: [], rule: null, validFrom: null, validTo: null, members: [] },
  ]);
  await engine.close();

  const after = openFile(folder);
  expect(after.pragma('user_version', { simple: true })).toBe(migrations.length);
  expect(after.prepare('SELECT * FROM outgoing ORDER BY id').all()).toEqual(lines);
  expect(after.pragma('foreign_key_check')).toEqual([]);
  expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
  after.close();
});

test('số của mục gọi chung không cấp lại cho cơ quan thêm sau khi nâng', async () => {
  const folder = temporaryFolder();
  makeEarlierBook(folder);
  const { client } = openEngine({ dataFolder: folder });
  expect(await client.agencies.save({ name: 'Sở Y tế' })).toMatchObject({ id: 6, kind: 'department', shortName: 'Sở YT', abbreviation: 'SYT' });
});

test('văn bản đã phát hành trước khi nâng: lần mở đầu có nơi nhận và việc phải báo cáo, lần sau không thêm nữa; dự thảo, văn bản đã hủy và việc ghi thiếu thì không', async () => {
  const folder = temporaryFolder();
  makeEarlierBook(folder);
  const earlier = openFile(folder);
  const [whole] = sampleLetter().obligations;
  const write = earlier.prepare(`INSERT INTO outgoing (origin, status, series, year, codeNumber, codeNotation, typeName, issuedDate, subject, priority, addressees, appendixCount, content, issuedAs, sortKey, updatedAt, cancelReason)
    SELECT origin, ?, series, year, ?, codeNotation, typeName, issuedDate, subject, priority, addressees, appendixCount, ?, issuedAs, ?, updatedAt, ? FROM outgoing WHERE id = 2`);
  write.run('cancelled', 8, JSON.stringify(sampleLetter()), 3, 'ký nhầm');
  write.run('issued', 9, JSON.stringify({ ...sampleLetter(), obligations: [{ ...whole, recurrence: 'daily', until: null }, whole] }), 4, null);
  earlier.close();
  const owedBy = async (dispatch: number, client: ReturnType<typeof openEngine>['client']) => ({
    recipients: (await client.recipients.list({ dispatch })).rows.length,
    obligations: (await client.owed.of({ dispatch })).rows.map(({ due, duties }) => [due, duties.map(({ name }) => name)]),
  });
  const expected = [['2026-12-14', ['Các sở, ban, ngành tỉnh']]];
  for (const time of ['lần mở đầu', 'mở lại']) {
    const { client, engine } = openEngine({ dataFolder: folder });
    // the work waits its turn behind the start
    await expect.poll(async () => (await client.owed.of({ dispatch: 4 })).rows.length, { message: time }).toBe(1);
    await expect.poll(() => stillPending(folder)).toBe(false);
    expect((await owedBy(2, client)).obligations).toEqual(expected);
    expect((await owedBy(2, client)).recipients).toBeGreaterThan(0);
    expect((await owedBy(4, client)).obligations).toEqual(expected);
    for (const none of [1, 3]) expect(await owedBy(none, client)).toEqual({ recipients: 0, obligations: [] });
    expect((await client.owed.list()).total).toBe(2);
    // the lines themselves were written here without files, history and index: only what was made of them is examined
    expect((await client.health.check()).findings.filter(({ rule, message }) => rule === 'link' || message.startsWith('Việc'))).toEqual([]);
    await engine.close();
  }
});

/** Whether letters still wait for what is owed by them. */
function stillPending(folder: string): boolean {
  const database = openFile(folder);
  const found = database.prepare("SELECT 1 FROM setting WHERE key = 'owedPending'").get() !== undefined;
  database.close();
  return found;
}

test.each([
  ['xóa việc', "DELETE FROM trackingAct", 'never forgotten'],
  ['sửa lịch sử', "UPDATE trackingHistory SET changes = '{}'", 'never changed'],
  ['xóa lịch sử', 'DELETE FROM trackingHistory', 'never deleted'],
  ['ghi một việc hoàn tác hai lần', "INSERT INTO trackingAct (at, who, act, amount, undoOf) VALUES ('', '', 'undo', 0, 1), ('', '', 'undo', 0, 1)", 'UNIQUE'],
])('lời hứa của bảng theo dõi: không %s được', (_, sql, message) => {
  const folder = temporaryFolder();
  makeEarlierBook(folder);
  const database = openFile(folder);
  migrate(database, folder, fixedClock());
  database.exec("INSERT INTO trackingAct (at, who, act, amount) VALUES ('2026-11-20T09:30:00', 'văn thư', 'agency', 1); INSERT INTO trackingHistory (actId, subject, subjectId, changes) VALUES (1, 'agency', 1, '{}')");
  expect(() => database.exec(sql)).toThrow(message);
  database.close();
});
