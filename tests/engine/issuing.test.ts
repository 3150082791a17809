import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const textOf = async (file: File): Promise<string> => strFromU8(unzipSync(await file.bytes())['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');

async function openOffice() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  return opened;
}

test('ngày ký: ngày nêu khi cấp số, không thì ngày trong dự thảo, không thì hôm nay', async () => {
  const { client } = await openOffice();
  const issue = async (drafted: string | null, wanted?: string): Promise<string> => {
    const { id } = await client.outgoing.draft(sampleLetter({ issuedDate: drafted }));
    return (await client.outgoing.issue({ id, issuedDate: wanted })).issuedDate;
  };
  expect(await issue('2026-11-05', '2026-11-06')).toBe('2026-11-06');
  expect(await issue('2026-11-09')).toBe('2026-11-09');
  expect(await issue(null)).toBe('2026-11-20');
});

test('văn bản đã cấp số mang số, ngày và dòng kèm theo ở mọi nơi; tệp lưu không đổi khi cài đặt đổi', async () => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter());
  const before = await textOf(await client.letter.docx({ id }));
  expect(before).not.toContain('01/UBND-VP');
  await client.outgoing.issue({ id, issuedDate: '2026-11-20' });
  const issued = await client.letter.docx({ id });
  const text = await textOf(issued);
  expect(text).toContain('01/UBND-VP');
  expect(text).toContain('ngày 20 tháng 11 năm 2026');
  expect(text).toMatch(/Kèm theo Công văn số 01\/UBND-VP ngày 20 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh An Bình/);
  await client.settings.update({ office: { ...sampleOffice, name: 'ỦY BAN NHÂN DÂN TỈNH KHÁC' } });
  expect(await (await client.letter.docx({ id })).bytes()).toEqual(await issued.bytes());
  expect((await client.outgoing.get({ id })).issuedAs?.office.name).toBe('ỦY BAN NHÂN DÂN TỈNH AN BÌNH');
});

test('hủy rồi khôi phục: số, dòng và cả hai việc đều còn', async () => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id });
  await client.outgoing.cancel({ id, reason: 'nhầm' });
  expect((await refusalOf(client.outgoing.cancel({ id, reason: 'nữa' }))).message).toContain('Số 01/UBND-VP đã hủy từ trước: nhầm');
  expect((await refusalOf(client.outgoing.issue({ id }))).message).toContain('đã hủy nên không cấp số lần nữa được');
  expect(await client.outgoing.restore({ id, reason: 'hủy nhầm dòng' })).toEqual({ id, status: 'issued', notices: ['1 báo cáo còn phải nộp của văn bản này lại được theo dõi.'] });
  expect((await client.outgoing.get({ id })).history.map((entry) => `${entry.who} ${entry.act}`)).toEqual(['vanthu draft', 'vanthu issue', 'vanthu cancel', 'vanthu restore']);
  expect((await refusalOf(client.outgoing.restore({ id }))).code).toBe('NOT_ALLOWED');
  const next = await client.outgoing.draft(sampleLetter());
  expect((await client.outgoing.issue({ id: next.id })).code).toBe('02/UBND-VP');
});

test('dự thảo hủy không lấy số, khôi phục lại thành dự thảo', async () => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter());
  expect(await client.outgoing.cancel({ id, reason: 'không ban hành nữa' })).toEqual({ id, status: 'cancelled' });
  expect(await client.outgoing.get({ id })).toMatchObject({ codeNumber: null, code: null });
  expect(await client.outgoing.restore({ id })).toEqual({ id, status: 'draft' });
});

test('ba mươi lời gọi cấp số cùng lúc trong một tiến trình: ba mươi số liền nhau', async () => {
  const { client, folder, engine } = await openOffice();
  const drafts = await Promise.all(Array.from({ length: 30 }, (_, index) => client.outgoing.draft(sampleLetter({ subject: `văn bản ${index}`, appendices: [] }))));
  const issued = await Promise.all(drafts.map(({ id }) => client.outgoing.issue({ id })));
  expect(issued.map((each) => each.codeNumber).sort((one, other) => one - other)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  await engine.context.inTurn(() => Promise.resolve());
  expect(auditRegister(folder).faults).toEqual([]);
});

test('cùng một dự thảo cấp số hai lần cùng lúc: một lần được, một lần bị từ chối', async () => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter());
  const both = await Promise.allSettled([client.outgoing.issue({ id }), client.outgoing.issue({ id })]);
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await client.books.list({ year: 2026 })).rows[0]?.next).toBe(2);
});

test('hai bàn cùng sửa một dự thảo: bàn cũ hơn bị từ chối, không đè lên bàn mới', async () => {
  const { client } = await openOffice();
  const { id, revision } = await client.outgoing.draft(sampleLetter());
  const second = await client.outgoing.update({ ...sampleLetter({ subject: 'bàn hai' }), id, revision });
  expect(second.revision).toBe(revision + 1);
  const refused = await refusalOf(client.outgoing.update({ ...sampleLetter({ subject: 'bàn một' }), id, revision }));
  expect([refused.code, refused.message]).toEqual(['CHANGED_MEANWHILE', expect.stringContaining('đã được sửa ở nơi khác lúc 09:30 ngày 20/11/2026')]);
  expect(await client.outgoing.get({ id })).toMatchObject({ subject: 'bàn hai', revision: second.revision });
  expect((await client.outgoing.update({ ...sampleLetter({ subject: 'không hỏi bản' }), id })).revision).toBe(second.revision + 1);
  expect((await refusalOf(client.outgoing.issue({ id, revision: second.revision }))).code).toBe('CHANGED_MEANWHILE');
  expect((await client.outgoing.issue({ id, revision: second.revision + 1 })).code).toBe('01/UBND-VP');
});

test('năm gõ nhầm quá xa không lấy số; ngày chưa tới thì được báo, sổ năm cũ chưa mở thì hỏi', async () => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter({ obligations: [] }));
  expect((await refusalOf(client.outgoing.issue({ id, issuedDate: '2062-11-20' }))).data.problems?.[0]?.field).toBe('issuedDate');
  expect((await client.outgoing.issue({ id, issuedDate: '2026-12-01' })).notices).toEqual(['Ngày văn bản 01/12/2026 sau hôm nay 20/11/2026.']);
  const old = await client.outgoing.draft(sampleLetter({ obligations: [] }));
  const asked = await refusalOf(client.outgoing.issue({ id: old.id, issuedDate: '2019-05-06' }));
  expect(asked).toMatchObject({ code: 'NEEDS_CONFIRM', message: expect.stringContaining('Sổ văn bản đi đang chạy năm 2026; ngày văn bản 06/05/2019 sẽ mở sổ năm 2019 với số 01.') as string });
  expect((await client.outgoing.issue({ id: old.id, issuedDate: '2019-05-06', confirm: ['year:2019'] })).code).toBe('01/UBND-VP');
});

test('cài đặt cũng được làm sạch và nói; loại văn bản nhận mọi cách viết hoa, tổ hợp dấu', async () => {
  const { client } = openEngine();
  const { office, clerk, notices } = await client.settings.update({ office: { ...sampleOffice, name: 'ỦY BAN\u0001 NHÂN DÂN\u202E', place: 'An\uD800 Bình' }, clerk: 'Hoa\u0007' });
  expect([office?.name, office?.place, clerk, notices]).toEqual(['ỦY BAN NHÂN DÂN', 'An Bình', 'Hoa', ['Đã bỏ 4 ký tự không in được trong cài đặt.']]);
  const { id } = await client.outgoing.draft(sampleLetter({ typeName: 'TỜ TRÌNH'.normalize('NFD'), recipients: null as never, archive: null as never }));
  expect(await client.outgoing.get({ id })).toMatchObject({ typeName: 'Tờ trình', recipients: [], archive: { units: 'VT', drafter: null, copies: null } });
});

test.each(['Lưu: {xyz}', 'Lưu: {units', '[[{units}]', 'Lưu]'])('mẫu dòng Lưu «%s» không dùng được thì bị từ chối, mẫu cũ còn nguyên', async (archivePattern) => {
  const { client } = openEngine();
  expect((await refusalOf(client.settings.update({ letterForm: { archivePattern } }))).data.problems?.[0]?.field).toBe('letterForm.archivePattern');
  expect((await client.settings.get()).letterForm.archivePattern).toBe('Lưu: {units}[, {drafter}][ ({copies})]');
});

test('tìm được số có và không có số 0 ở đầu', async () => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter({ obligations: [] }));
  await client.outgoing.issue({ id });
  for (const text of ['01/UBND-VP', '1/ubnd', '01', '1']) expect([text, (await client.outgoing.list({ text, limit: 5 })).total]).toEqual([text, 1]);
  for (const text of ['zz', 'issued', '\uE000issued', '()', '"', 'AND OR NOT', '*']) expect([text, (await client.outgoing.list({ text, limit: 5 })).total]).toEqual([text, 0]);
});

test('ngày trước ngày của số liền trước thì được báo', async () => {
  const { client } = await openOffice();
  const first = await client.outgoing.draft(sampleLetter({ obligations: [] }));
  await client.outgoing.issue({ id: first.id, issuedDate: '2026-11-20' });
  const second = await client.outgoing.draft(sampleLetter({ obligations: [] }));
  expect((await client.outgoing.issue({ id: second.id, issuedDate: '2026-11-18' })).notices).toEqual(['Ngày văn bản 18/11/2026 trước ngày 20/11/2026 của số liền trước; số phải theo trình tự thời gian.']);
});

describe('bị từ chối bằng một câu, không để lại gì', () => {
  test.each([
    ['thiếu trích yếu', { subject: '  ' }, 'Chưa có trích yếu'],
    ['thiếu nơi kính gửi', { addressees: ['', ' '] }, 'Chưa có nơi nào ở «Kính gửi»'],
    ['ngày 30/02', { issuedDate: '2026-02-30' }, '«2026-02-30» không có trong lịch'],
    ['ngày không phải ngày', { issuedDate: 'hôm qua' }, '«hôm qua» không có trong lịch'],
    ['ký hiệu có khoảng trắng', { codeNotation: 'UBND VP' }, 'có khoảng trắng'],
    ['ký hiệu có gạch chéo', { codeNotation: 'UBND/VP' }, 'có dấu gạch chéo'],
    ['dòng thiếu ô', { appendices: [{ title: 'x', columns: [{ header: 'A', kind: 'text' as const }, { header: 'B', kind: 'number' as const }], rows: [['một', 1], ['hai']] }] }, 'Phụ lục 1, dòng 2 có 1 ô nhưng bảng có 2 cột'],
    ['ô số không rõ', { appendices: [{ title: 'x', columns: [{ header: 'B', kind: 'number' as const }], rows: [['70,635']] }] }, 'Phụ lục 1, dòng 1, cột «B»: «70,635» chưa rõ là số nào'],
    ['cộng cột chữ', { appendices: [{ title: 'x', columns: [{ header: 'B', kind: 'text' as const, total: true }], rows: [] }] }, 'chỉ cột số mới cộng được'],
    ['nội dung 5 MB', { body: 'nội dung '.repeat(560_000) }, 'quá giới hạn 500.000'],
    ['loại lạ', { typeName: 'Công hàm' }, 'không phải một trong 29 loại'],
    ['độ khẩn lạ', { priority: 7 as never }, 'Độ khẩn là 0 thường'],
    ['số không hữu hạn', { appendices: [{ title: 'x', columns: [{ header: 'B', kind: 'number' as const }], rows: [[Number.POSITIVE_INFINITY]] }] }, 'Ô của bảng là chữ (nhiều nhất 20.000 ký tự), số hoặc để trống'],
  ])('%s', async (_, changes, sentence) => {
    const { client } = await openOffice();
    const refused = await refusalOf(client.outgoing.draft(sampleLetter(changes)));
    expect([refused.code, refused.message]).toEqual(['INPUT_INVALID', expect.stringContaining(sentence)]);
    expect((await client.outgoing.list()).total).toBe(0);
  });

  test('dự thảo còn thiếu chỉ được giữ khi nói là còn soạn, và không cấp số được', async () => {
    const { client } = await openOffice();
    const { id } = await client.outgoing.draft({ ...sampleLetter({ subject: '', body: '', signer: { competence: null, position: '', fullName: null } }), incomplete: true });
    const refused = await refusalOf(client.outgoing.issue({ id }));
    expect(refused.data.problems?.map((problem) => problem.field)).toEqual(['subject', 'body', 'signer.position']);
    expect((await client.books.list()).rows[0]?.next).toBe(1);
  });

  test('dự thảo đang gõ dở (ký hiệu chưa xong, ô số chưa rõ) được giữ, nhưng chưa in bảng và chưa cấp số', async () => {
    const { client } = await openOffice();
    const appendices = [{ title: 'x', columns: [{ header: 'B', kind: 'number' as const, total: true }], rows: [['70,635']] }];
    const { id } = await client.outgoing.draft({ ...sampleLetter({ codeNotation: 'UBND-', appendices }), incomplete: true });
    expect((await client.outgoing.get({ id })).appendices[0]?.rows).toEqual([['70,635']]);
    expect((await refusalOf(client.letter.docx({ id }))).message).toContain('«70,635» chưa rõ là số nào');
    expect((await refusalOf(client.outgoing.issue({ id }))).data.problems?.map((problem) => problem.field)).toEqual(['codeNotation', 'appendices.0.rows.0.0']);
  });

  test('chưa khai cơ quan thì chưa cấp số', async () => {
    const { client } = openEngine();
    const { id } = await client.outgoing.draft(sampleLetter());
    expect((await refusalOf(client.outgoing.issue({ id }))).message).toContain('Chưa khai tên cơ quan');
    expect((await refusalOf(client.outgoing.issue({ id, issuedDate: '2026-02-30' }))).message).toContain('không có trong lịch');
  });
});

test('tệp lưu bị xóa hay bị sửa thì được nói, không trả tệp khác', async () => {
  const { client, folder } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id });
  const { files } = await client.outgoing.get({ id });
  expect(files.map((file) => [file.role, file.ordinal])).toEqual([['letter', 0], ['appendix-xlsx', 1], ['appendix-docx', 1]]);
  const sha256 = files[0]?.sha256 ?? '';
  const path = join(folder, 'tep', sha256.slice(0, 2), sha256);
  writeFileSync(path, 'khác');
  expect(await refusalOf(client.letter.docx({ id }))).toMatchObject({ code: 'FILE_DAMAGED', message: expect.stringContaining('văn bản 01/UBND-VP đã bị thay đổi') as string });
  rmSync(path);
  expect((await refusalOf(client.letter.docx({ id }))).message).toContain('không còn trong thư mục dữ liệu');
  expect((await refusalOf(client.appendix.xlsx({ id, appendix: 2 }))).message).toContain('chỉ có 1 phụ lục, không có phụ lục thứ 2');
});

test('sổ tự giữ lời hứa: không sửa, không xóa được dòng đã cấp số ngay trong cơ sở dữ liệu', async () => {
  const { client, engine } = await openOffice();
  const { id } = await client.outgoing.draft(sampleLetter());
  await client.outgoing.issue({ id });
  const { database } = engine.context;
  await expect(database.updateTable('outgoing').set({ codeNumber: 7 }).where('id', '=', id).execute()).rejects.toThrow('final');
  await expect(database.updateTable('outgoing').set({ content: '{}' }).where('id', '=', id).execute()).rejects.toThrow('final');
  await expect(database.deleteFrom('outgoing').execute()).rejects.toThrow('never deleted');
  await expect(database.deleteFrom('outgoingHistory').execute()).rejects.toThrow('never deleted');
  await expect(database.updateTable('outgoingFile').set({ sha256: 'x' }).execute()).rejects.toThrow('final');
  await expect(database.deleteFrom('outgoingFile').execute()).rejects.toThrow('never deleted');
  await expect(database.updateTable('outgoing').set({ subject: 'khác' }).where('id', '=', id).execute()).rejects.toThrow('final');
  await expect(database.updateTable('outgoingHistory').set({ who: 'ai đó' }).execute()).rejects.toThrow('never changed');
  await expect(database.insertInto('outgoingFile').values({ outgoingId: id, role: 'appendix-xlsx', ordinal: 9, name: 'x', size: 1, sha256: 'x' }).execute()).rejects.toThrow('no further files');
});

test('số bị từ chối không để lại văn bản mang số ấy', async () => {
  const { client, folder } = await openOffice();
  await client.settings.update({ series: [{ name: 'riêng', typeNames: ['Thông báo'] }] });
  const first = await client.outgoing.draft(sampleLetter({ appendices: [] }));
  await client.outgoing.issue({ id: first.id });
  const stored = (): number => readdirSync(join(folder, 'tep'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  const kept = stored();
  const second = await client.outgoing.draft(sampleLetter({ typeName: 'Thông báo', appendices: [] }));
  await refusalOf(client.outgoing.issue({ id: second.id }));
  expect([kept, stored()]).toEqual([1, 1]);
});

test('ký hiệu lệch với loại: vẫn cấp số, và được nói trong notices', async () => {
  const { client } = await openOffice();
  await client.settings.update({ codeNotation: 'UBND-VP' });
  const noticesOf = async (codeNotation: string): Promise<string[]> => {
    const { id } = await client.outgoing.draft(sampleLetter({ typeName: 'Giấy mời', codeNotation, obligations: [] }));
    return (await client.outgoing.issue({ id })).notices;
  };
  expect(await noticesOf('TB-UBND')).toEqual(['Ký hiệu của giấy mời bắt đầu bằng GM-, «TB-UBND» là ký hiệu của thông báo; xem lại loại hoặc ký hiệu.']);
  expect(await noticesOf('GM-UBND')).toEqual([]);
});

test('cài đặt chỉ gồm ký tự không in được là cài đặt trống: bị từ chối bằng lời, không giữ gì', async () => {
  const { client } = await openOffice();
  const refused = await refusalOf(client.settings.update({ series: [{ name: '\uD800', typeNames: [] }] }));
  expect(refused).toMatchObject({ code: 'INPUT_INVALID', message: 'Dãy số chưa có tên.' });
  expect((await client.settings.get()).series).toEqual([]);
});
