import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentTypeNames } from '../../shared/domain/document-types.ts';
import { refusalOf } from '../contract/suite.ts';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

// of other issuers, of Party bodies, of former decrees, and what nobody has thought of
const foreignTypes = ['Giấy xác nhận', 'Thông tư', 'Thư mời', 'Nghị định', 'Kết luận', 'Quy chế phối hợp', 'Giấy chứng nhận', 'thông báo kết luận', '«loại lạ»', 'X'];

async function openOffice() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  return opened;
}

/** Every way a line of either book is read answers, in its own schema. */
async function opens(client: Client): Promise<void> {
  for (const status of ['draft', 'issued', 'reserved', 'cancelled', 'sent'] as const) await client.outgoing.list({ status });
  const outgoing = await client.outgoing.list({ limit: 500 });
  for (const { id } of outgoing.rows) {
    const line = await client.outgoing.get({ id });
    await client.outgoing.place({ id });
    await client.search.all({ text: line.typeName });
    await client.owed.of({ dispatch: id });
  }
  const incoming = await client.incoming.list({ limit: 500 });
  for (const { id } of incoming.rows) await client.incoming.get({ id });
  for (const book of ['outgoing', 'incoming'] as const) {
    for (const format of ['xlsx', 'docx'] as const) expect((await client.register.export({ book, year: 2026, format })).size).toBeGreaterThan(0);
  }
}

test.each(foreignTypes)('loại «%s» của nơi khác: vào sổ, giữ số, nhập sổ cũ đều mở lại được; soạn ở đây thì nói là chưa có', async (typeName) => {
  const { client } = await openOffice();
  const { id } = await client.outgoing.register({ typeName, codeNotation: 'UBND-VP', subject: 'xác nhận thời gian công tác' });
  const { rows } = await client.outgoing.reserve({ typeName, codeNotation: 'UBND-VP', reason: 'chờ ký' });
  const sheet = `Số;Ký hiệu;Ngày;Tên loại;Trích yếu\n7;UBND-VP;05/01/2026;${typeName};xác nhận hồ sơ\n`;
  const { imported } = await client.import.apply({ book: 'outgoing', file: new File([sheet], 'so-di-2026.csv') });
  expect(imported).toBe(1);
  await client.incoming.register({ organName: 'Sở Nội vụ', code: '1/SNV', subject: 'xác nhận', typeName });
  for (const line of [id, rows[0]?.id ?? 0, (await client.outgoing.list({ text: 'xac nhan ho so' })).rows[0]?.id ?? 0]) {
    expect((await client.outgoing.get({ id: line })).typeName).toBe(typeName);
  }
  await opens(client);
  const refused = await refusalOf(client.outgoing.draft({ ...sampleLetter(), typeName }));
  expect(refused).toMatchObject({ code: 'INPUT_INVALID', message: expect.stringContaining(`«${typeName}» không phải một trong 29 loại`) as string });
});

const words = (max: number) => fc.string({ unit: 'binary', maxLength: max });
const name = fc.oneof(words(40), fc.constantFrom('Sở Tài chính', 'UBND các xã', 'x'.repeat(300), 'Sở\u0000 Y tế', '\uD800', '«»', 'a\nb', '=1+1', '<b>&amp;'));
const typeName = fc.oneof(fc.constantFrom(...documentTypeNames, ...foreignTypes), name);
const day = fc.constantFrom('2026-01-05', '2026-11-20', '2026-02-28', null);
const signer = fc.option(fc.record({ competence: fc.option(name), position: fc.option(name), fullName: fc.option(words(20)) }));
const elsewhere = fc.record({ typeName, codeNotation: fc.constantFrom('UBND-VP', 'QĐ-UBND', ''), issuedDate: day, subject: name, addressees: fc.array(name, { maxLength: 3 }), recipients: fc.array(name, { maxLength: 3 }), signer, note: fc.option(name), copies: fc.option(fc.nat(200)), priority: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3) });
const cell = name.map((text) => `"${text.replaceAll('"', '""')}"`);

/** What a call answered, or the code of its refusal; what is no refusal is a fault of the program. */
async function answered(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'answered';
  } catch (error) {
    const { code, defined } = error as { code?: string; defined?: boolean };
    expect([code, defined], String(error)).toEqual([expect.not.stringContaining('INTERNAL'), true]);
    return code ?? '';
  }
}

test('điều gì sổ đã nhận thì mở ra, liệt kê, tìm, in đều được', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(elsewhere, { minLength: 1, maxLength: 6 }), typeName, fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 4 }), async (papers, kind, lines) => {
      const { client, engine } = await openOffice();
      for (const paper of papers) {
        await answered(client.outgoing.register(paper));
        await answered(client.incoming.register({ organName: paper.subject, subject: paper.subject, code: paper.codeNotation, issuedDate: paper.issuedDate, typeName: paper.typeName, signer: paper.signer, note: paper.note }));
        await answered(client.outgoing.draft({ ...sampleLetter(), typeName: paper.typeName, subject: paper.subject, addressees: paper.addressees, incomplete: true }));
      }
      await answered(client.outgoing.reserve({ typeName: kind, codeNotation: 'UBND-VP', reason: 'chờ ký', amount: 2 }));
      const rows = lines.map((cells, at) => [at + 1, '05/01/2026', ...cells].join(';')).join('\n');
      await answered(client.import.apply({ book: 'outgoing', file: new File([`Số;Ngày;Ký hiệu;Tên loại;Trích yếu;Nơi nhận;Người ký\n${rows}\n`], 'so-di-2026.csv') }));
      await opens(client);
      await engine.close();
    }),
    { numRuns: 25, seed: 20261120 },
  );
});
