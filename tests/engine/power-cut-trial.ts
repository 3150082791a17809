import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { afterCut, type DiskModel, recordIssuing } from '../fixtures/power-cut.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { removeFolder, temporaryFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { clientOf } from '../fixtures/demonstration.ts';
import { sampleLetter } from '../fixtures/sample-letters.ts';
import { seeded } from './numbering-trial.ts';

/** Cuts the power so many times under each model while numbers are given: nothing acknowledged is lost, doubled or without its paper. */
export async function powerCuts(cuts: number, letters: number, seed: number): Promise<number> {
  const home = temporaryFolder();
  const folder = join(home, 'so');
  mkdirSync(folder);
  const recorded = recordIssuing(folder, letters, join(home, 'ghi'));
  const acknowledgements = recorded.operations.filter(({ kind }) => kind === 'acknowledge').length;
  expect(acknowledgements).toBe(letters);
  const random = seeded(seed);
  let opened = 0;
  for (let turn = 0; turn < cuts; turn += 1) {
    for (const model of ['strict', 'ordered'] satisfies DiskModel[]) {
      const until = 1 + Math.floor(random() * recorded.operations.length);
      const left = join(home, `sau ${turn} ${model}`);
      mkdirSync(left);
      const acknowledged = afterCut(recorded, until, model, random, left);
      const where = `${model}, trước thao tác ${until}/${recorded.operations.length}`;
      if (existsSync(join(left, databaseFileName)) || acknowledged.length > 0) await goesOn(left, acknowledged, where);
      opened += 1;
      removeFolder(left);
    }
  }
  return opened;
}

/** The book opens, has every acknowledged number with its paper, and gives the next one. */
async function goesOn(folder: string, acknowledged: readonly number[], where: string): Promise<void> {
  const engine = testEngine(folder);
  try {
    const client = clientOf(engine);
    const { rows } = await client.outgoing.list({ view: 'numbered', limit: 500 });
    const kept = rows.map(({ codeNumber }) => codeNumber);
    expect(acknowledged.filter((number) => !kept.includes(number)), where).toEqual([]);
    expect((await client.books.missing()).rows, where).toEqual([]);
    for (const { id, codeNumber } of rows) {
      if (acknowledged.includes(codeNumber ?? 0)) expect((await client.letter.docx({ id })).size, where).toBeGreaterThan(0);
    }
    if ((await client.settings.get()).office === null) return;
    const next = await client.outgoing.issue(await client.outgoing.draft(sampleLetter()));
    expect(next.codeNumber, where).toBe(Math.max(0, ...kept.map(Number)) + 1);
  } finally {
    await engine.close();
  }
  expect(auditRegister(folder).faults, where).toEqual([]);
}
