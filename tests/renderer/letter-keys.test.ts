import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { letterKeys } from '../../renderer/lib/letter-keys.ts';

const root = join(import.meta.dirname, '../../renderer');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('letter-keys.ts'))
  .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);

test('mỗi chữ một nghĩa, mỗi nghĩa một chữ', () => {
  const table = Object.values(letterKeys);
  expect(table.every(({ key }) => /^[A-Z]$/.test(key))).toBe(true);
  expect(new Set(table.map(({ key }) => key)).size).toBe(table.length);
  expect(new Set(table.map(({ meaning }) => meaning)).size).toBe(table.length);
});

test('không màn hình nào có phím chữ của riêng mình: lệnh và nút lấy chữ từ một bảng, chữ nào trong bảng cũng có lệnh', () => {
  const own = sources.flatMap(([path, text]) => [...text.matchAll(/shortcut: '[A-Z]'|<kbd>[A-Z]<\/kbd>|name="[A-Z]"|'Shift\+[A-Z]'|key: '[A-Z]'/g)].map(([said]) => `${path}: ${said}`));
  expect(own).toEqual([]);
  const unused = Object.keys(letterKeys).filter((name) => !sources.some(([, text]) => text.includes(`letterKeys.${name}.key`)));
  expect(unused).toEqual([]);
});
