import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { bookContent } from '../fixtures/book-content.ts';
import { officeWithLetters } from '../fixtures/office-with-letters.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { runUntilKilled } from '../fixtures/killed-child.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Kills so many restores, each at another moment of its time; answers which book was there after each: the one before or the one from the backup. */
export async function killedRestores(kills: number): Promise<('cũ' | 'mới' | 'lẫn lộn')[]> {
  const { client, folder, issue, engine } = await officeWithLetters(2);
  const { path } = await client.backup.create({ to: temporaryFolder() });
  const then = bookContent(folder).tables;
  await issue('sau khi sao lưu');
  const now = bookContent(folder).tables;
  await engine.close();
  const outcomes: ('cũ' | 'mới' | 'lẫn lộn')[] = [];
  // the first one runs to its end: the moments of the others are parts of the time it took here and now
  let wholeMs = 0;
  for (let turn = 0; turn <= kills; turn += 1) {
    const trial = join(temporaryFolder(), 'so');
    cpSync(folder, trial, { recursive: true });
    const { said, workedMs } = await runUntilKilled(fileURLToPath(new URL('../fixtures/restore-once.ts', import.meta.url)), [trial, path], turn === 0 ? null : (wholeMs * turn) / kills);
    if (turn === 0) wholeMs = workedMs;
    const tables = bookContent(trial, ['restores']).tables;
    const outcome = JSON.stringify(tables) === JSON.stringify(now) ? 'cũ' : JSON.stringify(tables) === JSON.stringify(then) ? 'mới' : 'lẫn lộn';
    outcomes.push(outcome);
    expect(outcome).not.toBe('lẫn lộn');
    if (said.includes('done')) expect(outcome).toBe('mới');
    // opened again: nothing is left of the killed one but what it put aside, and the book goes on
    const again = openEngine({ dataFolder: trial });
    await again.client.backup.create({ to: temporaryFolder() });
    expect(existsSync(join(trial, 'tam')) ? readdirSync(join(trial, 'tam')) : []).toEqual([]);
    const { id } = await again.client.outgoing.draft(sampleLetter());
    expect((await again.client.outgoing.issue({ id })).codeNumber).toBe(outcome === 'cũ' ? 4 : 3);
  }
  return outcomes;
}
