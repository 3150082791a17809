import { expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const paper = { organName: 'Sở Y tế', subject: 'lịch trực Tết' };
const elsewhere = { codeNotation: 'UBND-VP', subject: 'phê duyệt quy hoạch' };

async function openOffice() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  return opened;
}

/** The act behind the last entry of a line's history that changed something: what the window offers to take back. */
async function lastActOf({ engine }: Awaited<ReturnType<typeof openOffice>>): Promise<number> {
  const { id } = await engine.context.database.selectFrom('registerAct').select('id').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
  return id;
}

test('ký tự điều khiển, đảo chiều, nửa ký tự, chữ tổ hợp rời: sổ giữ chữ sạch, dựng sẵn, ở mọi ô và mọi lý do', async () => {
  const { client } = await openOffice();
  const dirty = 'Sở\u0000 Tài\u202E chính\uD800';
  const clean = 'Sở Tài chính';
  const { id } = await client.incoming.register({ organName: dirty.normalize('NFD'), subject: dirty, note: dirty, doubleReason: dirty, signer: { fullName: dirty }, toPlaces: dirty, arrivalDate: '\u0000', dueDate: ' 2026-12-01 ' });
  const line = await client.incoming.get({ id });
  expect([line.organName, line.subject, line.note, line.doubleReason, line.signerName, line.toPlaces, line.arrivalDate, line.dueDate]).toEqual([clean, clean, clean, clean, clean, clean, '2026-11-20', '2026-12-01']);
  await client.incoming.cancel({ id, reason: dirty });
  expect((await client.incoming.get({ id })).cancelReason).toBe(clean);
  const { rows } = await client.outgoing.reserve({ codeNotation: 'UBND–VP', reason: dirty });
  expect(rows).toMatchObject([{ code: '01/UBND-VP' }]);
  await client.outgoing.note({ id: rows[0]?.id ?? 0, note: dirty, receipt: dirty });
  expect(await client.outgoing.get({ id: rows[0]?.id ?? 0 })).toMatchObject({ reservedReason: clean, note: clean, receipt: clean });
});

test.each(['\u0000', '\u202E', '\u200D', '\u2060 ', '…'])('chữ không nhìn thấy hay không nói gì (%j) không phải là tên cơ quan, trích yếu, lý do', async (empty) => {
  const { client } = await openOffice();
  expect((await refusalOf(client.incoming.register({ ...paper, organName: empty }))).message).toContain('Chưa ghi nơi gửi');
  expect((await refusalOf(client.outgoing.register({ ...elsewhere, subject: empty }))).message).toBe('Chưa ghi trích yếu.');
  expect((await refusalOf(client.agencies.save({ name: empty }))).message).toBe('Chưa ghi tên cơ quan.');
  const { id } = await client.incoming.register(paper);
  expect((await refusalOf(client.incoming.cancel({ id, reason: empty }))).message).toBe('Ghi lý do hủy.');
  expect(id).toBe(1);
});

test('số đã có văn bản không trở lại thành số giữ khi hoàn tác một lần hủy từ trước đó', async () => {
  const opened = await openOffice();
  const { client, folder, engine } = opened;
  const kept = (await client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký' })).rows[0]?.id ?? 0;
  await client.outgoing.cancel({ id: kept, reason: 'thôi' });
  const early = await lastActOf(opened);
  await client.outgoing.restore({ id: kept });
  await client.outgoing.register({ ...elsewhere, reserved: kept });
  await client.outgoing.cancel({ id: kept, reason: 'thôi' });
  expect((await refusalOf(client.register.undo({ act: early }))).code).toBe('CHANGED_MEANWHILE');
  expect(await client.outgoing.get({ id: kept })).toMatchObject({ status: 'cancelled', origin: 'elsewhere', code: '01/UBND-VP' });
  expect((await client.outgoing.restore({ id: kept })).status).toBe('issued');
  await engine.close();
  expect(auditRegister(folder).faults).toEqual([]);
});

test('số giữ đã chuyển sang văn bản: tệp và ghi chú đi theo, dòng cũ không hiện lại, không nhận việc gì nữa', async () => {
  const opened = await openOffice();
  const { client, folder, engine } = opened;
  const kept = (await client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký' })).rows[0]?.id ?? 0;
  const noted = await client.outgoing.note({ id: kept, note: 'gấp lắm' });
  await client.outgoing.attach({ id: kept, files: [new File(['%PDF'], 'bản nháp tay.pdf')] });
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id, reserved: kept });
  expect(await client.outgoing.get({ id })).toMatchObject({ note: 'gấp lắm', fileCount: 1, code: '01/UBND-VP' });
  for (const call of [client.register.undo({ act: noted.act ?? 0 }), client.outgoing.attach({ id: kept, files: [new File(['x'], 'x.pdf')] }), client.outgoing.cancel({ id: kept, reason: 'hủy' }), client.outgoing.restore({ id: kept })]) await refusalOf(call);
  expect((await refusalOf(client.outgoing.cancel({ id: kept, reason: 'hủy' }))).message).toContain('đã dùng cho một văn bản');
  expect((await client.outgoing.list({ text: 'ban nhap tay' })).rows.map((row) => row.id)).toEqual([id]);
  await engine.close();
  expect(auditRegister(folder).faults).toEqual([]);
});

test('hoàn tác không sửa dòng đã hủy hay đã bị thu hồi sau đó', async () => {
  const { client } = await openOffice();
  const { id } = await client.incoming.register(paper);
  const { act } = await client.incoming.update({ id, subject: 'khác' });
  await client.incoming.recall({ id, reason: 'nơi gửi thu hồi' });
  expect((await refusalOf(client.register.undo({ act: act ?? 0 }))).code).toBe('CHANGED_MEANWHILE');
  await client.incoming.restore({ id });
  expect((await client.register.undo({ act: act ?? 0 })).changed).toBe(1);
  expect((await client.incoming.get({ id })).subject).toBe('lịch trực Tết');
});

test('ghi đã gửi cả một chọn không làm văn bản đã thay thế, thu hồi có hiệu lực lại; mối nối còn nguyên', async () => {
  const { client } = await openOffice();
  const ids: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) ids.push((await client.outgoing.register({ ...elsewhere, subject: `đợt ${turn}` })).id);
  const [first = 0, second = 0, third = 0] = ids;
  await client.outgoing.mark({ ids: [first], status: 'replaced', by: second, reason: 'sai nội dung' });
  await client.outgoing.mark({ ids: [third], status: 'recalled', reason: 'ban hành nhầm' });
  const sent = await client.outgoing.mark({ ids, status: 'sent', sentDate: '2026-11-20' });
  expect([sent.changed, sent.notices]).toEqual([3, ['2 dòng đã đính chính, thay thế hoặc thu hồi chỉ ghi thêm ngày chuyển, trạng thái giữ nguyên.']]);
  expect(await client.outgoing.get({ id: first })).toMatchObject({ status: 'replaced', sentDate: '2026-11-20', by: { id: second } });
  expect((await client.outgoing.get({ id: third })).status).toBe('recalled');
});

test('hai văn bản không thay thế nhau qua lại, kể cả qua văn bản thứ ba hay qua hoàn tác', async () => {
  const { client } = await openOffice();
  const ids: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) ids.push((await client.outgoing.register({ ...elsewhere, subject: `đợt ${turn}` })).id);
  const [first = 0, second = 0, third = 0] = ids;
  const replace = (id: number, by: number) => client.outgoing.mark({ ids: [id], status: 'replaced', by, reason: 'sai nội dung' });
  const { act } = await replace(first, second);
  await replace(second, third);
  expect((await refusalOf(replace(third, first))).message).toContain('không thay nhau qua lại');
  const undone = await client.register.undo({ act: act ?? 0 });
  await replace(third, first);
  expect((await refusalOf(client.register.undo({ act: undone.act ?? 0 }))).code).toBe('CHANGED_MEANWHILE');
});

test('văn bản trả lời phải là văn bản: số giữ hay văn bản đã hủy bị từ chối; mối nối có sẵn thì giữ', async () => {
  const { client } = await openOffice();
  const { id } = await client.incoming.register(paper);
  const reply = await client.outgoing.register(elsewhere);
  const kept = (await client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký' })).rows[0]?.id ?? 0;
  expect((await refusalOf(client.incoming.update({ id, replyId: kept }))).message).toContain('mới là số giữ');
  await client.incoming.update({ id, replyId: reply.id });
  await client.outgoing.cancel({ id: reply.id, reason: 'nhầm' });
  expect((await client.incoming.update({ id, replyId: reply.id, note: 'xem lại' })).act).not.toBeNull();
  expect((await refusalOf(client.incoming.change({ ids: [id], set: { replyId: reply.id } }))).message).toContain('Văn bản đi 01/UBND-VP đã hủy');
});

test('đồng hồ bị chỉnh lùi: dự thảo vẫn lưu được, lịch sử không đi lùi', async () => {
  let now = new Date(2026, 10, 20, 9, 30);
  const { client } = openEngine({ clock: () => now });
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.update({ id, ...sampleLetter({ subject: 'lần một' }) });
  now = new Date(2026, 10, 20, 8, 0);
  await client.outgoing.update({ id, ...sampleLetter({ subject: 'lần hai' }) });
  const { subject, history } = await client.outgoing.get({ id });
  expect([subject, history.map(({ act, at }) => [act, at.slice(11, 16)])]).toEqual(['lần hai', [['draft', '09:30'], ['update', '09:30']]]);
  now = new Date(2025, 10, 20);
  const stray = await client.incoming.register(paper);
  expect(stray.notices).toEqual([]);
  now = new Date(2026, 10, 20);
  expect((await refusalOf(client.incoming.register({ ...paper, arrivalDate: '1926-11-20' }))).message).toContain('Sổ văn bản đến đang chạy năm 2025; ngày đến 20/11/1926 sẽ mở sổ năm 1926 với số 01');
  expect((await client.incoming.check({ arrivalDate: '2016-11-20' })).notices).toEqual([expect.stringContaining('sẽ mở sổ năm 2016')]);
});

test.each([
  ['x.exe.', null],
  ['x.exe ', null],
  ['x.e\u0000xe', null],
  ['x\u202Efdp.exe', null],
  ['x.exe\u200B', null],
  ['con.tar.gz', '_con.tar.gz'],
  ['..\\..\\Windows\\hóa đơn.pdf', 'hóa đơn.pdf'],
  ['COM¹.pdf', '_COM¹.pdf'],
])('tên tệp %j: chương trình bị từ chối dù che tên, tên dành riêng được tránh', async (given, kept) => {
  const { client } = await openOffice();
  const answer = client.incoming.register({ ...paper, files: [new File(['x'], given)] });
  if (kept === null) return expect((await refusalOf(answer)).message).toMatch(/^Tệp «x.*exe» là chương trình/);
  expect((await client.incoming.get({ id: (await answer).id })).files.map(({ name }) => name)).toEqual([kept]);
});

test('tên tệp 300 chữ có dấu vừa tên của mọi hệ tệp (255 byte)', async () => {
  const { client } = await openOffice();
  const { id } = await client.incoming.register({ ...paper, files: [new File(['x'], `${'ế'.repeat(300)}.pdf`)] });
  const name = (await client.incoming.get({ id })).files[0]?.name ?? '';
  expect(name.endsWith('ế.pdf')).toBe(true);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(225);
});

test('dãy số đổi chữ hoa, chữ thường vẫn là dãy ấy: số chạy tiếp, không quay về 1', async () => {
  const { client } = await openOffice();
  await client.settings.update({ series: [{ name: 'Riêng', typeNames: ['Thông báo'] }] });
  await client.outgoing.register({ ...elsewhere, typeName: 'Thông báo', codeNotation: 'TB-UBND' });
  await client.settings.update({ series: [] });
  const { series } = await client.settings.update({ series: [{ name: 'RIÊNG', typeNames: ['Thông báo'] }] });
  expect(series.map(({ name }) => name)).toEqual(['Riêng']);
  expect((await client.outgoing.register({ ...elsewhere, typeName: 'Thông báo', codeNotation: 'TB-VP' })).codeNumber).toBe(2);
  for (const names of [['a', 'A'], ['CHUNG']]) expect((await refusalOf(client.settings.update({ series: names.map((name) => ({ name, typeNames: [] })) }))).message).toContain('Đã có dãy số tên');
});

test('số không ký hiệu: lời đáp và sổ nói như nhau', async () => {
  const { client } = await openOffice();
  const given = await client.outgoing.register({ ...elsewhere, codeNotation: '' });
  const { rows } = await client.outgoing.reserve({ codeNotation: '', reason: 'chờ ký' });
  expect([given.code, (await client.outgoing.get({ id: given.id })).code, rows[0]?.code]).toEqual(['01', '01', '02']);
});

test.each([
  [{ recipients: Array<string>(1000).fill('Sở Y tế') }, 'Nơi nhận có quá 500 dòng.'],
  [{ addressees: 'Sở Y tế' as unknown as string[] }, 'Kính gửi là danh sách tên.'],
])('danh sách quá dài hay không phải danh sách: %s', async (bad, sentence) => {
  const { client } = await openOffice();
  expect((await refusalOf(client.outgoing.register({ ...elsewhere, ...bad }))).message).toBe(sentence);
});

test('mẫu nhập giữ được dữ liệu JSON vừa phải, không giữ thứ không ghi ra được', async () => {
  const { client } = await openOffice();
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  for (const content of [circle, { big: 5n }, { long: 'x'.repeat(200_000) }]) expect((await refusalOf(client.saved.put({ kind: 'incoming-model', name: 'mẫu', content }))).message).toContain('không phải dữ liệu JSON');
  expect((await client.saved.list({ kind: 'incoming-model' })).rows).toEqual([]);
});

test('ngày lọc để trống là không lọc, ở sổ đi như ở sổ đến', async () => {
  const { client } = await openOffice();
  await client.outgoing.register(elsewhere);
  expect((await client.outgoing.list({ from: '', to: '' })).total).toBe(1);
});
