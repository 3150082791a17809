import { expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

async function openOffice() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice, series: [{ name: 'Hội đồng tư vấn', typeNames: [] }] });
  return opened;
}
const elsewhere = { typeName: 'Quyết định', codeNotation: 'QĐ-UBND', subject: 'phê duyệt quy hoạch phân khu', addressees: ['Sở Xây dựng'], signer: { position: 'CHỦ TỊCH', fullName: 'Phạm Quốc Việt' } };

test('văn bản làm nơi khác chỉ lấy số ở đây, chung dãy với thư soạn trong chương trình', async () => {
  const { client, folder, engine } = await openOffice();
  expect(await client.outgoing.register({ ...elsewhere, files: [new File(['%PDF'], 'QĐ quy hoạch.pdf')] })).toMatchObject({ codeNumber: 1, code: '01/QĐ-UBND', issuedDate: '2026-11-20' });
  const draft = await client.outgoing.draft(sampleLetter());
  expect((await client.outgoing.issue({ id: draft.id })).codeNumber).toBe(2);
  const { rows } = await client.outgoing.list({ text: 'quy hoach pdf' });
  expect((await refusalOf(client.letter.docx({ id: rows[0]?.id ?? 0 }))).message).toContain('làm ở nơi khác');
  expect(rows).toMatchObject([{ origin: 'elsewhere', status: 'issued', code: '01/QĐ-UBND', fileCount: 1 }]);
  const line = await client.outgoing.get({ id: rows[0]?.id ?? 0 });
  expect([line.typeName, line.subject, line.signer.fullName, line.history.map(({ act }) => act)]).toEqual(['Quyết định', 'phê duyệt quy hoạch phân khu', 'Phạm Quốc Việt', ['register']]);
  await engine.close();
  expect(auditRegister(folder).faults).toEqual([]);
});

test('tổ chức tư vấn có dãy số riêng; dãy chưa khai thì bị từ chối', async () => {
  const { client } = await openOffice();
  await client.outgoing.register(elsewhere);
  expect((await client.outgoing.register({ ...elsewhere, series: 'Hội đồng tư vấn', codeNotation: 'BB-HĐTV' })).codeNumber).toBe(1);
  expect((await refusalOf(client.outgoing.register({ ...elsewhere, series: 'ban nào đó' }))).message).toContain('Chưa có dãy số «ban nào đó»');
});

test('giữ số: hiện trong sổ với lý do, dùng cho dự thảo hay văn bản làm nơi khác, mỗi số một lần', async () => {
  const { client, folder, engine } = await openOffice();
  const { rows: kept } = await client.outgoing.reserve({ codeNotation: 'UBND-VP', amount: 3, reason: 'chờ Chủ tịch ký sau cuộc họp' });
  expect(kept.map(({ code }) => code)).toEqual(['01/UBND-VP', '02/UBND-VP', '03/UBND-VP']);
  expect((await client.outgoing.list({ view: 'reserved' })).rows[0]).toMatchObject({ status: 'reserved', reservedReason: 'chờ Chủ tịch ký sau cuộc họp' });
  const { id } = await client.outgoing.draft(sampleLetter());
  expect((await client.outgoing.issue({ id, reserved: kept[1]?.id ?? 0 })).code).toBe('02/UBND-VP');
  expect((await client.outgoing.get({ id })).history.at(-1)).toMatchObject({ act: 'issue', reason: 'Dùng số giữ từ 20/11/2026: chờ Chủ tịch ký sau cuộc họp' });
  expect((await client.outgoing.register({ ...elsewhere, reserved: kept[0]?.id ?? 0 })).codeNumber).toBe(1);
  const again = await client.outgoing.draft(sampleLetter());
  expect((await refusalOf(client.outgoing.issue({ id: again.id, reserved: kept[1]?.id ?? 0 }))).message).toContain('đã dùng hoặc đã hủy');
  expect((await client.outgoing.cancel({ id: kept[2]?.id ?? 0, reason: 'không dùng đến' })).status).toBe('cancelled');
  expect((await client.outgoing.issue({ id: again.id })).codeNumber).toBe(4);
  const book = await client.outgoing.list({ year: 2026 });
  expect(book.rows.map(({ number, status, origin }) => [number, status, origin])).toEqual([['04', 'issued', 'letter'], ['03', 'cancelled', 'reservation'], ['02', 'issued', 'letter'], ['01', 'issued', 'elsewhere']]);
  expect([book.total, book.counts.reserved]).toEqual([4, 0]);
  await engine.close();
  expect(auditRegister(folder).faults).toEqual([]);
});

test('lùi ngày: có lý do thì ghi lý do, không thì sổ vẫn ghi là lùi ngày', async () => {
  const { client } = await openOffice();
  await client.outgoing.register({ ...elsewhere, issuedDate: '2026-11-19' });
  expect((await client.outgoing.register({ ...elsewhere, issuedDate: '2026-11-10', backdateReason: 'ký từ ngày 10, chuyển văn thư chậm' })).notices).toEqual([]);
  expect((await client.outgoing.register({ ...elsewhere, issuedDate: '2026-11-09' })).notices).toEqual([expect.stringContaining('trước ngày 10/11/2026 của số liền trước')]);
  expect((await client.outgoing.list({ year: 2026 })).rows.map(({ number, backdated }) => [number, backdated])).toEqual([['01', null], ['02', 'ký từ ngày 10, chuyển văn thư chậm'], ['03', '']]);
});

test('gửi đi, đính chính, thay thế, thu hồi: có nối, có lý do, hoàn tác được, số ở nguyên', async () => {
  const { client } = await openOffice();
  const ids: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) ids.push((await client.outgoing.register({ ...elsewhere, subject: `đợt ${turn}` })).id);
  const [first = 0, second = 0, third = 0, fourth = 0] = ids;
  const sent = await client.outgoing.mark({ ids, status: 'sent', sentDate: '2026-11-20' });
  expect(sent).toMatchObject({ changed: 4, kept: 0 });
  expect((await client.outgoing.mark({ ids: [first], status: 'corrected', by: second, reason: 'sai thể thức' })).changed).toBe(1);
  expect(await client.outgoing.get({ id: first })).toMatchObject({ status: 'corrected', by: { id: second, code: '02/QĐ-UBND' } });
  expect((await client.outgoing.mark({ ids: [third], status: 'recalled', reason: 'ban hành nhầm' })).changed).toBe(1);
  for (const bad of [{ ids: [first], status: 'replaced' as const, reason: 'x' }, { ids: [first], status: 'replaced' as const, by: first, reason: 'x' }, { ids: [first], status: 'recalled' as const }]) expect((await refusalOf(client.outgoing.mark(bad))).code).toBe('INPUT_INVALID');
  expect(await client.register.undo({ act: sent.act ?? 0 })).toMatchObject({ changed: 2, kept: 2 });
  expect((await client.outgoing.list({ view: 'unsent' })).rows.map(({ id }) => id)).toEqual([fourth, second]);
  expect((await client.outgoing.cancel({ id: third, reason: 'gộp vào số khác' })).status).toBe('cancelled');
  expect((await client.outgoing.restore({ id: third })).status).toBe('recalled');
  expect((await client.outgoing.note({ id: fourth, note: 'gửi bưu điện' })).changed).toBe(1);
  expect((await client.outgoing.list({ text: 'buu dien' })).total).toBe(1);
});

test('số giữ đã dùng: dòng của nó nói đã dùng cho văn bản nào, không phải đã hủy, và không làm gì thêm được', async () => {
  const { client } = await openOffice();
  const kept = (await client.outgoing.reserve({ codeNotation: 'UBND-VP', reason: 'chờ ký' })).rows[0];
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id, reserved: kept?.id ?? 0 });
  expect(await client.outgoing.get({ id: kept?.id ?? 0 })).toMatchObject({ status: 'used', code: null, by: { id, code: '01/UBND-VP' } });
  expect((await refusalOf(client.outgoing.restore({ id: kept?.id ?? 0 }))).message).toContain('đã dùng cho một văn bản');
});

test('trả về đã cấp số thì ngày chuyển và ký nhận đều bỏ, hoàn tác lấy lại cả hai', async () => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.register(elsewhere);
  await client.outgoing.mark({ ids: [id], status: 'sent', sentDate: '2026-11-20', receipt: 'Lan, văn thư Sở Xây dựng' });
  const { act } = await client.outgoing.mark({ ids: [id], status: 'issued' });
  expect(await client.outgoing.get({ id })).toMatchObject({ status: 'issued', sentDate: null, receipt: null });
  await client.register.undo({ act: act ?? 0 });
  expect(await client.outgoing.get({ id })).toMatchObject({ status: 'sent', sentDate: '2026-11-20', receipt: 'Lan, văn thư Sở Xây dựng' });
});
