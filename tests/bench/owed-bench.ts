import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import BetterSqlite3 from 'better-sqlite3';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { fillOwed } from '../fixtures/fill-owed.ts';
import { testEngine } from '../fixtures/test-engine.ts';
import { measureTogether, printTable, type Timing } from './measure.ts';

const moment = '2026-11-20T09:30';

/** The watching of reports at growing sizes; the board, the first page of late ones and their count beside bare SQLite that walks every agency and day. */
export async function owedBench(sizes: readonly { dispatches: number; agencies: number; days: number }[]): Promise<void> {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'so-cong-van-do-han-'));
    try {
      await testEngine(folder).close();
      fillOwed(folder, size);
      const amount = size.dispatches * size.agencies * size.days;
      const megabytes = statSync(join(folder, databaseFileName)).size / 2 ** 20;
      process.stdout.write(`\n${amount.toLocaleString('vi')} owed days (${size.dispatches} dispatches × ${size.agencies} agencies × ${size.days} days): ${megabytes.toFixed(0)} MB\n`);
      await readsBench(folder, amount);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function readsBench(folder: string, amount: number): Promise<void> {
  const engine = testEngine(folder);
  const client = createRouterClient(engine.router, { context: engine.context });
  const database = new BetterSqlite3(join(folder, databaseFileName), { readonly: true });
  // what a plain program would ask: every agency and every day, with what happened on it
  const every = `FROM obligationDay AS d JOIN duty ON duty.obligationId = d.obligationId LEFT JOIN owed ON owed.dutyId = duty.id AND owed.n = d.n`;
  const isLate = `coalesce(owed.extendedInstant, d.instant) < '${moment}' AND coalesce(owed.settled, 0) = 0`;
  const board = database.prepare(`SELECT duty.agencyId, duty.obligationId, sum(${isLate}) AS late, sum(coalesce(owed.settled, 0)) AS done, count(*) AS days ${every} GROUP BY duty.agencyId, duty.obligationId`);
  const count = database.prepare(`SELECT count(*) ${every} WHERE ${isLate}`).pluck();
  const page = database.prepare(`SELECT d.instant, d.obligationId, d.n, duty.id, duty.name, owed.* ${every} WHERE ${isLate} ORDER BY d.instant, d.obligationId, d.n, duty.ordinal LIMIT 500`);
  const rounds = amount > 500_000 ? 7 : 20;
  const rows: Timing[] = [];
  const pairs: [string, Record<string, () => unknown>][] = [
    ['bare board', { [`owed.board at ${amount}`]: () => client.owed.board(), 'bare board': () => board.all() }],
    ['bare late page', { [`owed.list late, 500 rows at ${amount}`]: () => client.owed.list({ state: 'late', limit: 500 }), 'bare late page': () => [page.all(), count.get()] }],
    ['bare late count', { [`owed.summary at ${amount}`]: () => client.owed.summary(), 'bare late count': () => count.get() }],
  ];
  for (const [against, works] of pairs) {
    const timings = await measureTogether(works, { rounds, warmup: 2 });
    const base = timings.find(({ name }) => name === against)?.median ?? Number.NaN;
    rows.push(...timings.map((timing) => ({ ...timing, name: `${timing.name}${timing.name === against ? '' : `  = ${(timing.median / base).toFixed(2)} × bare`}` })));
  }
  printTable(`${amount.toLocaleString('vi')} owed days beside bare SQLite walking all of them`, rows, rows[0]?.name ?? '');
  const others = await measureTogether(
    {
      [`owed.list, default page at ${amount}`]: () => client.owed.list(),
      'owed.list of a dispatch': () => client.owed.list({ dispatch: 1 }),
      'owed.list done, 500 rows': () => client.owed.list({ state: 'done', limit: 500 }),
      'owed.board as of ten days ago': () => client.owed.board({ asOf: '2026-11-10' }),
      'owed.board of one dispatch': () => client.owed.board({ dispatch: 1 }),
      'owed.agenda of a week': () => client.owed.agenda({ from: '2026-11-16', to: '2026-11-22' }),
      'owed.progress of a month': () => client.owed.progress({ from: '2026-11-01', to: '2026-11-30' }),
    },
    { rounds, warmup: 2 },
  );
  printTable('Other reads', others, others[0]?.name ?? '');
  database.close();
  await engine.close();
}
