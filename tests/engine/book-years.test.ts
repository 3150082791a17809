import { describe, expect, test } from 'vitest';
import type { Engine } from '../../electron/engine/engine.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const paper = { organName: 'Sở Y tế', subject: 'lịch trực Tết' };
const elsewhere = { codeNotation: 'UBND-VP', subject: 'phê duyệt quy hoạch' };

/** An office whose clock is set by hand. */
async function openOffice(day = '2026-11-20') {
  let now = new Date(`${day}T09:30:00`);
  const opened = openEngine({ clock: () => now });
  await opened.client.settings.update({ office: sampleOffice });
  return { ...opened, setClock: (to: string): void => void (now = new Date(`${to}T09:30:00`)) };
}

type Confirm = { confirm?: string[] };
/** Every way a number is given, each of the day the clock shows. */
const givers: [string, (client: Client, confirm?: Confirm) => Promise<unknown>][] = [
  ['incoming.register', (client, confirm) => client.incoming.register({ ...paper, ...confirm })],
  ['outgoing.register', (client, confirm) => client.outgoing.register({ ...elsewhere, ...confirm })],
  ['outgoing.reserve', (client, confirm) => client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký', ...confirm })],
  ['outgoing.issue', async (client, confirm) => client.outgoing.issue({ ...(await client.outgoing.draft(sampleLetter())), ...confirm })],
];

describe.each(givers)('%s', (_, give) => {
  test.each([['2002'], ['2015'], ['2027'], ['2036']])('máy đặt ở năm %s: hỏi trước số đầu tiên, xác nhận một lần rồi thôi', async (year) => {
    const { client, setClock, folder, engine } = await openOffice();
    await give(client);
    setClock(`${year}-03-05`);
    const refused = await refusalOf(give(client));
    expect(refused).toMatchObject({ code: 'NEEDS_CONFIRM', data: { confirm: [`year:${year}`] }, message: expect.stringContaining(`05/03/${year}`) as string });
    expect(refused.message).toContain('đang chạy năm 2026');
    expect((await refusalOf(give(client, { confirm: ['year:2099'] }))).code).toBe('NEEDS_CONFIRM');
    await give(client, { confirm: [`year:${year}`] });
    await give(client);
    const { rows } = await client.books.years();
    expect(rows.flatMap(({ acts }) => acts)).toMatchObject([{ act: 'open', who: 'vanthu', at: `${year}-03-05T09:30:00` }]);
    await engine.close();
    expect(auditRegister(folder).faults).toEqual([]);
  });

  test('đồng hồ sớm hơn việc gần nhất trong cùng năm: hỏi, xác nhận rồi thôi', async () => {
    const { client, setClock } = await openOffice();
    await give(client);
    setClock('2026-10-05');
    expect(await refusalOf(give(client))).toMatchObject({ code: 'NEEDS_CONFIRM', data: { confirm: ['clock:2026-10-05'] }, message: expect.stringContaining('20/11/2026') as string });
    await give(client, { confirm: ['clock:2026-10-05'] });
    await give(client);
  });
});

describe.each<['incoming' | 'outgoing', (client: Client, day: string, confirm?: Confirm) => Promise<unknown>]>([
  ['incoming', (client, arrivalDate, confirm) => client.incoming.register({ ...paper, arrivalDate, ...confirm })],
  ['outgoing', (client, issuedDate, confirm) => client.outgoing.register({ ...elsewhere, issuedDate, ...confirm })],
])('sổ %s qua các năm', (kind, give) => {
  test('ngày đề năm 2002 hỏi ngay từ số đầu của sổ trống; năm nay thì không', async () => {
    const { client } = await openOffice();
    expect(await refusalOf(give(client, '2002-05-06'))).toMatchObject({ code: 'NEEDS_CONFIRM', data: { confirm: ['year:2002'] } });
    await give(client, '2026-11-20');
    expect((await client.books.years()).rows).toMatchObject([{ kind, year: 2026, state: 'running', acts: [] }]);
  });

  test('sang năm mới hỏi một lần; ngày của năm cũ hỏi một lần nữa cho tới khi sổ ấy đóng', async () => {
    const { client, setClock } = await openOffice();
    await give(client, '2026-11-20');
    setClock('2027-01-01');
    expect((await refusalOf(give(client, '2027-01-01'))).data).toMatchObject({ confirm: ['year:2027'] });
    await give(client, '2027-01-01', { confirm: ['year:2027'] });
    await give(client, '2027-01-01');
    expect((await refusalOf(give(client, '2026-12-31'))).data).toMatchObject({ confirm: ['year:2026'] });
    await give(client, '2026-12-31', { confirm: ['year:2026'] });
    await give(client, '2026-12-31');
    await client.books.close({ kind, year: 2026 });
    const refused = await refusalOf(give(client, '2026-12-31', { confirm: ['year:2026'] }));
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('năm 2026 đã đóng') as string });
    await client.books.reopen({ kind, year: 2026, reason: 'sót một văn bản của ngày 31/12' });
    await give(client, '2026-12-31');
    const year = (await client.books.years()).rows.find((row) => row.year === 2026);
    expect(year?.acts.map(({ act, reason }) => [act, reason])).toEqual([['open', null], ['close', null], ['reopen', 'sót một văn bản của ngày 31/12']]);
    expect(year?.series).toEqual([{ name: 'chung', last: 4, lastDate: '2026-12-31', lines: 4 }]);
  });

  test('tháng 12 mở sẵn sổ năm sau: không hỏi lúc giao thừa, sổ năm nay vẫn chạy', async () => {
    const { client, setClock } = await openOffice('2026-12-10');
    await give(client, '2026-12-10');
    expect((await client.books.years()).offer).toBe(2027);
    for (const each of ['incoming', 'outgoing'] as const) await client.books.open({ kind: each, year: 2027 });
    expect((await client.books.years()).offer).toBe(null);
    await give(client, '2026-12-10');
    setClock('2027-01-02');
    await give(client, '2027-01-02');
    expect((await refusalOf(give(client, '2026-12-31'))).data).toMatchObject({ confirm: ['year:2026'] });
  });

  test('books.start của năm ấy là lời xác nhận', async () => {
    const { client } = await openOffice();
    await client.books.start({ kind, year: 2021, next: 293 });
    await give(client, '2021-05-20');
    expect((await client.books.years()).rows).toMatchObject([{ kind, year: 2021, state: 'beside', acts: [{ act: 'start' }] }]);
    await give(client, '2026-11-20');
  });
});

test('số giữ của sổ đã đóng không dùng được nữa, và việc đóng sổ nói còn mấy số', async () => {
  const { client } = await openOffice();
  const { rows } = await client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký' });
  expect((await client.books.close({ kind: 'outgoing', year: 2026, reason: 'hết năm' })).reserved).toBe(1);
  expect((await refusalOf(client.outgoing.register({ ...elsewhere, reserved: rows[0]?.id ?? 0 }))).message).toContain('đã đóng');
  expect((await refusalOf(client.books.close({ kind: 'outgoing', year: 2026 }))).message).toContain('đã đóng từ trước');
  expect((await refusalOf(client.books.close({ kind: 'incoming', year: 2026 }))).code).toBe('NOT_FOUND');
  expect((await refusalOf(client.books.open({ kind: 'incoming', year: 2050 }))).message).toContain('còn quá xa');
});

test('hai tiến trình cùng hỏi số đầu năm: xác nhận của người này là của cả sổ', async () => {
  const { client, setClock, folder } = await openOffice();
  await client.incoming.register(paper);
  setClock('2027-01-04');
  const other: { client: Client; engine: Engine } = openEngine({ dataFolder: folder, clock: () => new Date('2027-01-04T10:00:00') });
  await client.incoming.register({ ...paper, confirm: ['year:2027'] });
  expect((await other.client.incoming.register(paper)).arrivalNumber).toBe(2);
});
