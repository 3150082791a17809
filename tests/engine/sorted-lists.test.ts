import { expect, test } from 'vitest';
import { incomingSorts, outgoingSorts } from '../../shared/domain/list-sort.ts';
import { compareVietnamese } from '../../shared/domain/vietnamese-order.ts';
import { refusalOf } from '../contract/suite.ts';
import { withDemonstration } from '../fixtures/demonstration.ts';
import { fillRegister } from '../fixtures/fill-register.ts';
import { openEngine, type Client } from '../fixtures/open-engine.ts';

const senders = ['Sở Y tế', 'Đảng ủy xã Đông Hòa', 'Sở Nội vụ', 'Ủy ban nhân dân xã Ân Tường', 'Ủy ban nhân dân xã An Tường', 'Đài Phát thanh'];

async function sixLines(client: Client): Promise<void> {
  for (const [at, organName] of senders.entries()) await client.incoming.register({ organName, code: `${[9, 10, 100, 11, 2, 1][at]}/CV`, subject: `việc ${at}`, ...(at % 2 === 0 && { dueDate: `2026-12-0${9 - at}` }) });
}

test('sắp theo chữ Việt, theo số, theo ngày; xuôi rồi ngược; dòng không có gì đứng cuối cả hai chiều', async () => {
  const { client } = openEngine();
  await sixLines(client);
  const by = async (sort: NonNullable<NonNullable<Parameters<Client['incoming']['list']>[0]>['sort']>, field: 'organName' | 'code' | 'dueDate'): Promise<unknown[]> => (await client.incoming.list({ sort })).rows.map((row) => row[field]);
  const names = ['Đài Phát thanh', 'Đảng ủy xã Đông Hòa', 'Sở Nội vụ', 'Sở Y tế', 'Ủy ban nhân dân xã An Tường', 'Ủy ban nhân dân xã Ân Tường'];
  expect(await by({ by: 'organName' }, 'organName')).toEqual(names);
  expect(await by({ by: 'organName', order: 'desc' }, 'organName')).toEqual(names.toReversed());
  expect(await by({ by: 'code' }, 'code')).toEqual(['1/CV', '2/CV', '9/CV', '10/CV', '11/CV', '100/CV']);
  expect(await by({ by: 'due' }, 'dueDate')).toEqual(['2026-12-05', '2026-12-07', '2026-12-09', null, null, null]);
  expect(await by({ by: 'due', order: 'desc' }, 'dueDate')).toEqual(['2026-12-09', '2026-12-07', '2026-12-05', null, null, null]);
  expect((await client.incoming.list({})).rows.map(({ number }) => number)).toEqual(['06', '05', '04', '03', '02', '01']);
});

test('cả danh sách được sắp, không chỉ những dòng đã đọc: từng trang nối nhau, chỗ của dòng đúng, sổ đổi thì thứ tự đổi', async () => {
  const { client, folder } = openEngine();
  fillRegister(folder, { incoming: 1200, outgoing: 300, years: 2 });
  const sort = { by: 'subject', order: 'asc' } as const;
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await client.incoming.list({ sort, limit: 500, ...(cursor && { cursor }) });
    expect(page.total).toBe(1200);
    pages.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor);
  expect(new Set(pages.map(({ id }) => id)).size).toBe(1200);
  for (const [at, row] of pages.entries()) if (at > 0) expect(compareVietnamese(pages[at - 1]?.subject ?? '', row.subject)).toBeLessThanOrEqual(0);
  expect((await client.incoming.list({ sort, offset: 700, limit: 3 })).rows.map(({ id }) => id)).toEqual(pages.slice(700, 703).map(({ id }) => id));
  expect((await client.incoming.place({ sort, id: pages[911]?.id ?? 0 })).offset).toBe(911);
  const last = pages.at(-1)?.id ?? 0;
  await client.incoming.update({ id: last, subject: 'a a a' });
  expect([(await client.incoming.place({ sort, id: last })).offset, (await client.incoming.list({ sort, limit: 1 })).rows[0]?.id]).toEqual([0, last]);
  // found by a word, the same lines as without an order
  const text = 'báo cáo';
  const plain = await client.incoming.list({ text, limit: 500 });
  const ordered = await client.incoming.list({ text, limit: 500, sort });
  expect([ordered.total, ordered.rows.map(({ id }) => id).sort()]).toEqual([plain.total, plain.rows.map(({ id }) => id).sort()]);
});

test('mọi cột của cả hai sổ sắp được, chiều ngược là đúng chiều kia với những dòng có giá trị khác nhau', async () => {
  const { client, engine } = openEngine();
  await withDemonstration(engine);
  for (const by of incomingSorts) {
    const [up, down] = [await client.incoming.list({ sort: { by, order: 'asc' }, limit: 500 }), await client.incoming.list({ sort: { by, order: 'desc' }, limit: 500 })];
    expect(up.rows.map(({ id }) => id).sort(), by).toEqual(down.rows.map(({ id }) => id).sort());
    expect(up.counts, by).toEqual((await client.incoming.list({})).counts);
  }
  for (const by of outgoingSorts) {
    const [up, down] = [await client.outgoing.list({ sort: { by, order: 'asc' }, limit: 500 }), await client.outgoing.list({ sort: { by, order: 'desc' }, limit: 500 })];
    expect(up.rows.map(({ id }) => id).sort(), by).toEqual(down.rows.map(({ id }) => id).sort());
  }
  const codes = (await client.outgoing.list({ sort: { by: 'code', order: 'asc' }, view: 'numbered', limit: 500 })).rows.map(({ year, codeNumber }) => (year ?? 0) * 100_000 + (codeNumber ?? 0));
  expect(codes).toEqual(codes.toSorted((one, other) => one - other));
  expect((await refusalOf(client.incoming.list({ sort: { by: 'bịa' as 'due', order: 'asc' } }))).message).toContain('Sắp theo');
});
