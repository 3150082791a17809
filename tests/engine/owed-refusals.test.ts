import { expect, test } from 'vitest';
import type { Obligation } from '../../shared/letter/letter.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const duty = (changes: Partial<Obligation> = {}): Obligation => ({ agencies: ['UBND xã Bình Hòa', 'Sở Y tế'], what: 'báo cáo số hộ', due: '2026-11-18', time: null, recurrence: null, until: null, reportTo: null, ...changes });

async function issued(client: Client, ...obligations: Obligation[]): Promise<{ id: number; notices: string[]; ids: number[] }> {
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter({ appendices: [], obligations }));
  const { notices } = await client.outgoing.issue({ id, issuedDate: '2026-11-10' });
  return { id, notices, ids: (await client.owed.list({ dispatch: id })).rows.map((row) => row.id) };
}

const told = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).message;

test('giao việc thiếu cơ quan, ngày cuối trước lần đầu thì không cấp số; hạn trước ngày ký thì nhận và báo', async () => {
  const { client } = openEngine();
  const { id, notices } = await issued(client, duty({ due: '2026-11-05' }));
  expect(notices).toContain('Việc «báo cáo số hộ» có hạn 05/11/2026, trước ngày ký 10/11/2026; vẫn theo dõi theo hạn đã ghi.');
  expect(await told(client.owed.add({ dispatch: id, obligations: [duty({ agencies: [] })] }))).toContain('chưa ghi cơ quan nào');
  expect(await told(client.owed.add({ dispatch: id, obligations: [duty({ recurrence: 'daily', until: '2026-11-17' })] }))).toContain('trước lần đầu 18/11/2026');
  expect(await told(client.owed.add({ dispatch: id, obligations: [duty({ due: '2026-02-30' })] }))).toContain('không có trong lịch');
});

test('ngày 31 hằng tháng là ngày cuối của tháng ngắn hơn', async () => {
  const { client } = openEngine();
  const { id } = await issued(client, duty({ due: '2026-12-31', recurrence: 'monthly', until: '2027-04-30' }));
  expect((await client.owed.of({ dispatch: id })).rows[0]?.days.map(({ day }) => day)).toEqual(['2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
});

test('số liệu không rõ là số nào thì từ chối, nêu cơ quan và cột; viết kiểu Việt Nam thì đọc được', async () => {
  const { client } = openEngine();
  const columns = [{ header: 'Số hộ', kind: 'number' as const, total: true }, { header: 'Tỷ lệ (%)', kind: 'number' as const }];
  const { ids } = await issued(client, duty({ columns }));
  const [first = 0, second = 0] = ids;
  expect(await told(client.owed.report({ id: first, receivedDate: '2026-11-18', figures: ['1.5', '16,73'] }))).toMatch(/^UBND xã Bình Hòa: Cột «Số hộ»: «1.5» chưa rõ/);
  expect(await told(client.owed.report({ id: first, receivedDate: '2026-11-18', figures: { 'Số nhà': 3 } }))).toContain('không có cột «Số nhà»');
  await client.owed.report({ id: first, receivedDate: '2026-11-18', figures: { 'so ho': '1.705.059', 'Tỷ lệ (%)': '16,73' } });
  expect((await client.owed.get({ id: first })).report?.figures).toEqual([1_705_059, 16.73]);
  expect(await told(client.owed.report({ id: second, receivedDate: '2026-11-09' }))).toContain('trước ngày 10/11/2026 của văn bản');
  expect(await told(client.owed.report({ id: second, receivedDate: '2026-11-21' }))).toContain('còn ở phía trước');
  expect(await told(client.owed.report({ id: first, receivedDate: '2026-11-19' }))).toContain('đã báo cáo ngày 18/11/2026');
  expect(await told(client.owed.excuse({ id: first, reason: 'nhầm' }))).toContain('nên không miễn');
  expect(await told(client.owed.extend({ id: second, due: '2026-11-17', reason: 'mưa' }))).toContain('không sau hạn cũ');
});

test('văn bản đã hủy thì không còn ai phải báo cáo, và nói như vậy', async () => {
  const { client } = openEngine();
  const { id, ids } = await issued(client, duty());
  await client.outgoing.cancel({ id, reason: 'ký nhầm' });
  expect((await client.owed.list({ asOf: '2026-11-20' })).total).toBe(0);
  expect(await told(client.owed.report({ id: ids[0] ?? 0, receivedDate: '2026-11-18' }))).toContain('đã hủy (ký nhầm) nên không còn ai phải báo cáo');
});

test('vào sổ văn bản đến là báo cáo: ghi cùng một lần, nối hai bên; gợi ý nêu việc còn nợ của cơ quan ấy', async () => {
  const { client } = openEngine();
  const { ids } = await issued(client, duty());
  const offered = await client.owed.offers({ organName: 'UBND xã Bình Hòa', text: 'Thực hiện Công văn số 01/UBND-VP' });
  expect(offered.rows.map(({ id, cited }) => [id, cited])).toEqual([[ids[0], true]]);
  const line = await client.incoming.register({ organName: 'UBND xã Bình Hòa', subject: 'báo cáo số hộ', arrivalDate: '2026-11-19', reports: [ids[0] ?? 0] });
  expect(await client.owed.get({ id: ids[0] ?? 0 })).toMatchObject({ state: 'done', settled: 'late', lateDays: 1, report: { incoming: { id: line.id }, receivedDate: '2026-11-19' } });
});

test('hủy văn bản đến đã ghi là báo cáo: nói ai còn được coi là đã báo cáo, kiểm tra sổ cũng nhắc; hoàn tác báo cáo thì lại còn nợ', async () => {
  const { client } = openEngine();
  const { ids: [first = 0] } = await issued(client, duty());
  const line = await client.incoming.register({ organName: 'UBND xã Bình Hòa', subject: 'báo cáo số hộ', arrivalDate: '2026-11-18' });
  const { act } = await client.owed.report({ id: first, receivedDate: '2026-11-18', incoming: line.id });
  const { notices } = await client.incoming.cancel({ id: line.id, reason: 'vào hai lần' });
  expect(notices).toEqual(['Vẫn ghi «UBND xã Bình Hòa» đã báo cáo «báo cáo số hộ» hạn 18/11/2026 bằng văn bản này; nếu chưa có báo cáo thật thì hoàn tác báo cáo ấy ở Theo dõi.']);
  expect((await client.health.check()).findings.map(({ rule, severity }) => [rule, severity])).toEqual([['link', 'warning']]);
  await client.owed.undo({ act: act ?? 0 });
  expect((await client.owed.get({ id: first })).state).toBe('late');
  expect((await client.health.check()).findings).toEqual([]);
  expect(await client.incoming.restore({ id: line.id })).toEqual({ id: line.id, status: 'registered' });
  expect(await client.incoming.cancel({ id: line.id, reason: 'vào hai lần' })).toEqual({ id: line.id, status: 'cancelled' });
});
