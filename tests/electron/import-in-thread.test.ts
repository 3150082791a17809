import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { clientOf } from '../fixtures/demonstration.ts';
import { incomingFile, incomingRows } from '../fixtures/old-books.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { startElectron } from '../fixtures/start-electron.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';

test('a large old book enters the built program, read by the thread that is built beside it', async () => {
  expect(existsSync(fileURLToPath(new URL('../../dist/electron/import-worker.js', import.meta.url)))).toBe(true);
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  await clientOf(engine).settings.update({ office: sampleOffice });
  await engine.close();
  const file = await incomingFile(incomingRows(6000), 'sổ đến 2019.xlsx');
  // smaller files are read without a thread
  expect(file.size).toBeGreaterThan(200_000);
  const path = join(temporaryFolder(), file.name);
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()));

  const program = startElectron(folder);
  const said = await program.run(async ({ BrowserWindow }, oldBook) => {
    for (let waited = 0; BrowserWindow.getAllWindows()[0]?.shown !== true; waited += 50) {
      if (waited > 20_000) throw new Error('no window opened');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const page = await BrowserWindow.getAllWindows()[0]?.webContents.page;
    if (!page) throw new Error('a window without a page');
    page.setDefaultTimeout(180_000);
    await page.getByRole('navigation').waitFor();
    await page.keyboard.press('Alt+7');
    await page.getByRole('button', { name: 'Nhập sổ cũ…' }).click();
    await page.getByLabel('Tệp sổ cũ').setInputFiles(oldBook);
    await page.getByRole('button', { name: /Nhập 6\.?000 dòng/ }).click();
    return page.getByRole('heading', { name: /^Đã nhập/ }).textContent();
  }, path);
  expect(said).toMatch(/^Đã nhập 6\.?000 dòng$/);
  expect(await program.quit()).toBe(0);

  const again = testEngine(folder);
  expect((await clientOf(again).incoming.list({ text: 'đợt 5999' })).rows.map(({ arrivalNumber }) => arrivalNumber)).toEqual([5999]);
  expect((await clientOf(again).incoming.views({})).all).toBe(6000);
  await again.close();
});
