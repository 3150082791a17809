import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderLog } from '../../electron/shell/log.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const bounds = { mostBytes: 4096, kept: 3 };
const logFolder = (data: string): string => join(data, 'nhat-ky');
const numbersIn = (path: string): number[] => readFileSync(path, 'utf8').trim().split('\n').map((line) => (JSON.parse(line) as { at: number }).at);

test('nhật ký không quá cỡ, không quá số tệp, dòng mới nhất luôn còn và liền nhau', () => {
  const data = temporaryFolder();
  const log = folderLog(data, bounds);
  for (let at = 0; at < 3000; at += 1) log.info({ at }, 'việc');
  const files = readdirSync(logFolder(data)).sort();
  expect(files).toEqual(['so-cong-van.log', 'so-cong-van.log.1', 'so-cong-van.log.2', 'so-cong-van.log.3']);
  for (const name of files) expect(statSync(join(logFolder(data), name)).size).toBeLessThanOrEqual(bounds.mostBytes);
  const told = ['.3', '.2', '.1', ''].flatMap((ending) => numbersIn(join(logFolder(data), `so-cong-van.log${ending}`)));
  expect(told.at(-1)).toBe(2999);
  expect(told).toEqual(Array.from({ length: told.length }, (_, at) => 3000 - told.length + at));
});

test('mở trên một nhật ký cũ rất lớn: tệp cũ được để riêng, dòng mới vào tệp mới', () => {
  const data = temporaryFolder();
  mkdirSync(logFolder(data));
  const path = join(logFolder(data), 'so-cong-van.log');
  writeFileSync(path, `${'x'.repeat(200)}\n`.repeat(100));
  folderLog(data, bounds).info({ at: 1 }, 'mở');
  expect(numbersIn(path)).toEqual([1]);
  expect(statSync(`${path}.1`).size).toBe(20_100);
  const log = folderLog(data, bounds);
  for (let at = 0; at < 2000; at += 1) log.info({ at }, 'việc');
  // the old one is gone with the bounds
  expect(Math.max(...readdirSync(logFolder(data)).map((name) => statSync(join(logFolder(data), name)).size))).toBeLessThanOrEqual(bounds.mostBytes);
});

test('nhật ký không ghi được không làm hỏng việc đang làm; ghi lại được thì ghi tiếp', () => {
  const data = temporaryFolder();
  const path = join(logFolder(data), 'so-cong-van.log');
  // a folder stands where the log would be
  mkdirSync(path, { recursive: true });
  const log = folderLog(data, bounds);
  expect(() => log.info({ at: 1 }, 'mất')).not.toThrow();
  expect(existsSync(`${path}.1`)).toBe(false);
});

test('một dòng dài hơn cả giới hạn vẫn được ghi, rồi đứng riêng', () => {
  const data = temporaryFolder();
  const log = folderLog(data, bounds);
  log.info({ at: 1, long: 'x'.repeat(6000) }, 'dài');
  log.info({ at: 2 }, 'sau');
  expect(numbersIn(join(logFolder(data), 'so-cong-van.log'))).toEqual([2]);
  expect(numbersIn(join(logFolder(data), 'so-cong-van.log.1'))).toEqual([1]);
});
