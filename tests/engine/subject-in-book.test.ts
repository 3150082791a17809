import { expect, test } from 'vitest';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

test('trích yếu gõ «V/v: triển khai.»: dòng trong sổ sạch, có nói; nội dung giữ như gõ; văn bản làm nơi khác giữ nguyên', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const { id, notices } = await client.outgoing.draft(sampleLetter({ subject: 'V/v: triển khai.' }));
  expect(notices.join(' ')).toContain('Trích yếu được gõ kèm «V/v» ở đầu và dấu kết thúc ở cuối');
  const issued = await client.outgoing.issue({ id, issuedDate: '2026-11-20' });
  expect(issued.notices.join(' ')).toContain('Trích yếu được gõ kèm');
  expect((await client.outgoing.list({})).rows.map((row) => row.subject)).toEqual(['triển khai']);
  expect((await client.outgoing.get({ id })).subject).toBe('V/v: triển khai.');
  const elsewhere = await client.outgoing.register({ typeName: 'Công văn', codeNotation: 'UBND-VP', subject: 'V/v: nghỉ Tết./.', issuedDate: '2026-11-20' });
  expect((await client.outgoing.get({ id: elsewhere.id })).subject).toBe('V/v: nghỉ Tết./.');
});

test('ép vừa trang, chức vụ khác và họ tên hai dòng được giữ với văn bản', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const signer = { competence: null, position: 'TRƯỞNG BAN', otherPosition: 'PHÓ CHỦ TỊCH UBND TỈNH', fullName: 'Lê An\nBình' };
  const { id, notices } = await client.outgoing.draft(sampleLetter({ signer, fitPage: true }));
  expect(notices.join(' ')).toContain('Họ tên người ký có hai dòng');
  const kept = await client.outgoing.get({ id });
  expect([kept.signer, kept.fitPage]).toEqual([signer, true]);
});
