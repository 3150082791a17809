import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { isOwnSchema, schemaDifferences } from '../../electron/engine/storage/schema-check.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { preparedOffice } from '../fixtures/prepared-office.ts';
import { refusalOf } from '../contract/suite.ts';

const office = preparedOffice(() => officeWithLetters(2));
const bookOf = (folder: string): BetterSqlite3.Database => new BetterSqlite3(join(folder, databaseFileName));

/** The triggers and the unique indexes of a book, which hold its promises. */
const promises = (book: BetterSqlite3.Database): { type: string; name: string }[] =>
  book.prepare("SELECT type, name FROM sqlite_master WHERE type = 'trigger' OR (type = 'index' AND sql LIKE 'CREATE UNIQUE%') ORDER BY name").all() as { type: string; name: string }[];

function change(folder: string, work: (book: BetterSqlite3.Database) => void): void {
  const book = bookOf(folder);
  work(book);
  book.close();
}

test('mọi trigger và chỉ mục duy nhất bị gỡ: mở sổ là có lại, nội dung đã cấp số không sửa được', async () => {
  const folder = await office();
  let dropped = 0;
  change(folder, (book) => {
    for (const { type, name } of promises(book)) {
      book.exec(`DROP ${type} "${name}"`);
      dropped += 1;
    }
  });
  expect(dropped).toBeGreaterThanOrEqual(44);
  const { engine, client } = openEngine({ dataFolder: folder });
  expect((await client.health.check()).findings).toEqual([]);
  const { sqlite } = engine.context.book.database();
  expect(promises(sqlite)).toHaveLength(dropped);
  expect(() => sqlite.exec("UPDATE outgoing SET subject = 'khác' WHERE codeNumber = 1")).toThrow();
});

test('gỡ khi chương trình đang mở: phép kiểm sổ nói từng lời hứa bị thiếu và phần lạ', async () => {
  const folder = await office();
  const { client } = openEngine({ dataFolder: folder });
  await client.outgoing.list();
  change(folder, (book) => book.exec('DROP TRIGGER tracking_act_is_never_deleted; CREATE TRIGGER lạ AFTER UPDATE ON incoming BEGIN DELETE FROM saved; END'));
  const { findings } = await client.health.check();
  expect(findings.map(({ rule, message }) => [rule, message])).toEqual([
    ['schema', expect.stringContaining('thiếu một lời hứa về số hay lịch sử (trigger tracking_act_is_never_deleted)')],
    ['schema', expect.stringContaining('không phải của chương trình (trigger lạ)')],
  ]);
});

test('bất cứ phần nào của lược đồ bị gỡ, đổi, thêm: mở lại thì đúng lược đồ của chương trình', async () => {
  const folder = await office();
  const names: { type: string; name: string }[] = [];
  change(folder, (book) => void names.push(...(book.prepare("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL").all() as { type: string; name: string }[])));
  await fc.assert(
    fc.asyncProperty(fc.subarray(names, { minLength: 1, maxLength: 6 }), fc.constantFrom('', 'CREATE VIEW lạ AS SELECT 1', 'CREATE INDEX lạ ON incoming (subject)', 'CREATE TRIGGER lạ BEFORE INSERT ON outgoing BEGIN SELECT 1; END'), async (gone, foreign) => {
      change(folder, (book) => {
        for (const { type, name } of gone) book.exec(`DROP ${type} IF EXISTS "${name}"`);
        book.exec(foreign);
      });
      const { engine } = openEngine({ dataFolder: folder });
      expect(isOwnSchema(schemaDifferences(engine.context.book.database().sqlite))).toBe(true);
      await engine.close();
    }),
    { numRuns: 15, seed: 20261120 },
  );
});

test('bảng khác dạng không phải sổ của chương trình: không mở, không sửa', async () => {
  const folder = await office();
  change(folder, (book) => book.exec('ALTER TABLE outgoing ADD COLUMN lạ TEXT'));
  expect((await refusalOf(openEngine({ dataFolder: folder }).client.outgoing.list())).code).toBe('DATA_DAMAGED');
});
