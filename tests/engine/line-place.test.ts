import { expect, test } from 'vitest';
import { fillRegister } from '../fixtures/fill-register.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';

type Filter = NonNullable<Parameters<Client['incoming']['list']>[0]>;

async function filled(): Promise<Client> {
  const { client, folder } = openEngine();
  await client.settings.update({ office: { name: 'SỞ NỘI VỤ', place: 'An Bình' } });
  fillRegister(folder, { incoming: 1500, outgoing: 700, years: 3 });
  return client;
}

/** The ids of a whole list, read page by page. */
async function idsOf(read: (part: { limit: number; offset: number }) => Promise<{ rows: { id: number }[] }>): Promise<number[]> {
  const ids: number[] = [];
  for (;;) {
    const { rows } = await read({ limit: 500, offset: ids.length });
    ids.push(...rows.map(({ id }) => id));
    if (rows.length < 500) return ids;
  }
}

const filters: [string, Filter][] = [
  ['cả sổ', {}],
  ['một năm', { year: 2025 }],
  ['chữ có dấu: dòng đúng dấu đứng trước', { text: 'đường' }],
  ['chữ không dấu', { text: 'duong' }],
  ['chữ có dấu trong một năm', { text: 'đường', year: 2026 }],
  ['một mục xem', { view: 'waiting' }],
  ['quá hạn', { view: 'late' }],
  ['lọc dưới đầu cột', { columns: { organName: 'xã dương', priority: 0 } }],
];

test('chỗ của một dòng đúng là chỗ của nó trong danh sách, ở cách xem nào cũng vậy', async () => {
  const client = await filled();
  for (const [name, filter] of filters) {
    const ids = await idsOf((part) => client.incoming.list({ ...filter, ...part }));
    expect(ids.length, name).toBeGreaterThan(10);
    const looked = [0, 1, Math.floor(ids.length / 3), Math.floor(ids.length / 2), ids.length - 1];
    for (const place of looked) expect(await client.incoming.place({ ...filter, id: ids[place] ?? 0 }), `${name}, dòng ${place}`).toEqual({ offset: place });
  }
  for (const filter of [{}, { text: 'đường' }, { view: 'numbered' as const, year: 2026 }, { status: 'cancelled' as const }]) {
    const ids = await idsOf((part) => client.outgoing.list({ ...filter, ...part }));
    for (const place of [0, Math.floor(ids.length / 2), ids.length - 1]) expect(await client.outgoing.place({ ...filter, id: ids[place] ?? 0 })).toEqual({ offset: place });
  }
});

test('dòng không có trong danh sách đang xem thì không có chỗ', async () => {
  const client = await filled();
  const [settled] = (await client.incoming.list({ year: 2024, limit: 1 })).rows;
  expect(await client.incoming.place({ id: settled?.id ?? 0, view: 'waiting' })).toEqual({ offset: null });
  expect(await client.incoming.place({ id: settled?.id ?? 0, year: 2026 })).toEqual({ offset: null });
  expect(await client.incoming.place({ id: settled?.id ?? 0, text: '!!' })).toEqual({ offset: null });
});
