import { expect, test } from 'vitest';
import { openEngine } from '../fixtures/open-engine.ts';
import { refusalOf } from '../contract/suite.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const invitation = { organName: 'Sở Tài chính', code: '2953/STC-QLNS', issuedDate: '2026-11-18', typeName: 'Công văn', subject: 'mời họp thẩm định dự toán', signer: { position: 'GIÁM ĐỐC', fullName: 'Lê Thị Đường' } };

test('số đến lấy theo thứ tự, không theo số gửi vào; mỗi năm một dãy', async () => {
  const { client } = openEngine();
  await client.books.start({ kind: 'incoming', year: 2026, next: 1247 });
  expect(await client.incoming.register({ ...invitation, arrivalDate: '2026-11-20' })).toMatchObject({ arrivalNumber: 1247, arrivalDate: '2026-11-20', duplicates: [] });
  expect((await client.incoming.register({ organName: 'UBND phường Bến Sông', subject: 'báo cáo giữa kỳ' })).arrivalNumber).toBe(1248);
  expect((await client.incoming.register({ ...invitation, code: '3/STC', arrivalDate: '2025-12-31', confirm: ['year:2025'] })).arrivalNumber).toBe(1);
  const { rows, total, counts } = await client.incoming.list({});
  expect(rows.map(({ year, arrivalNumber }) => [year, arrivalNumber])).toEqual([[2026, 1248], [2026, 1247], [2025, 1]]);
  expect([total, counts]).toEqual([3, { registered: 3, cancelled: 0, recalled: 0 }]);
  expect(await client.incoming.get({ id: rows[1]?.id ?? 0 })).toMatchObject({ code: '2953/STC-QLNS', codeNumber: '2953', codeNotation: 'STC-QLNS', handling: 'waiting', signer: { fullName: 'Lê Thị Đường', position: 'GIÁM ĐỐC' }, history: [{ act: 'register', who: 'vanthu' }] });
  expect((await refusalOf(client.books.start({ kind: 'incoming', year: 2026, next: 5 }))).code).toBe('NOT_ALLOWED');
});

test('vào lùi ngày được nói, giữ lý do và hiện trong sổ', async () => {
  const { client } = openEngine();
  await client.incoming.register({ ...invitation, arrivalDate: '2026-11-20' });
  const late = await client.incoming.register({ ...invitation, code: '9/STC', arrivalDate: '2026-11-18', backdateReason: 'văn bản để quên ở bảo vệ' });
  expect(late.notices).toEqual([]);
  const silent = await client.incoming.register({ ...invitation, code: '10/STC', arrivalDate: '2026-11-17' });
  expect(silent.notices).toEqual([expect.stringContaining('Ngày văn bản 18/11/2026 sau ngày đến'), expect.stringContaining('trước ngày 18/11/2026 của số liền trước')]);
  expect((await client.incoming.list({})).rows.map(({ backdated }) => backdated)).toEqual(['', 'văn bản để quên ở bảo vệ', null]);
});

test('trùng cơ quan, ký hiệu và ngày, hay trùng tệp: báo trước khi lưu, vẫn giữ được với lý do', async () => {
  const { client } = openEngine();
  const scan = new File(['%PDF bản quét'], 'quét số 1.pdf');
  const first = await client.incoming.register({ ...invitation, files: [scan] });
  const twin = { organName: 'SỞ TÀI CHÍNH', code: ' 02953 / STC–QLNS', issuedDate: '2026-11-18' };
  expect(await client.incoming.check(twin)).toMatchObject({ nextNumber: 2, duplicates: [{ id: first.id, number: '01', because: 'code' }] });
  expect((await client.incoming.check({ ...twin, issuedDate: '2026-11-17' })).duplicates).toEqual([]);
  expect((await client.incoming.check({ organName: 'Sở Xây dựng', files: [new File(['%PDF bản quét'], 'tên khác.pdf')] })).duplicates).toMatchObject([{ id: first.id, because: 'file' }]);
  const second = await client.incoming.register({ ...invitation, ...twin, doubleReason: 'bản giấy đến sau bản điện tử' });
  expect(second).toMatchObject({ arrivalNumber: 2, duplicates: [{ id: first.id }] });
  expect(await client.incoming.get({ id: second.id })).toMatchObject({ doubleReason: 'bản giấy đến sau bản điện tử', code: '02953/STC-QLNS' });
});

test('chuyển nhiều dòng trong một việc, xem trước được, hoàn tác một lần; dòng đã sửa sau đó giữ nguyên', async () => {
  const { client } = openEngine();
  const ids: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) ids.push((await client.incoming.register({ ...invitation, code: `${turn}/STC` })).id);
  await client.incoming.cancel({ id: ids[4] ?? 0, reason: 'vào nhầm' });
  const set = { toPlaces: 'Phòng Kế hoạch - Tài chính', handedTo: 'Nguyễn Thu Hà', handedDate: '2026-11-20' };
  expect(await client.incoming.change({ ids, set, preview: true })).toEqual({ changed: 4, kept: 1, act: null, notices: ['1 dòng đã hủy hoặc đã thu hồi giữ nguyên.'] });
  expect((await client.incoming.views()).views).toMatchObject({ waiting: 4, cancelled: 1, today: 5 });
  const { act } = await client.incoming.change({ ids, set });
  expect((await client.incoming.list({ columns: { people: 'thu ha' } })).total).toBe(4);
  expect((await client.incoming.views()).views.waiting).toBe(0);
  await client.incoming.update({ id: ids[0] ?? 0, handedTo: 'Trần Văn Bình' });
  expect(await client.register.undo({ act: act ?? 0 })).toMatchObject({ changed: 3, kept: 1 });
  expect((await client.incoming.list({ view: 'waiting' })).rows.map(({ id }) => id)).toEqual([ids[3], ids[2], ids[1]]);
  expect((await client.incoming.list({ text: 'thu hà' })).total).toBe(0);
  expect((await refusalOf(client.register.undo({ act: act ?? 0 }))).message).toContain('đã được hoàn tác');
  const history = (await client.incoming.get({ id: ids[1] ?? 0 })).history;
  expect(history.map((entry) => entry.act)).toEqual(['register', 'update', 'undo']);
  expect(history[1]?.changes).toMatchObject({ handedTo: [null, 'Nguyễn Thu Hà'], handling: ['waiting', 'handed'] });
});

test('tìm không dấu, không thứ tự, theo phần ký hiệu; đúng dấu đứng trước', async () => {
  const { client } = openEngine();
  const enter = async (subject: string, code: string): Promise<void> => void (await client.incoming.register({ organName: 'Sở Giao thông vận tải', subject, code }));
  await enter('sửa chữa đường tỉnh 12', '2953/SGTVT-KHTC');
  await enter('khen thưởng ông Dương Văn Lâm', '17/QĐ-SGTVT');
  await enter('nâng cấp đường Lê Lợi', '2954/UBND-VP');
  await enter('họp giao ban', '41/GM-SGTVT');
  const found = async (text: string): Promise<string[]> => (await client.incoming.list({ text })).rows.map(({ code }) => code);
  expect(await found('duong')).toEqual(['2954/UBND-VP', '17/QĐ-SGTVT', '2953/SGTVT-KHTC']);
  expect(await found('đường')).toEqual(['2954/UBND-VP', '2953/SGTVT-KHTC', '17/QĐ-SGTVT']);
  expect(await found('Dương')).toEqual(['17/QĐ-SGTVT', '2954/UBND-VP', '2953/SGTVT-KHTC']);
  expect(await found('ubnd-vp')).toEqual(['2954/UBND-VP']);
  expect(await found('295')).toEqual(['2954/UBND-VP', '2953/SGTVT-KHTC']);
  expect(await found('sgtvt hop')).toEqual(['41/GM-SGTVT']);
  expect((await client.incoming.list({ columns: { code: 'qd' } })).rows.map(({ code }) => code)).toEqual(['17/QĐ-SGTVT']);
  expect((await client.incoming.list({ text: '"* OR' })).total).toBe(0);
  expect(await found('///')).toEqual([]);
  // pages of one line go through the exact hits and then the others, by cursor and by offset alike
  const walk: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await client.incoming.list({ text: 'đường', limit: 1, cursor });
    walk.push(...page.rows.map(({ code }) => code));
    if (page.nextCursor === undefined) break;
    cursor = page.nextCursor;
  }
  expect(walk).toEqual(await found('đường'));
  const skipped = await Promise.all([0, 1, 2, 3].map(async (offset) => (await client.incoming.list({ text: 'đường', limit: 1, offset })).rows[0]?.code));
  expect(skipped).toEqual([...walk, undefined]);
  expect((await client.search.all({ text: 'đường' })).hits).toMatchObject([{ kind: 'incoming', code: '2954/UBND-VP', exact: true, matched: ['subject'] }, { exact: true }, { code: '17/QĐ-SGTVT', exact: false }]);
});

test('số và ký hiệu gửi riêng ghép thành một; sửa một phần thì phần kia ở nguyên', async () => {
  const { client } = openEngine();
  const { id } = await client.incoming.register({ organName: 'Bộ Nội vụ', subject: 'x', codeNumber: 2953, codeNotation: 'BNV-TCBC' });
  expect((await client.incoming.get({ id })).code).toBe('2953/BNV-TCBC');
  await client.incoming.update({ id, codeNumber: '2954' });
  expect(await client.incoming.get({ id })).toMatchObject({ code: '2954/BNV-TCBC', codeNumber: '2954', codeNotation: 'BNV-TCBC' });
  await client.incoming.update({ id, subject: 'y' });
  expect(await client.incoming.get({ id })).toMatchObject({ code: '2954/BNV-TCBC', subject: 'y', organName: 'Bộ Nội vụ' });
});

test('hủy, thu hồi, khôi phục: dòng ở nguyên chỗ, số không dùng lại', async () => {
  const { client } = openEngine();
  const { id } = await client.incoming.register(invitation);
  expect((await client.incoming.cancel({ id, reason: 'vào hai lần' })).status).toBe('cancelled');
  expect((await refusalOf(client.incoming.update({ id, subject: 'khác' }))).message).toContain('đã hủy nên không sửa được');
  expect((await client.incoming.register(invitation)).arrivalNumber).toBe(2);
  expect((await client.incoming.restore({ id })).status).toBe('registered');
  expect((await client.incoming.recall({ id, reason: 'nơi gửi báo thu hồi' })).status).toBe('recalled');
  expect((await client.incoming.list({ status: 'recalled' })).rows.map(({ number, cancelReason }) => [number, cancelReason])).toEqual([['01', 'nơi gửi báo thu hồi']]);
  expect((await client.incoming.get({ id })).history.map(({ act }) => act)).toEqual(['register', 'cancel', 'restore', 'recall']);
});

test('tệp: giữ theo nội dung, tên an toàn, bỏ ra thì còn trong lịch sử; tệp trống và chương trình bị từ chối', async () => {
  const { client } = openEngine();
  const { id } = await client.incoming.register({ ...invitation, files: [new File(['một'], '../../con?.pdf'), new File(['một'], 'bản sao.pdf')] });
  expect((await client.incoming.get({ id })).files).toMatchObject([{ ordinal: 1, name: '_con.pdf', size: 5 }]);
  const added = await client.incoming.attach({ id, files: [new File(['hai'], 'Phụ lục.xlsx')] });
  expect(added.files.map(({ name }) => name)).toEqual(['_con.pdf', 'Phụ lục.xlsx']);
  expect((await client.incoming.list({ text: 'phu luc xlsx' })).total).toBe(1);
  const file = await client.incoming.file({ id, ordinal: 2 });
  expect([file.name, await file.text()]).toEqual(['Phụ lục.xlsx', 'hai']);
  expect((await client.incoming.detach({ id, ordinal: 2, reason: 'của văn bản khác' })).files).toHaveLength(1);
  expect((await refusalOf(client.incoming.file({ id, ordinal: 2 }))).code).toBe('NOT_FOUND');
  for (const bad of [new File([], 'trống.pdf'), new File(['MZ'], 'mở đi.exe')]) expect((await refusalOf(client.incoming.attach({ id, files: [bad] }))).code).toBe('INPUT_INVALID');
});

test('văn bản trả lời: nối hai chiều, văn bản chờ trả lời thành đã giải quyết', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const { id } = await client.incoming.register({ ...invitation, needsReply: true, dueDate: '2026-11-19' });
  expect((await client.incoming.views()).views).toMatchObject({ unanswered: 1, late: 1, 'due-soon': 0 });
  const draft = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id: draft.id });
  await client.incoming.update({ id, replyId: draft.id });
  expect(await client.incoming.get({ id })).toMatchObject({ handling: 'done', reply: { id: draft.id, code: '01/UBND-VP' } });
  expect((await client.outgoing.get({ id: draft.id })).answers).toMatchObject([{ id, number: '01', organName: 'Sở Tài chính' }]);
  expect((await client.incoming.views()).views).toMatchObject({ unanswered: 0, late: 0 });
  expect((await refusalOf(client.incoming.update({ id, replyId: 999 }))).code).toBe('NOT_FOUND');
});

test.each([
  [{ organName: '', subject: 'x' }, 'Chưa ghi nơi gửi'],
  [{ organName: 'Sở Y tế', subject: '  ' }, 'Chưa ghi trích yếu.'],
  [{ organName: 'Sở Y tế', subject: 'x', issuedDate: '2026-02-30' }, 'Ngày văn bản «2026-02-30» không có trong lịch'],
  [{ organName: 'Sở Y tế', subject: 'x', arrivalDate: '2062-01-01' }, 'còn quá xa'],
  [{ organName: 'Sở Y tế', subject: 'x', priority: 9 }, 'Độ khẩn là 0 thường'],
  [{ organName: 'Sở Y tế', subject: 'x'.repeat(2001) }, 'Trích yếu dài quá 2000 ký tự.'],
  [{ organName: 'Sở Y tế', subject: 'x', pages: -1 }, 'Số trang không thể âm.'],
])('dữ liệu vô lý bị từ chối bằng một câu, không mất số: %j', async (input, sentence) => {
  const { client } = openEngine();
  const refused = await refusalOf(client.incoming.register(input as never));
  expect([refused.code, refused.message]).toEqual(['INPUT_INVALID', expect.stringContaining(sentence)]);
  expect((await client.incoming.register({ organName: 'Sở Y tế', subject: 'được' })).arrivalNumber).toBe(1);
});

test('bỏ văn bản trả lời ghi nhầm: việc giải quyết trở lại như trước khi trả lời, hoàn tác thì lại đã giải quyết', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const reply = await client.outgoing.register({ codeNotation: 'UBND-KT', subject: 'trả lời Sở Tài chính' });
  const other = await client.outgoing.register({ codeNotation: 'UBND-KT', subject: 'trả lời Sở Xây dựng' });
  const ids: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) ids.push((await client.incoming.register({ ...invitation, code: `${turn}/STC`, needsReply: true })).id);
  const [waiting = 0, handed = 0, byHand = 0, later = 0] = ids;
  await client.incoming.update({ id: handed, handedTo: 'Nguyễn Thu Hà', handedDate: '2026-11-20' });
  await client.incoming.update({ id: byHand, handling: 'done' });
  await client.incoming.change({ ids, set: { replyId: reply.id } });
  const handlings = async () => Promise.all(ids.map(async (id) => (await client.incoming.get({ id })).handling));
  expect(await handlings()).toEqual(['done', 'done', 'done', 'done']);
  // a second answer in place of the first changes nothing of what it was before
  await client.incoming.update({ id: waiting, replyId: other.id });
  await client.incoming.update({ id: later, handedTo: 'Trần Văn Bình' });
  const { act } = await client.incoming.update({ id: waiting, replyId: null });
  expect(await handlings()).toEqual(['waiting', 'done', 'done', 'done']);
  await client.incoming.change({ ids: [handed, byHand, later], set: { replyId: null } });
  expect(await handlings()).toEqual(['waiting', 'handed', 'done', 'handed']);
  expect((await client.incoming.views()).views.unanswered).toBe(4);
  await client.register.undo({ act: act ?? 0 });
  expect(await client.incoming.get({ id: waiting })).toMatchObject({ handling: 'done', replyId: other.id });
  const answered = await client.incoming.register({ ...invitation, code: '9/STC', needsReply: true, replyId: reply.id });
  await client.incoming.update({ id: answered.id, replyId: null });
  expect((await client.incoming.get({ id: answered.id })).handling).toBe('waiting');
});

test('sửa ngày đến thì dấu lùi ngày được xét lại, ở dòng ấy và ở số liền sau', async () => {
  const { client } = openEngine();
  const ids: number[] = [];
  for (const arrivalDate of ['2026-11-16', '2026-11-18', '2026-11-18', '2026-11-20']) ids.push((await client.incoming.register({ ...invitation, code: `${ids.length}/STC`, arrivalDate })).id);
  const marks = async () => Promise.all(ids.map(async (id) => (await client.incoming.get({ id })).backdated));
  const [, second = 0, third = 0] = ids;
  await client.incoming.update({ id: third, arrivalDate: '2026-11-17', reason: 'ghi nhầm dấu đến' });
  expect(await marks()).toEqual([null, null, 'ghi nhầm dấu đến', null]);
  const { act } = await client.incoming.update({ id: second, arrivalDate: '2026-11-17' });
  expect(await marks()).toEqual([null, null, null, null]);
  await client.register.undo({ act: act ?? 0 });
  expect(await marks()).toEqual([null, null, 'ghi nhầm dấu đến', null]);
  await client.incoming.update({ id: third, arrivalDate: '2026-11-25' });
  expect(await marks()).toEqual([null, null, null, '']);
  expect((await client.health.check({})).findings.filter(({ rule }) => rule === 'date-order').map(({ where }) => where)).toEqual([{ kind: 'incoming', id: ids[3] }]);
});
