import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillRegister } from '../fixtures/fill-register.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { printTable, type Timing } from './measure.ts';

const child = fileURLToPath(new URL('./export-child.ts', import.meta.url));

interface Run {
  ms: number;
  cpuMs: number;
  peakMb: number;
  size: number;
}

const works = { alone: "exceljs's streaming writer alone", thread: 'register.export, drawn in its thread', inline: 'register.export, drawn where it is called' };

/** A year's incoming book to Excel beside exceljs's streaming writer alone writing the same cells, each in a process of its own. */
export async function exportBench(sizes: readonly number[] = [10_000, 100_000], rounds = 3): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-xuat-'));
    try {
      await testEngine(folder, { user: 'đo' }).close();
      fillRegister(folder, { incoming: size, outgoing: 0, years: 1 });
      const runs = new Map<string, Run[]>(Object.keys(works).map((work) => [work, []]));
      // turn by turn: what else the machine does falls on all of them alike
      for (let round = 0; round < rounds; round += 1) for (const work of Object.keys(works)) runs.get(work)?.push(runOf(folder, work));
      const timings = Object.entries(works).map(([work, name]): Timing => {
        const times = (runs.get(work) ?? []).map(({ ms }) => ms);
        return { name, median: median(times), p95: Math.max(...times), turns: times.length };
      });
      printTable(`The incoming book of ${size} lines to Excel`, timings, works.alone);
      const cpuOf = (work: string): number => median((runs.get(work) ?? []).map(({ cpuMs }) => cpuMs));
      for (const [work, name] of Object.entries(works)) {
        const own = runs.get(work) ?? [];
        process.stdout.write(`${name}: ${cpuOf(work).toFixed(0)} ms of the processors (${(cpuOf(work) / cpuOf('alone')).toFixed(2)}), ${Math.max(...own.map(({ peakMb }) => peakMb)).toFixed(0)} MB at most, a file of ${((own[0]?.size ?? 0) / 2 ** 20).toFixed(1)} MB\n`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

function runOf(folder: string, work: string): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, folder, work], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`export-child ${work} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Run;
}
