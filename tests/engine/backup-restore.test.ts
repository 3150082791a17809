import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { migrations } from '../../electron/engine/storage/migrations/migrations.ts';
import { writeArchive } from '../../electron/engine/backup/write-archive.ts';
import { bookEntry } from '../../electron/engine/backup/archive-manifest.ts';
import { unwatched } from '../../electron/engine/backup/watch.ts';
import { openToRead, rowCounts } from '../../electron/engine/storage/plain-book.ts';
import { refusalOf } from '../contract/suite.ts';
import { bookContent } from '../fixtures/book-content.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { killedRestores } from './killed-restores.ts';

test('khôi phục rồi hoàn tác: mỗi lần đúng nội dung của lúc ấy, không mất gì, có ghi ai làm, lúc nào, từ đâu', async () => {
  const { client, folder, issue } = await officeWithLetters(2);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  const then = bookContent(folder);
  await issue('sau khi sao lưu');
  await client.outgoing.draft(sampleLetter());
  const now = bookContent(folder);

  const restored = await client.backup.restore({ path });
  expect(restored).toMatchObject({ from: path, at: '2026-11-20T09:30:00', filesAdded: 0, aside: { kind: 'backup' } });
  expect(restored.before).toMatchObject({ outgoing: 4 });
  expect(restored.after).toMatchObject({ outgoing: 2 });
  expect(restored.notices).toEqual([expect.stringContaining('2 dòng văn bản đi nhập sau lúc ấy không còn trong sổ, nhưng vẫn còn trong bản trước khi khôi phục')]);
  expect(bookContent(folder, ['restores']).tables).toEqual(then.tables);
  // the files of the lines that are gone stay: an undo needs them
  expect(bookContent(folder).files).toEqual(now.files);
  expect((await client.outgoing.list({ text: 'sau khi sao lưu' })).total).toBe(0);
  expect((await client.backup.list()).restores).toEqual([{ at: '2026-11-20T09:30:00', who: 'vanthu', from: path, stateOf: '2026-11-20T09:30:00', undo: false }]);
  expect((await client.backup.list()).rows.map(({ kind }) => kind)).toEqual(['before-restore']);

  await client.backup.undoRestore();
  expect(bookContent(folder, ['restores'])).toEqual(now);
  expect((await client.outgoing.list({ text: 'sau khi sao lưu' })).total).toBe(1);
  expect((await client.backup.list()).restores.map(({ undo }) => undo)).toEqual([true, false]);
  expect(auditRegister(folder).faults).toEqual([]);
});

test('chưa khôi phục lần nào thì không có gì để hoàn tác', async () => {
  const { client } = await officeWithLetters(0);
  expect((await refusalOf(client.backup.undoRestore())).message).toContain('chưa khôi phục lần nào');
});

test('tệp mất và tệp bị sửa trong kho trở lại nguyên vẹn', async () => {
  const { client, folder } = await officeWithLetters(1);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  const whole = bookContent(folder);
  const [one, two] = (await client.outgoing.get({ id: 1 })).files.map(({ sha256 }) => join(folder, 'tep', sha256.slice(0, 2), sha256));
  rmSync(one!);
  writeFileSync(two!, 'bị sửa');
  expect((await client.backup.restore({ path })).filesAdded).toBe(2);
  expect(bookContent(folder, ['restores'])).toEqual(whole);
});

test('chương trình khác đang mở sổ để đọc và tìm: nó thấy nội dung mới, không lỗi, không phải mở lại', async () => {
  const { client, folder, issue } = await officeWithLetters(1);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  const other = openEngine({ dataFolder: folder });
  await issue('chỉ có ở bản mới');
  expect((await other.client.outgoing.list({ text: 'chi co o ban moi' })).total).toBe(1);
  const old = new BetterSqlite3(join(folder, databaseFileName));
  onTestFinished(() => void old.close());
  old.exec('BEGIN');
  expect(old.prepare('SELECT count(*) FROM outgoing').pluck().get()).toBe(2);
  await client.backup.restore({ path });
  // who reads an old state finishes it; the next read is of the new one
  expect(old.prepare('SELECT count(*) FROM outgoing').pluck().get()).toBe(2);
  old.exec('COMMIT');
  expect(old.prepare('SELECT count(*) FROM outgoing').pluck().get()).toBe(1);
  expect((await other.client.outgoing.list({ text: 'chi co o ban moi' })).total).toBe(0);
  const { id } = await other.client.outgoing.draft(sampleLetter({ subject: 'viết tiếp sau khôi phục' }));
  expect((await other.client.outgoing.issue({ id })).codeNumber).toBe(2);
  expect((await client.outgoing.list({ text: 'viet tiep' })).total).toBe(1);
  expect(auditRegister(folder).faults.filter((fault) => !fault.includes('belongs to no number'))).toEqual([]);
});

test('chương trình khác giữ khóa sổ: chờ, rồi từ chối bằng một câu, sổ không đổi', async () => {
  const { client, folder } = await officeWithLetters(1);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  const other = new BetterSqlite3(join(folder, databaseFileName));
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  const before = bookContent(folder);
  expect((await refusalOf(client.backup.restore({ path }))).code).toBe('BOOK_BUSY');
  other.exec('COMMIT');
  expect(bookContent(folder)).toEqual(before);
  expect((await client.backup.list()).rows).toEqual([]);
  expect((await client.backup.restore({ path })).after.outgoing).toBe(1);
});

test('dòng ghi giữa lúc cất bản hiện tại và lúc thay sổ không bị mất: có trong bản để hoàn tác', async () => {
  const { client, folder } = await officeWithLetters(1);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  const other = openEngine({ dataFolder: folder });
  let going = true;
  let acknowledged = 0;
  const writing = (async () => {
    for (; going && acknowledged < 400; acknowledged += 1) {
      await other.client.outgoing.draft(sampleLetter({ subject: `dòng ${acknowledged}`, appendices: [] }));
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const restored = await client.backup.restore({ path }).catch((error: { code: string }) => error.code);
  going = false;
  await writing;
  const left = (await client.outgoing.list({ status: 'draft' })).total;
  if (typeof restored === 'string') {
    expect([restored, left]).toEqual(['BOOK_BUSY', acknowledged]);
    return;
  }
  // every draft is either in the state put aside or was written after it was replaced
  expect(restored.before!.outgoing! - 1 + left).toBe(acknowledged);
});

test('bản của chương trình cũ được nâng lên khi khôi phục', async () => {
  const old = temporaryFolder();
  const copy = join(old, bookEntry);
  const book = new BetterSqlite3(copy);
  book.exec(migrations[0]!.sql);
  book.pragma('user_version = 1');
  book.exec(`INSERT INTO setting VALUES ('office', '${JSON.stringify({ name: 'SỞ TƯ PHÁP', place: 'An Bình' })}')`);
  book.exec("INSERT INTO outgoing (status, series, year, codeNotation, typeName, subject, priority, addressees, appendixCount, content, position, updatedAt) VALUES ('draft', 'chung', 2025, 'STP-VP', 'Công văn', 'dự thảo ngày trước', 0, '', 0, '{\"recipients\":[]}', '9999-99-99', '2025-01-02T08:00:00')");
  book.exec("INSERT INTO outgoingHistory (outgoingId, at, who, act) VALUES (1, '2025-01-02T08:00:00', 'ai', 'draft')");
  book.close();
  const counted = openToRead(copy);
  const counts = rowCounts(counted);
  counted.close();
  const summary = { soCongVan: 'sao-luu' as const, format: 1, at: '2025-01-02T08:00:00', office: 'SỞ TƯ PHÁP', folderId: 'cũ', program: '0.0.1', schema: 1 };
  const archive = join(old, 'cũ.zip');
  await writeArchive(archive, [{ name: bookEntry, path: copy, size: 1, compress: true }], summary, (entries) => ({ ...summary, counts, entries, lost: [] }), unwatched);
  const { client } = await officeWithLetters(0);
  expect(await client.backup.verify({ path: archive })).toMatchObject({ schema: 1, program: '0.0.1' });
  const restored = await client.backup.restore({ path: archive });
  expect(restored.notices[0]).toContain('của một sổ khác (SỞ TƯ PHÁP)');
  expect((await client.settings.get()).office?.name).toBe('SỞ TƯ PHÁP');
  expect((await client.outgoing.list({ text: 'du thao ngay truoc' })).total).toBe(1);
  // the archive itself is read, never written
  expect((await client.backup.verify({ path: archive })).schema).toBe(1);
});

test('tắt máy giữa lúc khôi phục, ở bất cứ lúc nào: sổ cũ nguyên vẹn hoặc sổ mới nguyên vẹn', async () => {
  expect(new Set(await killedRestores(11))).toEqual(new Set(['cũ', 'mới']));
});
