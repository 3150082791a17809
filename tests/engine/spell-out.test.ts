import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { Kysely, SqliteDialect } from 'kysely';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../electron/engine/storage/migrate.ts';
import { indexRow } from '../../electron/engine/storage/index-row.ts';
import { indexLine, searchQuery } from '../../electron/engine/storage/register-search.ts';
import type { Database } from '../../electron/engine/storage/schema.ts';
import { spellOut } from '../../electron/engine/storage/spell-out.ts';
import { fixedClock } from '../fixtures/open-engine.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

function emptyBook() {
  const folder = temporaryFolder();
  const sqlite = new BetterSqlite3(join(folder, 'so.sqlite'));
  migrate(sqlite, folder, fixedClock());
  const database = new Kysely<Database>({ dialect: new SqliteDialect({ database: sqlite }) });
  onTestFinished(() => database.destroy());
  const enter = (sortKey: number, subject: string, code = '') => indexLine(database, 'incoming', sortKey, indexRow({ organ: [], code: [code], subject: [subject], people: [], rest: [] }, 'registered', 2026), null);
  const found = sqlite.prepare('SELECT rowid FROM incomingIndex WHERE incomingIndex MATCH ? ORDER BY rowid DESC').pluck();
  return { database, enter, find: (query: string) => found.all(query) as number[] };
}

test('đầu chữ đang gõ đổi ra chữ có trong sổ: chỉ những chữ bắt đầu như thế', async () => {
  const { database, enter } = emptyBook();
  await enter(1, 'mở đường Dương Hòa, 12 đường dây', '2953/UBND-VP');
  await enter(2, 'dưỡng lão; duyên hải', '2954/STC');
  const spelt = async (text: string) => {
    const query = searchQuery(text);
    return query ? spellOut(database, 'incoming', query) : query;
  };
  const folders = '{organ code subject people rest}';
  expect(await spelt('duo')).toEqual({ all: `${folders} : "duong"`, exact: null });
  expect(await spelt('du')).toEqual({ all: `${folders} : ("duong" OR "duyen")`, exact: null });
  expect(await spelt('đường')).toEqual({ all: `${folders} : "duong"`, exact: `${folders} : "duong" AND toned : "đường"` });
  expect(await spelt('29')).toEqual({ all: `${folders} : ("2953" OR "2954")`, exact: null });
  expect(await spelt('không')).toEqual({ all: `${folders} : "khong"*`, exact: `${folders} : "khong"* AND toned : "không"*` });
  // what the index might read in another way is asked as it stands
  expect(await spelt('漢')).toEqual({ all: `${folders} : "漢"*`, exact: null });
  // a word that comes into the book later is found from then on
  await enter(3, 'duongx');
  expect(await spelt('duo')).toEqual({ all: `${folders} : ("duong" OR "duongx")`, exact: null });
});

test('đầu chữ của quá nhiều chữ thì hỏi như cũ, vẫn tìm thấy đủ', async () => {
  const { database, enter, find } = emptyBook();
  for (let number = 100; number < 400; number += 1) await enter(number, 'báo cáo', `${number}/BC`);
  const ask = async (text: string) => find((await spellOut(database, 'incoming', searchQuery(text) ?? null))?.all ?? '');
  expect(await ask('1')).toHaveLength(100);
  for (let number = 1000; number < 1200; number += 1) await enter(number, 'báo cáo', `${number}/BC`);
  expect((await spellOut(database, 'incoming', searchQuery('1') ?? null))?.all).toContain('"1"*');
  expect(await ask('1')).toHaveLength(300);
});

test('sổ viết gì, gõ gì cũng tìm ra đúng những dòng như khi hỏi bằng đầu chữ', async () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'dđuươờngtàáă12'), minLength: 1, maxLength: 5 }),
    fc.constantFrom('ĐƯỜNG', 'đường', 'Dương', 'dưỡng', 'ﬁ', 'ßa', 'éa', 'e\u0301', 'ñ', 'ſd', 'd\u0941', '漢字', 'ı', 'İ', 'd\u02b0', 'ǆ'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), fc.array(word, { minLength: 1, maxLength: 3 }), async (lines, typed) => {
      const { database, enter, find } = emptyBook();
      for (const [at, words] of lines.entries()) await enter(at + 1, words.join(' '));
      for (const text of [typed.join(' '), ...lines.map((words) => [...(words[0] ?? '')].slice(0, 2).join(''))]) {
        const query = searchQuery(text);
        if (!query) continue;
        const spelt = await spellOut(database, 'incoming', query);
        expect(find(spelt.all)).toEqual(find(query.all));
        if (query.exact !== null) expect(find(spelt.exact ?? '')).toEqual(find(query.exact));
      }
    }),
    { seed: 7, numRuns: 60 },
  );
});
