import { createRouterClient } from '@orpc/server';
import { testEngine } from '../fixtures/test-engine.ts';

// A process of its own that works a register for a while: `engine-memory.ts <data folder>` prints its memory.
const engine = testEngine(process.argv[2] ?? '');
const client = createRouterClient(engine.router, { context: engine.context });
for (let turn = 0; turn < 60; turn += 1) {
  for (const text of ['duong', 'đường', 'phong chay', '2953', 'so tai chinh', undefined]) await client.incoming.list({ text, exact: false, offset: turn * 100 });
  await client.outgoing.list({ text: 'quy hoach', exact: false });
  await client.search.all({ text: 'đường' });
  await client.incoming.register({ organName: 'Sở Tài chính', code: `${turn}/STC`, subject: 'đo bộ nhớ' });
}
const { rss, heapUsed } = process.memoryUsage();
process.stdout.write(`${(rss / 2 ** 20).toFixed(0)} MB (JavaScript heap ${(heapUsed / 2 ** 20).toFixed(0)} MB)\n`);
await engine.close();
