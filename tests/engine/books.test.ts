import { expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

test('sổ năm nay có sẵn từ số 1; sổ năm cũ chỉ mở khi cơ quan mở', async () => {
  const { client } = openEngine();
  expect((await client.books.list()).rows).toEqual([{ kind: 'outgoing', series: 'chung', year: 2026, next: 1, open: true, lastDate: null }, { kind: 'incoming', series: 'chung', year: 2026, next: 1, open: true, lastDate: null }]);
  await client.books.start({ kind: 'outgoing', year: 2020, next: 2953 });
  expect((await client.books.list({ year: 2020 })).rows).toEqual([{ kind: 'outgoing', series: 'chung', year: 2020, next: 2953, open: true, lastDate: null }]);
});

test('số bắt đầu đặt lại được khi sổ chưa cấp số nào, hết đặt được khi đã cấp', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  await client.books.start({ kind: 'outgoing', year: 2020, next: 100 });
  await client.books.start({ kind: 'outgoing', year: 2020, next: 2953 });
  const { id, notices } = await client.outgoing.draft({ ...sampleLetter({ issuedDate: '2020-08-14' }), codeNumber: 2953 });
  expect(notices).toEqual([]);
  expect((await client.outgoing.issue({ id })).code).toBe('2953/UBND-VP');
  const refused = await refusalOf(client.books.start({ kind: 'outgoing', year: 2020, next: 1 }));
  expect(refused.message).toContain('đã cấp số, số kế tiếp là 2954');
  await client.outgoing.cancel({ id, reason: 'thử' });
  expect((await refusalOf(client.books.start({ kind: 'outgoing', year: 2020, next: 1 }))).code).toBe('NOT_ALLOWED');
});

test('mỗi năm một dãy, mỗi loại lấy số từ dãy của nó', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice, series: [{ name: 'thông báo', typeNames: ['Thông báo'] }] });
  const issue = async (changes: Parameters<typeof sampleLetter>[0], issuedDate: string): Promise<string> => {
    const { id } = await client.outgoing.draft(sampleLetter(changes));
    return (await client.outgoing.issue({ id, issuedDate, confirm: ['year:2025'] })).code;
  };
  expect(await issue({}, '2026-11-02')).toBe('01/UBND-VP');
  expect(await issue({ typeName: 'Thông báo', codeNotation: 'TB-UBND' }, '2026-11-02')).toBe('01/TB-UBND');
  expect(await issue({ typeName: 'Tờ trình', codeNotation: 'TTr-UBND' }, '2026-11-03')).toBe('02/TTr-UBND');
  expect(await issue({}, '2025-12-31')).toBe('01/UBND-VP');
  expect(await issue({ typeName: 'Thông báo', codeNotation: 'TB-UBND' }, '2026-11-04')).toBe('02/TB-UBND');
});

test('cùng số, ký hiệu và năm ở hai dãy thì bị từ chối, không để lại gì', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice, series: [{ name: 'riêng', typeNames: ['Thông báo'] }] });
  const first = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id: first.id });
  const second = await client.outgoing.draft(sampleLetter({ typeName: 'Thông báo' }));
  const refused = await refusalOf(client.outgoing.issue({ id: second.id }));
  expect([refused.code, refused.message]).toEqual(['NUMBER_TAKEN', expect.stringContaining('Số 01/UBND-VP năm 2026 đã có')]);
  expect((await client.outgoing.get({ id: second.id })).status).toBe('draft');
  expect((await client.books.list({ year: 2026 })).rows.find((book) => book.series === 'riêng')?.next).toBe(1);
});

test.each([
  [{ kind: 'outgoing', year: 2026, next: 0 }, 'Số bắt đầu nhỏ nhất là 1.'],
  [{ kind: 'outgoing', year: 2026, next: 1.5 }, 'Số bắt đầu phải là số nguyên.'],
  [{ kind: 'di', year: 2026, next: 1 }, 'Loại sổ là incoming hoặc outgoing.'],
  [{ kind: 'outgoing', year: 26, next: 1 }, 'Năm nhỏ hơn 1900.'],
])('mở sổ với %j bị từ chối', async (input, sentence) => {
  const { client } = openEngine();
  expect((await refusalOf(client.books.start(input as never))).message).toBe(sentence);
});

test('không mở được sổ của dãy số chưa khai', async () => {
  const { client } = openEngine();
  expect(await refusalOf(client.books.start({ kind: 'outgoing', series: '__proto__', year: 2026, next: 5 }))).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('Chưa có dãy số') as string });
});

test('một loại văn bản không thuộc hai dãy', async () => {
  const { client } = openEngine();
  const refused = await refusalOf(client.settings.update({ series: [{ name: 'a', typeNames: ['Báo cáo'] }, { name: 'b', typeNames: ['Báo cáo'] }] }));
  expect(refused.message).toContain('«Báo cáo» thuộc hai dãy số');
  expect((await client.settings.get()).series).toEqual([]);
});

test('đến và đi theo tuần: tuần từ thứ Hai, qua năm, hủy thì không tính', async () => {
  const { client } = openEngine({ clock: () => new Date(2027, 0, 6, 9, 30) });
  await client.settings.update({ office: sampleOffice });
  await client.books.start({ kind: 'incoming', year: 2026, next: 1 });
  await client.books.start({ kind: 'outgoing', year: 2026, next: 1 });
  const arrive = (arrivalDate: string) => client.incoming.register({ organName: 'Sở Tài chính', code: `${arrivalDate}/STC`, subject: 'dự toán', arrivalDate });
  const issue = async (issuedDate: string) => {
    const { id } = await client.outgoing.draft(sampleLetter());
    await client.outgoing.issue({ id, issuedDate });
    return id;
  };
  for (const day of ['2026-12-20', '2026-12-21', '2026-12-27', '2026-12-28', '2026-12-31', '2027-01-01', '2027-01-03', '2027-01-04']) await arrive(day);
  const { id: mistaken } = await arrive('2027-01-02');
  await client.incoming.cancel({ id: mistaken, reason: 'vào nhầm' });
  const { id: takenBack } = await arrive('2027-01-05');
  await client.incoming.recall({ id: takenBack, reason: 'nơi gửi rút lại' });
  for (const day of ['2026-12-27', '2026-12-31', '2027-01-01', '2027-01-04']) await issue(day);
  await client.outgoing.cancel({ id: await issue('2027-01-04'), reason: 'sai số' });
  await client.outgoing.mark({ ids: [await issue('2027-01-05')], status: 'sent' });
  await client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký', issuedDate: '2027-01-05' });
  await client.outgoing.draft(sampleLetter({ issuedDate: '2027-01-05' }));

  const { rows } = await client.books.weeks({ weeks: 4 });
  expect(rows).toEqual([
    { from: '2026-12-14', to: '2026-12-20', incoming: 1, outgoing: 0 },
    { from: '2026-12-21', to: '2026-12-27', incoming: 2, outgoing: 1 },
    { from: '2026-12-28', to: '2027-01-03', incoming: 4, outgoing: 2 },
    { from: '2027-01-04', to: '2027-01-10', incoming: 2, outgoing: 2 },
  ]);
  expect((await client.books.weeks({ weeks: 1, asOf: '2026-12-27' })).rows).toEqual([rows[1]]);
});

test('sổ trống vẫn có mười hai tuần, tuần cuối là tuần này; ngày không có trong lịch bị từ chối', async () => {
  const { client } = openEngine();
  const { rows } = await client.books.weeks();
  expect(rows).toHaveLength(12);
  expect(rows[0]).toEqual({ from: '2026-08-31', to: '2026-09-06', incoming: 0, outgoing: 0 });
  expect(rows.at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-22', incoming: 0, outgoing: 0 });
  expect(rows.every(({ incoming, outgoing }) => incoming + outgoing === 0)).toBe(true);
  expect((await client.books.weeks({ asOf: '1900-01-02' })).rows.at(-1)?.from).toBe('1900-01-01');
  expect((await refusalOf(client.books.weeks({ asOf: '2026-02-30' }))).message).toContain('30');
  expect((await refusalOf(client.books.weeks({ weeks: 0 }))).code).toBe('INPUT_INVALID');
});
