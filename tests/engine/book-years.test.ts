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
    const said = { act: 'open', who: 'vanthu', at: `${year}-03-05T09:30:00` };
    const behind = { act: 'clock', reason: '2026-11-20T09:30:00', at: `${year}-03-05T09:30:00` };
    expect(rows.flatMap(({ acts }) => acts)).toMatchObject(Number(year) < 2026 ? [said, behind] : [said]);
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

test.each(givers)('%s: đồng hồ sớm hơn việc gần nhất của sổ kia hay dãy khác cũng hỏi, một lần cho mọi sổ', async (_, give) => {
  const { client, setClock } = await openOffice('2026-03-02');
  await client.settings.update({ series: [{ name: 'mật', typeNames: ['Kế hoạch'] }] });
  for (const [, first] of givers) await first(client);
  setClock('2026-11-20');
  await client.incoming.register(paper);
  await client.outgoing.register({ ...elsewhere, typeName: 'Kế hoạch', codeNotation: 'KH-UBND' });
  setClock('2026-10-05');
  expect((await refusalOf(give(client))).data).toMatchObject({ confirm: ['clock:2026-10-05'] });
  await give(client, { confirm: ['clock:2026-10-05'] });
  for (const [, any] of givers) await any(client);
  // an earlier clock than the one that was said to be right is a new question
  setClock('2026-10-04');
  expect((await refusalOf(give(client))).data).toMatchObject({ confirm: ['clock:2026-10-04'] });
  // and so is going back once more after the clock had come right
  setClock('2026-11-21');
  await give(client);
  setClock('2026-10-05');
  expect((await refusalOf(give(client))).data).toMatchObject({ confirm: ['clock:2026-10-05'] });
});

test('năm và đồng hồ cùng lạ: một lần hỏi cả hai', async () => {
  const { client, setClock } = await openOffice();
  await client.incoming.register(paper);
  setClock('2026-10-05');
  const wanted = { ...elsewhere, issuedDate: '2025-12-31' };
  const refused = await refusalOf(client.outgoing.register(wanted));
  expect(refused.data).toMatchObject({ confirm: ['year:2025', 'clock:2026-10-05'] });
  expect(refused.message).toMatch(/sổ năm 2025.*sớm hơn việc ghi gần nhất/);
  expect((await refusalOf(client.outgoing.register({ ...wanted, confirm: ['year:2025'] }))).data).toMatchObject({ confirm: ['clock:2026-10-05'] });
  await client.outgoing.register({ ...wanted, confirm: ['year:2025', 'clock:2026-10-05'] });
});

describe('sổ đã đóng và sổ cũ nhập vào', () => {
  const file = (rows: string): File => new File([`Số đến,Ngày đến,Tác giả,Trích yếu\n${rows}`], 'so den 2019.csv');
  const old = { book: 'incoming' as const };
  const rows2019 = '1,05/01/2019,Sở Y tế,lịch trực\n2,06/01/2019,Sở Nội vụ,biên chế\n';

  test('năm chỉ có dòng nhập từ sổ cũ cũng đóng được; đóng rồi không nhập thêm, không gỡ ra, sức khỏe sổ vẫn tốt', async () => {
    const { client } = await openOffice();
    const { batch } = await client.import.apply({ ...old, file: file(rows2019) });
    expect((await client.books.years()).rows).toMatchObject([{ kind: 'incoming', year: 2019, state: 'past', acts: [], series: [{ last: 2, lines: 2 }] }]);
    await client.books.close({ kind: 'incoming', year: 2019 });
    const more = file(`${rows2019}3,07/01/2019,Sở Tài chính,quyết toán\n`);
    expect((await client.import.preview({ ...old, file: more })).problems[0]).toMatchObject({ message: expect.stringContaining('năm 2019 đã đóng') as string, leftOut: false });
    expect(await refusalOf(client.import.apply({ ...old, file: more }))).toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('năm 2019 đã đóng') as string });
    expect((await client.incoming.list({ year: 2019 })).total).toBe(2);
    // the same file again adds nothing, so nothing stands in its way
    expect(await client.import.apply({ ...old, file: file(rows2019) })).toMatchObject({ imported: 0, skipped: 2 });
    expect((await refusalOf(client.import.undo({ batch: batch ?? 0 }))).message).toContain('không gỡ');
    expect((await client.health.check()).findings).toEqual([]);
    await client.books.reopen({ kind: 'incoming', year: 2019, reason: 'sót dòng cuối' });
    expect(await client.import.apply({ ...old, file: more })).toMatchObject({ imported: 1, skipped: 2 });
    await client.books.close({ kind: 'incoming', year: 2019 });
    expect((await client.health.check()).findings).toEqual([]);
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
