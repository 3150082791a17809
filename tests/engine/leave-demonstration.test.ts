import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { keptFilesIn } from '../../electron/engine/backup/kept-files.ts';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { runUntilKilled } from '../fixtures/killed-child.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const year = 2026;

test('rời văn phòng mẫu: sổ trống của cơ quan, số bắt đầu lại, dữ liệu mẫu nằm riêng trong một bản sao lưu mở lại được', async () => {
  const { client, folder } = openEngine();
  expect((await client.settings.get()).demonstration).toBe(false);
  await client.demo.load();
  const sample = await client.settings.get();
  expect(sample.demonstration).toBe(true);
  const lines = (await client.outgoing.list({})).total;
  await client.backup.create();
  const found = (await client.search.all({ text: 'Sở Nông nghiệp và Môi trường' })).hits;

  const { aside } = await client.demo.leave();
  expect(basename(aside)).toMatch(/^so-cong-van-van-phong-mau-.*\.zip$/);
  const settings = await client.settings.get();
  expect(settings).toMatchObject({ office: null, demonstration: false, clerk: null, series: [] });
  expect(settings.folderId).not.toBe(sample.folderId);
  for (const total of [(await client.outgoing.list({})).total, (await client.incoming.list({})).total, (await client.agencies.list({})).rows.length, (await client.owed.summary({})).late]) expect(total).toBe(0);
  // the two series an office begins with, from their first number
  expect((await client.books.list({})).rows.map(({ next }) => next)).toEqual([1, 1]);
  expect(keptFilesIn(join(folder, 'tep'))).toEqual([]);
  expect((await client.backup.list()).daily.lastSuccess).toBeNull();

  // the office's own: numbers from 1, a health check without a word, nothing taken for a gone-back book
  await client.settings.update({ office: sampleOffice });
  for (const kind of ['outgoing', 'incoming'] as const) await client.books.start({ kind, year, next: 1 });
  const { id } = await client.outgoing.draft(sampleLetter());
  expect((await client.outgoing.issue({ id })).codeNumber).toBe(1);
  expect((await client.books.missing()).rows).toEqual([]);
  expect((await client.health.check()).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(found).not.toEqual([]);
  expect((await client.search.all({ text: 'Sở Nông nghiệp và Môi trường' })).hits).toEqual([]);
  expect(await refusalOf(client.demo.leave())).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await refusalOf(client.demo.load())).toMatchObject({ code: 'DATA_NOT_EMPTY' });
  expect((await client.outgoing.list({})).total).toBe(1);

  // what was put aside is whole: in a folder of its own the sample stands again
  const other = openEngine();
  await other.client.backup.restore({ path: aside });
  expect((await other.client.settings.get()).demonstration).toBe(true);
  expect((await other.client.outgoing.list({})).total).toBe(lines);
  expect((await other.client.health.check()).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('văn phòng mẫu nạp lại được sau khi rời, và tệp còn sót của nó được dọn khi mở lại', async () => {
  const { client, folder, engine } = openEngine();
  await client.demo.load();
  const files = keptFilesIn(join(folder, 'tep'));
  expect(files.length).toBeGreaterThan(0);
  const copies = temporaryFolder();
  cpSync(join(folder, 'tep'), join(copies, 'tep'), { recursive: true });
  await client.demo.leave();
  await client.demo.load();
  expect((await client.settings.get()).demonstration).toBe(true);
  expect(keptFilesIn(join(folder, 'tep')).map(({ sha256 }) => sha256).sort()).toEqual(files.map(({ sha256 }) => sha256).sort());
  await client.demo.leave();
  // as a kill between the two steps leaves it
  cpSync(join(copies, 'tep'), join(folder, 'tep'), { recursive: true });
  await engine.context.write(({ database }) => database.insertInto('setting').values({ key: 'demonstrationFilesLeft', value: JSON.stringify(files.map(({ sha256 }) => sha256)) }).execute());
  await engine.close();
  const again = openEngine({ dataFolder: folder });
  await expect.poll(() => keptFilesIn(join(folder, 'tep'))).toEqual([]);
  expect((await again.client.outgoing.list({})).total).toBe(0);
});

test('tắt máy giữa chừng: còn nguyên văn phòng mẫu hoặc đã là sổ trống, không bao giờ lẫn', { timeout: 600_000 }, async () => {
  const { client, folder, engine } = openEngine();
  await client.demo.load();
  const lines = (await client.outgoing.list({})).total;
  await engine.close();
  const kills = 8;
  let wholeMs = 0;
  const outcomes = new Set<string>();
  for (let turn = 0; turn <= kills; turn += 1) {
    const trial = join(temporaryFolder(), 'so');
    cpSync(folder, trial, { recursive: true });
    const { said, workedMs } = await runUntilKilled(fileURLToPath(new URL('../fixtures/leave-once.ts', import.meta.url)), [trial], turn === 0 ? null : (wholeMs * turn) / kills);
    if (turn === 0) wholeMs = workedMs;
    const again = openEngine({ dataFolder: trial });
    const { demonstration, office } = await again.client.settings.get();
    const now = [(await again.client.outgoing.list({})).total, demonstration, office === null];
    outcomes.add(JSON.stringify(now));
    expect([JSON.stringify([lines, true, false]), JSON.stringify([0, false, true])]).toContain(JSON.stringify(now));
    if (said.includes('done')) expect(demonstration).toBe(false);
    expect((await again.client.books.missing()).rows).toEqual([]);
    if (!demonstration) {
      await expect.poll(() => keptFilesIn(join(trial, 'tep'))).toEqual([]);
      expect(readdirSync(join(trial, 'sao-luu')).filter((name) => name.includes('van-phong-mau') && name.endsWith('.zip'))).toHaveLength(1);
      await again.client.settings.update({ office: sampleOffice });
      const { id } = await again.client.outgoing.draft(sampleLetter());
      expect((await again.client.outgoing.issue({ id })).codeNumber).toBe(1);
    }
    expect(existsSync(join(trial, 'so-cong-van.sqlite'))).toBe(true);
    expect(readFileSync(join(trial, 'so-cong-van.sqlite')).length).toBeGreaterThan(0);
    await again.engine.close();
  }
  expect(outcomes.size).toBe(2);
});
