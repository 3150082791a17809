import { expect, test } from 'vitest';
import type { Obligation } from '../../shared/letter/letter.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const duty = (changes: Partial<Obligation> = {}): Obligation => ({ agencies: ['Sở Y tế', 'UBND xã Bình Hòa'], what: 'báo cáo số hộ', due: '2026-11-18', time: null, recurrence: null, until: null, reportTo: null, ...changes });
const told = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).message;

async function asked(client: Client, ...obligations: Obligation[]) {
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter({ appendices: [], obligations }));
  await client.outgoing.issue({ id, issuedDate: '2026-11-10' });
  const [kept] = (await client.owed.of({ dispatch: id })).rows;
  if (!kept) throw new Error('no obligation');
  return { id, kept, days: kept.duties.map((each) => each.id * 10_000 + 1) };
}

test.each<[string, Record<string, number>, string]>([
  ['tên cột 5.000 ký tự', { ['y'.repeat(5000)]: 1 }, 'dài quá 300 ký tự'],
  ['hai nghìn cột', Object.fromEntries(Array.from({ length: 2000 }, (_, at) => [`c${at}`, at])), 'Có 2.000 số liệu, một báo cáo có nhiều nhất 50 cột'],
  ['không có tên cột', { '\u0000': 1 }, 'chưa ghi tên cột'],
  ['hai số liệu một cột', { 'Số hộ': 1, 'so  HO': 2 }, 'có hai số liệu'],
])('số liệu không hẹn trước, %s: từ chối, không ghi gì, việc vẫn xem được', async (_, figures, sentence) => {
  const { client } = openEngine();
  const { id, days: [day = 0] } = await asked(client, duty());
  expect(await told(client.owed.report({ id: day, receivedDate: '2026-11-18', figures }))).toContain(sentence);
  expect((await client.owed.get({ id: day })).report).toBeNull();
  expect((await client.owed.of({ dispatch: id })).rows[0]?.columns).toEqual([]);
});

test('hai số liệu cho một cột, hay tên của hai cột: nói ra, không số nào bị bỏ lặng lẽ', async () => {
  const { client } = openEngine();
  const { days: [day = 0] } = await asked(client, duty({ columns: [{ header: 'Số hộ', kind: 'number' }, { header: 'Số', kind: 'number' }, { header: 'SỐ', kind: 'number' }] }));
  const report = (figures: Record<string, number>) => client.owed.report({ id: day, receivedDate: '2026-11-18', figures });
  expect(await told(report({ 'Số hộ': 1, 'so ho': 2 }))).toContain('Cột «Số hộ» có hai số liệu');
  expect((await client.owed.report({ id: day, receivedDate: '2026-11-18', figures: JSON.parse('{"__proto__": 5, "Số hộ": 7}') as Record<string, number>, partial: true })).notices).toContain('Chưa có số liệu cột «Số», «SỐ».');
  expect(await told(report({ Số: 1 }))).toContain('nhiều cột cùng tên «Số»; ghi số liệu theo thứ tự');
  expect(await told(client.owed.report({ id: day, receivedDate: '2026-11-18', figures: '9'.repeat(400) }))).toMatch(/^Sở Y tế: Cột «Số hộ»: «9{39}…» dài quá 15 chữ số/);
});

test('ký tự không in được trong việc giao, cột, ô số liệu được bỏ; một cơ quan viết nhiều cách chỉ nợ một lần', async () => {
  const { client } = openEngine();
  const { id } = await asked(client, duty());
  const { obligations, notices } = await client.owed.add({ dispatch: id, obligations: [duty({ what: 'gửi\u0000 danh\u202E sách', agencies: ['Sở Nội vụ', 'SỞ NỘI VỤ', 'sở  nội vụ.'], columns: [{ header: 'Tên\u0007', kind: 'text' }] })] });
  expect(notices).toContain('Đã bỏ 3 ký tự không in được trong việc phải theo dõi.');
  const kept = (await client.owed.of({ dispatch: id })).rows.find((each) => each.id === obligations[0]);
  expect(kept).toMatchObject({ what: 'gửi danh sách', columns: [{ header: 'Tên' }], duties: [{ name: 'Sở Nội vụ' }] });
  const day = (kept?.duties[0]?.id ?? 0) * 10_000 + 1;
  await client.owed.report({ id: day, receivedDate: '2026-11-18', figures: ['bà\u0000 Hoa\u202E'] });
  expect((await client.owed.get({ id: day })).report?.figures).toEqual(['bà Hoa']);
});

test('việc dài nghìn chữ, cột dài ba trăm chữ: bảng tổng hợp và công văn đôn đốc vẫn ra, phần dài được rút', async () => {
  const { client } = openEngine();
  const long = 'đúng hạn '.repeat(200);
  const columns = ['một', 'hai'].map((word) => ({ header: `${word} ${long}`.slice(0, 300).trim(), kind: 'number' as const, total: true }));
  const { kept, days } = await asked(client, duty({ what: `báo cáo ${long}`.slice(0, 1000).trim(), columns, recurrence: 'daily', until: '2026-11-19' }));
  const { draft } = await client.owed.remind({ ids: days });
  expect((await client.outgoing.issue({ id: draft })).code).toBe('02/UBND-VP');
  for (const id of days) await client.owed.report({ id, receivedDate: '2026-11-18', figures: [4, 5] });
  const { appendix } = await client.owed.collect({ obligation: kept.id, n: 1, share: true, rank: true });
  expect(appendix.title).toMatch(/^Tổng hợp đúng hạn .*…$/);
  expect(Math.max(...appendix.columns.map(({ header }) => header.length))).toBeLessThanOrEqual(300);
});

test('bảy trăm nơi quá hạn, mỗi nơi một dòng của văn bản: đôn đốc các nơi có tên trong phụ lục, dự thảo mở được', async () => {
  const { client } = openEngine();
  const { days } = await asked(client, duty({ agencies: Array.from({ length: 700 }, (_, at) => `Đơn vị số ${at + 1}`) }));
  const { draft } = await client.owed.remind({ ids: days });
  const letter = await client.outgoing.get({ id: draft });
  expect([letter.addressees, letter.appendices[0]?.rows.length]).toEqual([['Các cơ quan, đơn vị có tên trong Phụ lục'], 700]);
});

test('bảng gửi đến có tên cột, ô chữ quá dài hay quá nhiều cột: đọc được thì đọc, không thì nói vì sao', async () => {
  const { client } = openEngine();
  const { kept } = await asked(client, duty());
  const read = (head: string, cells: string) => client.owed.read({ obligation: kept.id, text: `Đơn vị\t${head}\nSở Y tế\t${cells}` });
  expect((await read('y'.repeat(5000), '5')).columns[0]?.header).toHaveLength(300);
  expect((await read('Ghi chú', 'chữ '.repeat(1000))).rows[0]).toMatchObject({ figures: [null], problems: ['Cột «Ghi chú»: ô dài quá 2.000 ký tự; rút gọn lại.'] });
  const many = Array.from({ length: 60 }, (_, at) => `c${at}`).join('\t');
  expect(await told(read(many, many))).toContain('Bảng có 60 cột số liệu, một báo cáo có nhiều nhất 50');
});

test('tên nơi phải làm dài như cả câu không được lấy làm tên', async () => {
  const { client } = openEngine();
  const { rows } = await client.owed.phrases({ text: `Ủy ban nhân dân xã ${'Rất Dài '.repeat(100)}báo cáo trước ngày 15/12/2026.`, issuedDate: '2026-11-10' });
  for (const { obligation } of rows) expect(obligation.agencies.every((name) => name.length <= 300)).toBe(true);
});

test('năm gõ nhầm thành 9999 được hỏi lại, ở mọi chỗ ghi ngày', async () => {
  const { client } = openEngine();
  const { id, days: [day = 0], kept } = await asked(client, duty({ recurrence: 'daily', until: '2026-11-19' }));
  const far = '9999-12-31';
  for (const call of [
    client.owed.add({ dispatch: id, obligations: [duty({ due: far })] }),
    client.owed.add({ dispatch: id, obligations: [duty({ due: '9999-12-30', recurrence: 'daily', until: far })] }),
    client.outgoing.draft(sampleLetter({ obligations: [duty({ due: far })] })),
    client.owed.extend({ id: day, due: far, reason: 'mưa' }),
    client.owed.change({ obligation: kept.id, until: far }),
    client.owed.list({ asOf: far }),
    client.owed.progress({ from: far, to: far }),
    client.owed.remind({ ids: [day], newDue: far }),
    client.owed.phrases({ text: 'Các Sở báo cáo trong 10 ngày làm việc kể từ ngày ký.', issuedDate: far }),
    client.calendar.count({ from: far, amount: 3660, unit: 'working-days' }),
  ]) expect(await told(call)).toContain('còn quá xa; kiểm tra lại năm.');
});

test('khoảng ngày để trống là không lọc, ngược thì nói; dấu trang của danh sách khác bị từ chối', async () => {
  const { client } = openEngine();
  await asked(client, duty());
  const text = async (file: Promise<File>) => (await file).name;
  expect(await text(client.owed.lateList({ from: '', to: '', format: 'docx' }))).toMatch(/\.docx$/);
  expect(await text(client.owed.ics({ from: '', to: '' }))).toBe('Hạn báo cáo từ 2026-11-20 đến 2027-11-21.ics');
  expect((await client.owed.list({ from: '', to: '' })).total).toBe(2);
  const reversed = { from: '2026-12-01', to: '2026-11-01' };
  for (const call of [client.owed.list(reversed), client.owed.lateList({ ...reversed, format: 'xlsx' }), client.owed.ics(reversed), client.recipients.sheet({ ...reversed, format: 'docx' })]) expect(await told(call)).toBe('Khoảng từ 01/12/2026 đến 01/11/2026 ngược; chọn lại.');
  await client.outgoing.draft(sampleLetter());
  const { nextCursor } = await client.outgoing.list({ limit: 1 });
  for (const cursor of [nextCursor ?? '', Buffer.from('["a","b",1,2,3]').toString('base64url')]) expect(await told(client.owed.list({ cursor }))).toContain('Dấu trang (cursor) không đúng');
});

test('danh sách quá dài nói nhiều nhất bao nhiêu', async () => {
  const { client } = openEngine();
  const { id, days: [day = 0], kept } = await asked(client, duty());
  expect(await told(client.owed.add({ dispatch: id, obligations: Array<Obligation>(1001).fill(duty()) }))).toBe('Một lần giao nhiều nhất 1.000 việc.');
  expect(await told(client.owed.enter({ obligation: kept.id, receivedDate: '2026-11-18', rows: Array(5001).fill({ id: day }) as { id: number }[] }))).toBe('Một lần nhập nhiều nhất 5.000 dòng.');
  expect(await told(client.recipients.add({ dispatch: id, lines: Array<string>(501).fill('Sở Y tế') }))).toBe('Một lần thêm nhiều nhất 500 dòng.');
  expect(await told(client.recipients.mark({ ids: Array<number>(20_001).fill(1), set: { copies: 1 } }))).toBe('Một lần đổi nhiều nhất 20.000 nơi.');
  expect(await told(client.owed.excuse({ ids: Array<number>(20_001).fill(day), reason: 'x' }))).toBe('Một lần đổi nhiều nhất 20.000 việc.');
});
