import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { Client } from '../fixtures/open-engine.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { exportBench } from './export-bench.ts';
import { importBench } from './import-bench.ts';
import { issueBench } from './issue-bench.ts';
import { letterBench } from './letter-bench.ts';
import { namesBench } from './names-bench.ts';
import { owedBench } from './owed-bench.ts';
import { registerBench } from './register-bench.ts';
import { windowBench } from './window-bench.ts';

// Measured side by side in one run: only the ratios mean something on a shared machine. `npm run bench -- register import`
// measures only those parts.
const parts: Record<string, () => Promise<unknown>> = {
  letter: () => withOffice(letterBench),
  issue: () => withOffice(issueBench),
  names: () => withOffice(namesBench),
  register: () => registerBench([{ lines: 10_000, years: 1 }, { lines: 100_000, years: 3 }, { lines: 1_000_000, years: 25 }]),
  owed: () => owedBench([{ dispatches: 10, agencies: 34, days: 30 }, { dispatches: 50, agencies: 67, days: 30 }, { dispatches: 223, agencies: 150, days: 30 }]),
  import: () => importBench(),
  export: () => exportBench(),
  window: () => windowBench(),
};

const wanted = process.argv.slice(2).filter((name) => name in parts);
for (const [name, measure] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await measure();

async function withOffice(measure: (client: Client, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-do-'));
  const engine = testEngine(folder, { user: 'đo' });
  try {
    const client = createRouterClient(engine.router, { context: engine.context });
    await client.settings.update({ office: sampleOffice });
    await measure(client, folder);
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
