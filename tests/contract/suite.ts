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
export function contractSuite(carrier: string, open: () => Promise<Client>, timeout = 20_000): void {
  describe(`contract over ${carrier}`, { timeout }, () => {
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
      expect(await client.outgoing.cancel({ id, reason: 'ký nhầm người' })).toEqual({ id, status: 'cancelled' });
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
  });
}
