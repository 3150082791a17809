import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { inPage } from '../fixtures/electron-page.ts';
import { startElectron } from '../fixtures/start-electron.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const Database = createRequire(import.meta.url)('better-sqlite3') as new (path: string) => { pragma(words: string): unknown; close(): void };

describe('a start that cannot be', () => {
  test('says that the book was written by a newer version, and ends', async () => {
    const folder = temporaryFolder();
    const first = startElectron(folder);
    await inPage(first, () => 0);
    await first.quit();
    const database = new Database(join(folder, databaseFileName));
    database.pragma('user_version = 9999');
    database.close();

    const program = startElectron(folder);
    expect(await program.ended).toBe(1);
    expect(program.errorBoxes).toEqual([{ title: 'Sổ Công văn', content: expect.stringMatching(/^Dữ liệu này do phiên bản mới hơn/) as string }]);
    expect(program.stderr()).not.toMatch(/^\s+at /m);
  });

  test('says that a file is in the way of the data folder', async () => {
    const path = join(temporaryFolder(), 'sổ');
    writeFileSync(path, 'một tệp');
    const program = startElectron(path);
    expect(await program.ended).toBe(1);
    expect(program.errorBoxes[0]?.content).toContain('là một tệp, không phải thư mục');
    expect(program.stderr()).not.toMatch(/^\s+at /m);
  });
});

describe('the window', () => {
  const bounds = { x: 40, y: 60, width: 1300, height: 800 };
  const boundsOf = (program: ReturnType<typeof startElectron>): Promise<unknown> =>
    program.run(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ options: { x, y, width, height } }) => ({ x, y, width, height }))[0]);

  test('opens where it was closed, maximised when it was', async () => {
    const folder = temporaryFolder();
    const first = startElectron(folder);
    await inPage(first, () => 0);
    await first.run(({ BrowserWindow }, at) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setBounds(at);
      window?.maximize();
      setTimeout(() => window?.close(), 10);
    }, bounds);
    expect(await first.ended).toBe(0);

    const second = startElectron(folder);
    await inPage(second, () => 0);
    expect(await boundsOf(second)).toEqual(bounds);
    expect(await second.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMaximized())).toBe(true);
    await second.quit();
  });

  test('opens on a screen that is there when its own is gone', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'cua-so'), { recursive: true });
    writeFileSync(join(folder, 'cua-so', 'cua-so.json'), JSON.stringify({ bounds: { ...bounds, x: 2500 }, maximised: false }));
    const program = startElectron(folder, { STAND_IN_DISPLAYS: '[{"x":0,"y":0,"width":1366,"height":728}]' });
    await inPage(program, () => 0);
    expect(await boundsOf(program)).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
    await program.quit();
  });
});
