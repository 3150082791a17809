import { rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

async function officeWithOneNumber() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  const { id } = await opened.client.outgoing.draft(sampleLetter());
  await opened.client.outgoing.issue({ id });
  return { ...opened, path: join(opened.folder, databaseFileName) };
}

test.each([
  ['bị xóa', (path: string) => rmSync(path)],
  ['bị làm trống', (path: string) => truncateSync(path)],
])('tệp sổ %s mà văn bản đã cấp số còn: không mở sổ mới để khỏi cấp trùng', async (_, harm) => {
  const { engine, folder, path } = await officeWithOneNumber();
  await engine.close();
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  harm(path);
  const again = openEngine({ dataFolder: folder });
  const refused = await refusalOf(again.client.outgoing.list());
  expect([refused.code, refused.message]).toEqual(['DATA_DAMAGED', expect.stringMatching(/không mở sổ mới để khỏi cấp trùng số/i)]);
  expect(statSync(path, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
});

test('tệp sổ bị xóa khi chương trình đang mở: không nhận thêm gì vào tệp đã mất', async () => {
  const { client, path } = await officeWithOneNumber();
  const { id } = await client.outgoing.draft(sampleLetter());
  rmSync(path);
  const refused = await refusalOf(client.outgoing.issue({ id }));
  expect([refused.code, refused.message]).toEqual(['DATA_DAMAGED', expect.stringContaining('đã bị xóa hoặc thay')]);
  writeFileSync(path, 'tệp khác');
  expect((await refusalOf(client.outgoing.list())).code).toBe('DATA_DAMAGED');
});

test('một chương trình khác giữ khóa sổ: việc ghi chờ rồi làm tiếp, việc đọc không phải chờ', async () => {
  const { client, path } = await officeWithOneNumber();
  const { id } = await client.outgoing.draft(sampleLetter());
  const other = new BetterSqlite3(path);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  const issued = client.outgoing.issue({ id });
  // each is answered while the other program still holds the lock
  for (let reads = 0; reads < 20; reads += 1) expect((await client.outgoing.get({ id })).status).toBe('draft');
  other.exec('COMMIT');
  expect((await issued).codeNumber).toBe(2);
});

test('khóa không nhả: sau mười giây việc ghi bị từ chối bằng một câu, không để lại gì', async () => {
  const { client, path } = await officeWithOneNumber();
  const { id } = await client.outgoing.draft(sampleLetter());
  const other = new BetterSqlite3(path);
  onTestFinished(() => void other.close());
  other.exec('BEGIN IMMEDIATE');
  const refused = await refusalOf(client.outgoing.issue({ id }));
  expect([refused.code, refused.message]).toEqual(['BOOK_BUSY', expect.stringContaining('Một chương trình khác đang ghi vào sổ')]);
  other.exec('COMMIT');
  expect((await client.outgoing.issue({ id })).codeNumber).toBe(2);
});
