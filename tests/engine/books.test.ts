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
    return (await client.outgoing.issue({ id, issuedDate })).code;
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
