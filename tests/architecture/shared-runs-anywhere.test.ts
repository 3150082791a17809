import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newFolder, removeFolder } from '../fixtures/temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The compiler's complaints about shared/domain and its neighbours under a folder, with shared's own settings. */
function compileShared(folder: string): string {
  const { stdout, error } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', 'shared/tsconfig.json'], { cwd: folder, encoding: 'utf8' });
  if (error) throw error;
  return stdout;
}

describe('shared', () => {
  let copy: string;
  beforeEach(() => {
    copy = newFolder();
    cpSync(join(root, 'tsconfig.json'), join(copy, 'tsconfig.json'));
    cpSync(join(root, 'shared/tsconfig.json'), join(copy, 'shared/tsconfig.json'), { recursive: true });
    cpSync(join(root, 'shared/domain'), join(copy, 'shared/domain'), { recursive: true });
  });
  afterEach(() => removeFolder(copy));

  test('compiles with no DOM and no Node', () => {
    expect(compileShared(root)).toBe('');
  });

  test.each([
    ['the DOM', `export const title = document.title;`, 'document'],
    ['the window', `export const width = window.innerWidth;`, 'window'],
    ['Node', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`, 'node:fs'],
    ['a global of Node', `export const home = process.env.HOME;`, 'process'],
  ])('refuses %s', (_, text, name) => {
    writeFileSync(join(copy, 'shared/domain/planted.ts'), text);
    expect(compileShared(copy)).toMatch(new RegExp(`planted\\.ts.*error.*${name}`));
  });
});
