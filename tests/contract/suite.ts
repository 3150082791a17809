import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { Client } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

/** The typed error a refused call answers with; fails when the call is not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<ORPCError<string, { problems?: { field: string; message: string }[] }>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ORPCError) return error as ORPCError<string, { problems?: { field: string; message: string }[] }>;
    throw error;
  }
  throw new Error('the call was not refused');
}

/** What every carrier must carry alike. `open` gives a client on a new, empty data folder. */
export function contractSuite(carrier: string, open: () => Promise<Client>): void {
  describe(`contract over ${carrier}`, () => {
    test('settings keep what they were given and leave the rest', async () => {
      const client = await open();
      expect((await client.settings.get()).office).toBeNull();
      await client.settings.update({ office: sampleOffice, clerk: 'Lê Thị Hoa' });
      const settings = await client.settings.update({ letterForm: { showContacts: true } });
      expect(settings.office?.name).toBe('ỦY BAN NHÂN DÂN TỈNH AN BÌNH');
      expect(settings.clerk).toBe('Lê Thị Hoa');
      expect(settings.letterForm).toEqual({ archivePattern: 'Lưu: {units}[, {drafter}][ ({copies})]', showContacts: true });
    });

    test('a draft takes the number the book begins with, its files carry it, and it stays when cancelled', async () => {
      const client = await open();
      await client.settings.update({ office: sampleOffice });
      expect(await client.books.start({ kind: 'outgoing', year: 2026, next: 145 })).toMatchObject({ series: 'chung', next: 145, open: true });
      const { id } = await client.outgoing.draft(sampleLetter());
      expect(await client.outgoing.get({ id })).toMatchObject({ status: 'draft', code: null, nextCode: '145/UBND-VP' });
      expect(await client.outgoing.issue({ id, issuedDate: '2026-11-20' })).toMatchObject({ id, codeNumber: 145, code: '145/UBND-VP', issuedDate: '2026-11-20' });
      const word = await client.letter.docx({ id });
      expect(word.name).toBe('145_UBND-VP.docx');
      expect(new TextDecoder().decode((await word.bytes()).subarray(0, 2))).toBe('PK');
      const sheet = await client.appendix.xlsx({ id });
      expect(sheet.name).toBe('145_UBND-VP - Phụ lục.xlsx');
      expect(sheet.size).toBeGreaterThan(2000);
      expect((await client.appendix.docx({ id, appendix: 1 })).name).toBe('145_UBND-VP - Phụ lục.docx');
      expect(await client.outgoing.cancel({ id, reason: 'ký nhầm người' })).toEqual({ id, status: 'cancelled', notices: ['1 báo cáo còn phải nộp của văn bản này thôi theo dõi.'] });
      const cancelled = await client.outgoing.get({ id });
      expect(cancelled).toMatchObject({ status: 'cancelled', codeNumber: 145, code: '145/UBND-VP' });
      expect(cancelled.history.map(({ act, reason }) => [act, reason])).toEqual([['draft', null], ['issue', null], ['cancel', 'ký nhầm người']]);
      expect((await client.books.list({ year: 2026 })).rows).toEqual([{ kind: 'outgoing', series: 'chung', year: 2026, next: 146, open: true, lastDate: '2026-11-20' }, { kind: 'incoming', series: 'chung', year: 2026, next: 1, open: true, lastDate: null }]);
    });

    test('refusals arrive typed, with a Vietnamese sentence and the field', async () => {
      const client = await open();
      await client.settings.update({ office: sampleOffice });
      const missing = await refusalOf(client.outgoing.draft(sampleLetter({ subject: '', addressees: [] })));
      expect(missing.code).toBe('INPUT_INVALID');
      expect(missing.message).toContain('Chưa có trích yếu');
      expect(missing.data.problems?.map((problem) => problem.field)).toEqual(['subject', 'addressees']);
      const wrongType = await refusalOf(client.outgoing.draft({ ...sampleLetter(), subject: 7 as unknown as string }));
      expect([wrongType.code, wrongType.data.problems]).toEqual(['INPUT_INVALID', [{ field: 'subject', message: 'Trích yếu phải là chữ.' }]]);
      expect((await refusalOf(client.outgoing.get({ id: 999 }))).code).toBe('NOT_FOUND');
      const { id } = await client.outgoing.draft(sampleLetter());
      await client.outgoing.issue({ id, issuedDate: '2026-11-20' });
      const frozen = await refusalOf(client.outgoing.update({ ...sampleLetter(), id, subject: 'khác' }));
      expect(frozen.code).toBe('NOT_ALLOWED');
      expect(frozen.message).toMatch(/01\/UBND-VP đã cấp số nên không sửa được.*thay thế/);
      expect((await refusalOf(client.books.start({ kind: 'outgoing', year: 2026, next: 9 }))).code).toBe('NOT_ALLOWED');
    });

    test('what was left out of a text is said', async () => {
      const client = await open();
      const { notices } = await client.outgoing.draft({ ...sampleLetter({ subject: 'trích\u0000 yếu\uD800 sạch' }), codeNumber: 2953 });
      expect(notices).toEqual(['Đã bỏ 2 ký tự không in được trong trích yếu.', expect.stringContaining('Số 2953 trong dữ liệu gửi vào không được dùng') as string]);
      const { rows } = await client.outgoing.list();
      expect(rows[0]?.subject).toBe('trích yếu sạch');
    });

    test('the list finds without tones and counts', async () => {
      const client = await open();
      for (const subject of ['phòng cháy rừng mùa khô', 'đường giao thông nông thôn']) await client.outgoing.draft(sampleLetter({ subject }));
      const found = await client.outgoing.list({ text: 'DUONG giao', limit: 10 });
      expect([found.total, found.rows.map((row) => row.subject)]).toEqual([1, ['đường giao thông nông thôn']]);
      const page = await client.outgoing.list({ limit: 1 });
      expect([page.total, page.counts.draft, typeof page.nextCursor]).toEqual([2, 2, 'string']);
      const rest = await client.outgoing.list({ limit: 1, cursor: page.nextCursor });
      expect(rest.rows[0]?.subject).toBe('phòng cháy rừng mùa khô');
      expect(rest.nextCursor).toBeUndefined();
    });

    test('an incoming dispatch keeps its number, its files and its days; a double is told before it is entered', async () => {
      const client = await open();
      const paper = { organName: 'Sở Tài chính', code: '2953/STC-QLNS', issuedDate: '2026-11-18', subject: 'mời họp thẩm định dự toán', arrivalDate: '2026-11-20' };
      await client.books.start({ kind: 'incoming', year: 2026, next: 1247 });
      const first = await client.incoming.register({ ...paper, signer: { position: 'GIÁM ĐỐC', fullName: 'Đàm Quốc Bảo' }, files: [new File(['%PDF-1.4 bản quét'], 'bản quét số 1.pdf', { type: 'application/pdf' })] });
      expect(first).toMatchObject({ arrivalNumber: 1247, arrivalDate: '2026-11-20', duplicates: [] });
      expect(await client.incoming.check({ organName: 'SỞ TÀI CHÍNH', code: '02953 / stc-qlns', issuedDate: '2026-11-18', arrivalDate: '2026-11-20' })).toMatchObject({ nextNumber: 1248, duplicates: [{ id: first.id, because: 'code' }] });
      expect((await client.incoming.check({ files: [new File(['%PDF-1.4 bản quét'], 'tên khác.pdf')] })).duplicates).toMatchObject([{ id: first.id, because: 'file' }]);
      const { files } = await client.incoming.attach({ id: first.id, files: [new File(['phụ lục'], 'Phụ lục 1.xlsx')] });
      expect(files.map(({ ordinal, name, size }) => [ordinal, name, size])).toEqual([[1, 'bản quét số 1.pdf', 20], [2, 'Phụ lục 1.xlsx', 11]]);
      const back = await client.incoming.file({ id: first.id, ordinal: 1 });
      expect([back.name, await back.text()]).toEqual(['bản quét số 1.pdf', '%PDF-1.4 bản quét']);
      const { rows, total, counts } = await client.incoming.list({ text: 'quet so 1', limit: 10 });
      expect([total, counts.registered, rows[0]?.number, rows[0]?.fileCount, rows[0]?.needsReply]).toEqual([1, 1, '1247', 2, false]);
      expect((await client.incoming.get({ id: first.id })).signer).toEqual({ competence: null, position: 'GIÁM ĐỐC', fullName: 'Đàm Quốc Bảo' });
    });

    test('many lines change in one act, which one undo takes back; both books are searched at once', async () => {
      const client = await open();
      await client.settings.update({ office: sampleOffice });
      const ids: number[] = [];
      for (const subject of ['sửa chữa đường tỉnh 12', 'khen thưởng ông Dương Văn Lâm']) ids.push((await client.incoming.register({ organName: 'Sở Xây dựng', subject, arrivalDate: '2026-11-20' })).id);
      const set = { toPlaces: 'Phòng Kinh tế', handedTo: 'Đinh Thị Thu Hằng', handedDate: '2026-11-20' };
      expect(await client.incoming.change({ ids, set, preview: true })).toEqual({ changed: 2, kept: 0, act: null, notices: [] });
      const { act } = await client.incoming.change({ ids, set, reason: 'giao theo phân công' });
      expect((await client.incoming.list({ columns: { handling: 'handed' } })).total).toBe(2);
      expect(await client.register.undo({ act: act ?? 0 })).toMatchObject({ changed: 2, kept: 0 });
      expect((await refusalOf(client.register.undo({ act: act ?? 0 }))).code).toBe('NOT_ALLOWED');
      expect((await client.incoming.views({ year: 2026 })).views.waiting).toBe(2);
      await client.outgoing.draft(sampleLetter({ subject: 'đường nối cảng' }));
      const { hits } = await client.search.all({ text: 'đường', limit: 5 });
      expect(hits.map(({ kind, subject, exact }) => [kind, subject, exact])).toEqual([['outgoing', 'đường nối cảng', true], ['incoming', 'sửa chữa đường tỉnh 12', true], ['incoming', 'khen thưởng ông Dương Văn Lâm', false]]);
    });

    test('a number is kept, used and sent on; a dispatch made elsewhere takes the next', async () => {
      const client = await open();
      await client.settings.update({ office: sampleOffice });
      const { rows } = await client.outgoing.reserve({ codeNotation: 'UBND-VP', issuedDate: '2026-11-18', amount: 2, reason: 'chờ ký sau cuộc họp' });
      expect(rows.map(({ code }) => code)).toEqual(['01/UBND-VP', '02/UBND-VP']);
      const elsewhere = { codeNotation: 'QĐ-UBND', typeName: 'Quyết định', issuedDate: '2026-11-19', subject: 'phê duyệt quy hoạch', files: [new File(['%PDF'], 'QĐ.pdf')] };
      const used = await client.outgoing.register({ ...elsewhere, codeNotation: 'UBND-VP', reserved: rows[0]?.id ?? 0 });
      expect(used).toMatchObject({ id: rows[0]?.id, code: '01/UBND-VP' });
      const { id, code } = await client.outgoing.register(elsewhere);
      expect(code).toBe('03/QĐ-UBND');
      expect((await client.outgoing.mark({ ids: [id, used.id], status: 'sent', sentDate: '2026-11-20', receipt: 'qua trục liên thông' })).changed).toBe(2);
      expect((await refusalOf(client.outgoing.mark({ ids: [id], status: 'corrected', reason: 'sai ngày' }))).data.problems).toEqual([{ field: 'by', message: 'Chọn văn bản đính chính văn bản này.' }]);
      expect((await client.outgoing.mark({ ids: [id], status: 'corrected', by: used.id, reason: 'sai ngày' })).changed).toBe(1);
      expect(await client.outgoing.get({ id })).toMatchObject({ status: 'corrected', by: { code: '01/UBND-VP' }, sentDate: '2026-11-20', fileCount: 1 });
      expect((await client.outgoing.list({ view: 'reserved' })).rows.map((row) => row.code)).toEqual(['02/UBND-VP']);
    });

    test('models and views are kept by name; a job nobody has begun is not there', async () => {
      const client = await open();
      const content = { organName: 'Sở Tài chính', typeName: 'Giấy mời', nested: { days: [1, 2] } };
      await client.saved.put({ kind: 'incoming-model', name: 'Giấy mời  của Sở Tài chính', content: {} });
      await client.saved.put({ kind: 'incoming-model', name: 'Giấy mời của Sở Tài chính', content });
      expect((await client.saved.list({ kind: 'incoming-model' })).rows).toEqual([{ name: 'Giấy mời của Sở Tài chính', content }]);
      expect((await client.saved.list({ kind: 'outgoing-view' })).rows).toEqual([]);
      expect(await client.saved.remove({ kind: 'incoming-model', name: 'Giấy mời của Sở Tài chính' })).toEqual({ removed: true });
      expect(await client.jobs.get({ job: 'không có' })).toBeNull();
      expect(await client.jobs.cancel({ job: 'không có' })).toEqual({ asked: false });
    });

    test('a line of a letter stands for its agencies; entries are merged, taken back, written to a sheet and read from it', async () => {
      const client = await open();
      const group = await client.groups.save({ name: 'UBND các xã, phường', members: ['UBND xã Bình Hòa', 'UBND phường Tân An'] });
      expect(group.members.map(({ name }) => name)).toEqual(['UBND xã Bình Hòa', 'UBND phường Tân An']);
      const { rows } = await client.groups.expand({ lines: ['UBND các xã, phường', 'Sở Lạ'] });
      expect(rows.map(({ group: of, agencies }) => [of, agencies.map(({ name }) => name)])).toEqual([[group.id, ['UBND xã Bình Hòa', 'UBND phường Tân An']], [null, ['Sở Lạ']]]);
      expect((await client.groups.list()).rows.map(({ name }) => name)).toEqual(['UBND các xã, phường']);
      const kept = await client.agencies.save({ name: 'Sở Tài chính', contacts: [{ name: 'Đỗ Thị Lan', phone: '0220 3853 001' }] });
      const twin = await client.agencies.save({ name: 'Sở Tài chánh' });
      const { act } = await client.agencies.merge({ keep: kept.id, merge: [twin.id] });
      expect((await client.agencies.get({ id: twin.id })).mergedInto).toBe(kept.id);
      expect(await client.agencies.undo({ act })).toMatchObject({ changed: 1, kept: 0 });
      expect((await refusalOf(client.agencies.undo({ act }))).code).toBe('NOT_ALLOWED');
      expect((await client.agencies.get({ id: kept.id })).contacts).toEqual([{ name: 'Đỗ Thị Lan', position: null, phone: '0220 3853 001', email: null }]);
      const sheet = await client.agencies.export();
      expect(sheet.name).toMatch(/\.xlsx$/);
      expect(await client.agencies.import({ file: sheet, preview: true })).toMatchObject({ added: 0, changed: 0, leftOut: 0, act: null });
      const read = await client.agencies.import({ file: new File(['Tên cơ quan\nSở Y tế\n'], 'danh bạ.csv') });
      expect([read.added, read.rows.map(({ name, kind, becomes }) => [name, kind, becomes])]).toEqual([1, [['Sở Y tế', 'department', 'added']]]);
      expect(await client.agencies.undo({ act: read.act ?? 0 })).toMatchObject({ changed: 1 });
      expect((await refusalOf(client.agencies.get({ id: 999 }))).code).toBe('NOT_FOUND');
    });

    test('a year of the calendar is written, given out and read back; terms are counted by it', async () => {
      const client = await open();
      const { days, from } = await client.calendar.get({ year: 2026 });
      expect(from).toBe('shipped');
      const sheet = await client.calendar.export({ year: 2026 });
      expect((await client.calendar.import({ year: 2026, file: sheet })).days).toEqual(days);
      expect((await client.calendar.count({ from: '2026-11-20', amount: 1, unit: 'working-days' })).due).toBe('2026-11-23');
      const saved = await client.calendar.save({ year: 2026, days: [...days, { day: '2026-11-23', kind: 'holiday', name: 'Nghỉ của tỉnh', source: '' }], confirmed: true, source: 'Thông báo 1' });
      expect([saved.confirmed, saved.from]).toEqual([true, 'ours']);
      const term = await client.calendar.count({ from: '2026-11-20', amount: 1, unit: 'working-days' });
      expect([term.due > '2026-11-23', term.unconfirmedYears]).toEqual([true, []]);
      expect((await client.calendar.list()).rows.find(({ year }) => year === 2026)).toMatchObject({ confirmed: true, from: 'ours' });
      expect((await refusalOf(client.calendar.count({ from: '2026-02-30', amount: 1, unit: 'days' }))).code).toBe('INPUT_INVALID');
    });
  });
}
