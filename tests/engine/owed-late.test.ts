import { expect, test } from 'vitest';
import { openEngine } from '../fixtures/open-engine.ts';

const instant = ({ due, time }: { due: string; time: string | null }): string => `${due}T${time ?? '24:00'}`;

test('«quá hạn» là một số: băng, danh sách và cả hai sổ đếm đúng những dòng ấy, ở mọi thời điểm', async () => {
  const { client } = openEngine();
  await client.demo.load();
  const totals: number[] = [];
  for (const asOf of [undefined, '2026-06-30', '2026-10-15T11:00', '2026-11-20T00:00', '2026-11-30', '2027-03-01']) {
    const [late, summary] = [await client.owed.late({ asOf, limit: 20_000 }), await client.owed.summary({ asOf })];
    expect([late.total, late.owed, late.incoming, late.rows.length]).toEqual([summary.late, summary.owed.late, summary.incoming.late, summary.late]);
    expect(late.rows.filter(({ kind }) => kind === 'owed').map(({ owed }) => owed)).toEqual((await client.owed.list({ asOf, state: 'late', limit: 20_000 })).rows.map(({ id }) => id));
    expect(late.rows.map(instant)).toEqual(late.rows.map(instant).sort());
    expect(late.rows.every(({ subject, due, lateDays }) => subject !== '' && due <= late.asOf && lateDays >= 0)).toBe(true);
    expect((await client.owed.late({ asOf, limit: 3 })).rows).toEqual(late.rows.slice(0, 3));
    totals.push(late.total);
  }
  const now = await client.owed.late();
  expect(now.incoming).toBe((await client.incoming.views({})).views.late);
  expect(now.owed).toBe((await client.owed.board()).counts.late);
  expect(now.owed).toBeGreaterThan(0);
  expect(now.incoming).toBeGreaterThan(0);
  expect(new Set(totals).size).toBeGreaterThan(2);
});
