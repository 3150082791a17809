import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillRegister } from '../fixtures/fill-register.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { printTable, processorsOf, type Spent, spendTogether, timingsOf } from './measure.ts';

const child = fileURLToPath(new URL('./export-child.ts', import.meta.url));

const works = { alone: "exceljs's streaming writer alone", thread: 'register.export, drawn in its thread', inline: 'register.export, drawn where it is called' };

/** A year's incoming book to Excel beside exceljs's streaming writer alone writing the same cells, each in a process of its own. */
export async function exportBench(sizes: readonly number[] = [10_000, 100_000], rounds = 3): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-xuat-'));
    try {
      await testEngine(folder, { user: 'đo' }).close();
      fillRegister(folder, { incoming: size, outgoing: 0, years: 1 });
      const runs = spendTogether<Spent & { size: number }>(child, Object.keys(works), rounds, (work) => [folder, work]);
      printTable(`The incoming book of ${size} lines to Excel`, timingsOf(runs, works), works.alone);
      for (const [work, name] of Object.entries(works)) {
        const own = runs.get(work) ?? [];
        process.stdout.write(`${name}: ${processorsOf(runs, work, 'alone')}, ${Math.max(...own.map(({ peakMb }) => peakMb)).toFixed(0)} MB at most, a file of ${((own[0]?.size ?? 0) / 2 ** 20).toFixed(1)} MB\n`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
