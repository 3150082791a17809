import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { refusalOf } from '../contract/suite.ts';
import { bookContent } from '../fixtures/book-content.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

function overwrite(path: string, at: number, bytes: Uint8Array): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => (index * 7919 + 13) % 256);

/** An office with a backup of its first two letters and a third letter after that, closed. */
async function officeWithBackup() {
  const { engine, client, folder, issue } = await officeWithLetters(2);
  await client.backup.create();
  const then = bookContent(folder).tables;
  await issue('sau khi sao lưu');
  await engine.close();
  return { folder, then, path: join(folder, databaseFileName) };
}

test.each<[string, (path: string) => void]>([
  ['hỏng ở đầu tệp', (path) => overwrite(path, 0, noise(100))],
  ['hỏng ở giữa', (path) => overwrite(path, Math.floor(statSync(path).size / 2), noise(20_000))],
  ['bị cắt cụt', (path) => truncateSync(path, Math.floor(statSync(path).size * 0.4))],
  ['bị làm trống', (path) => truncateSync(path, 0)],
  ['toàn byte lạ', (path) => writeFileSync(path, noise(statSync(path).size))],
  ['bị xóa', (path) => rmSync(path)],
  ['mất số phiên bản trong đầu tệp', (path) => overwrite(path, 60, new Uint8Array(4))],
])('sổ %s lúc mở: mọi việc bị từ chối kèm bản sao lưu gần nhất; khôi phục xong làm tiếp ngay, tệp hỏng còn giữ', async (_, harm) => {
  const { folder, then, path } = await officeWithBackup();
  harm(path);
  const harmed = existsSync(path) ? readFileSync(path) : null;
  const { client, engine } = openEngine({ dataFolder: folder });
  for (const call of [client.outgoing.list(), client.settings.get(), client.outgoing.draft(sampleLetter()), client.backup.create(), client.health.check()]) {
    const refused = await refusalOf(call);
    expect(refused.code).toBe('DATA_DAMAGED');
    expect(refused.message).toContain('Bản sao lưu tốt gần nhất lấy lúc 09:30 ngày 20/11/2026');
    expect(refused.data).toMatchObject({ newestBackup: { at: '2026-11-20T09:30:00', checked: true }, lostSince: '2026-11-20T09:30:00' });
  }
  const [row] = (await client.backup.list()).rows;
  expect(await client.backup.verify({ path: row!.path })).toMatchObject({ verified: true });
  const restored = await client.backup.restore({ path: row!.path });
  expect(restored.before).toBeNull();
  expect(restored.notices).toEqual([expect.stringContaining('những gì nhập sau lúc ấy không còn')]);
  if (harmed) expect(readFileSync(restored.aside!.path).equals(harmed)).toBe(true);
  else expect(restored.aside).toBeNull();
  // goes on without a new start
  expect((await client.outgoing.list()).total).toBe(2);
  expect(bookContent(folder, ['restores']).tables).toEqual(then);
  const { id } = await client.outgoing.draft(sampleLetter());
  expect((await client.outgoing.issue({ id })).codeNumber).toBe(3);
  await engine.close();
  const again = openEngine({ dataFolder: folder });
  expect((await again.client.outgoing.list()).total).toBe(3);
  expect((await again.client.backup.list()).restores).toMatchObject([{ from: row!.path, undo: false }]);
});

test('tệp hỏng còn đọc được phần nào thì nói số cuối đã cấp', async () => {
  const { folder, path } = await officeWithBackup();
  // the pages of the index of the search lie behind those of the books
  overwrite(path, statSync(path).size - 8000, noise(8000));
  const refused = await refusalOf(openEngine({ dataFolder: folder }).client.outgoing.list());
  expect(refused.code).toBe('DATA_DAMAGED');
  expect(refused.data).toMatchObject({ lastNumbers: [{ kind: 'outgoing', series: 'chung', year: 2026, last: 3 }] });
  expect(refused.message).toContain('văn bản đi năm 2026 đến số 3');
});

test('bản mới nhất cũng hỏng: mời bản tốt trước nó', async () => {
  const clock = { now: new Date(2026, 10, 18, 17, 0, 0) };
  const { engine, client, folder } = await officeWithLetters(1, { clock: () => clock.now });
  await client.backup.create();
  clock.now = new Date(2026, 10, 19, 17, 0, 0);
  const newest = await client.backup.create();
  await engine.close();
  overwrite(newest.path, 3000, noise(50));
  overwrite(join(folder, databaseFileName), 0, noise(100));
  const refused = await refusalOf(openEngine({ dataFolder: folder }).client.outgoing.list());
  expect(refused.data).toMatchObject({ newestBackup: { at: '2026-11-18T17:00:00' } });
});

test('không có bản sao lưu nào: nói thế, và khôi phục được từ bản ở ổ khác', async () => {
  const { engine, client, folder } = await officeWithLetters(1);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  await engine.close();
  overwrite(join(folder, databaseFileName), 0, noise(100));
  const again = openEngine({ dataFolder: folder });
  const refused = await refusalOf(again.client.outgoing.list());
  expect([refused.message, refused.data]).toEqual([expect.stringContaining('Chưa thấy bản sao lưu tốt nào'), expect.objectContaining({ newestBackup: null })]);
  await again.client.backup.restore({ path });
  expect((await again.client.outgoing.list()).total).toBe(1);
});

test('tệp sổ bị xóa khi đang mở: khôi phục được ngay, không phải mở lại', async () => {
  const { client, folder } = await officeWithLetters(1);
  const { path } = await client.backup.create();
  rmSync(join(folder, databaseFileName));
  expect((await refusalOf(client.outgoing.list())).message).toMatch(/đã bị xóa.*Bản sao lưu tốt gần nhất/);
  await client.backup.restore({ path });
  expect((await client.outgoing.list()).total).toBe(1);
});

test('sổ hỏng khi đang mở: việc gặp chỗ hỏng bị từ chối, sau đó mọi việc được mời khôi phục', async () => {
  const { client, folder } = await officeWithLetters(3);
  const { path } = await client.backup.create();
  const file = join(folder, databaseFileName);
  // everything is moved out of the log first: what is harmed is what is read
  const { default: BetterSqlite3 } = await import('better-sqlite3');
  const other = new BetterSqlite3(file);
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  overwrite(file, 4096, noise(statSync(file).size - 4096));
  const codes = new Set<string>();
  await expect
    .poll(async () => {
      const refused = await refusalOf(client.outgoing.list({ text: 'thu' }));
      codes.add(refused.code);
      return refused.message;
    })
    .toContain('Bản sao lưu tốt gần nhất');
  expect([...codes]).toEqual(['DATA_DAMAGED']);
  await client.backup.restore({ path });
  expect((await client.outgoing.list({ text: 'thu' })).total).toBe(3);
});

test('byte lạ ở bất cứ đâu trong tệp: mở ra chạy được hoặc bị từ chối bằng một câu, không bao giờ sập', async () => {
  const { folder, path } = await officeWithBackup();
  const whole = readFileSync(path);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4096 }), async (at, bytes) => {
      for (const name of readdirSync(folder)) if (name.startsWith(databaseFileName)) rmSync(join(folder, name));
      writeFileSync(path, whole);
      overwrite(path, at, bytes.subarray(0, whole.length - at));
      let opened;
      try {
        opened = openEngine({ dataFolder: folder });
      } catch (error) {
        // a version that only a newer program could have written is no damage anyone could tell
        expect((error as { code: string }).code).toBe('DATA_NEWER');
        return;
      }
      const said = await opened.client.outgoing.list().then(() => 'được', (error: { code: string }) => error.code);
      expect(['được', 'DATA_DAMAGED']).toContain(said);
      await opened.engine.close();
    }),
    { numRuns: 60 },
  );
});
