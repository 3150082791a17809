import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { sampleOffice } from '../fixtures/sample-letters.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { issueBench } from './issue-bench.ts';
import { letterBench } from './letter-bench.ts';
import { listBench } from './list-bench.ts';

// Measured side by side in one run: only the ratios mean something on a shared machine.
const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-do-'));
const engine = testEngine(folder, { user: 'đo' });
try {
  const client = createRouterClient(engine.router, { context: engine.context });
  await client.settings.update({ office: sampleOffice });
  await letterBench(client);
  await issueBench(client, folder);
  await listBench(client, folder);
  process.stdout.write(`\nMemory of the process after all this: ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB\n`);
} finally {
  await engine.close();
  rmSync(folder, { recursive: true, force: true });
}
