import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRealDate } from '../../shared/domain/dates.ts';

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

test('nhật ký thay đổi nói về bản đang có, bản mới trước bản cũ, ngày có thật', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const entries = [...read('resources/changelog.md').matchAll(/^## (\d+\.\d+\.\d+) \((\d{2})\/(\d{2})\/(\d{4})\)$/gm)];
  expect(entries[0]?.[1]).toBe(version);
  const days = entries.map(([, , day, month, year]) => `${year}-${month}-${day}`);
  expect(days.every(isRealDate)).toBe(true);
  expect(days).toEqual([...days].sort().reverse());
});
