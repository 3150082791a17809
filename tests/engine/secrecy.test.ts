import { expect, test } from 'vitest';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const paper = { organName: 'Công an tỉnh', code: '12/CAT-PV01', issuedDate: '2026-11-18', subject: 'kế hoạch bảo vệ mục tiêu' };
const why = /văn bản mật theo dõi ở sổ riêng, nội dung không ghi vào máy này/;
const fieldsOf = (refusal: { data?: unknown }): string[] => (refusal.data as { problems: { field: string }[] }).problems.map(({ field }) => field);

test('văn bản đến mang độ mật không vào sổ, không mất số; nói vì sao và ở ô nào', async () => {
  const { client } = openEngine();
  const refused = await refusalOf(client.incoming.register({ ...paper, subject: 'MẬT: kế hoạch bảo vệ mục tiêu' }));
  expect([refused.code, fieldsOf(refused)]).toEqual(['INPUT_INVALID', ['subject']]);
  expect(refused.message).toMatch(why);
  expect(fieldsOf(await refusalOf(client.incoming.register({ ...paper, note: 'Tối mật' })))).toEqual(['note']);
  expect(fieldsOf(await refusalOf(client.incoming.register({ ...paper, typeName: 'Mật' })))).toEqual(['typeName']);
  expect((await refusalOf(client.incoming.register({ ...paper, files: [new File(['%PDF'], 'Ke hoach (MẬT).pdf')] }))).message).toContain('mang độ mật «Mật»');
  const { id, arrivalNumber } = await client.incoming.register({ ...paper, subject: 'theo dõi ở sổ văn bản mật', note: 'an toàn, bảo mật' });
  expect(arrivalNumber).toBe(1);
  expect((await refusalOf(client.incoming.update({ id, note: 'Độ mật: Mật' }))).message).toMatch(why);
  expect((await refusalOf(client.incoming.change({ ids: [id], set: { note: '(mật)' } }))).message).toMatch(why);
  expect((await refusalOf(client.incoming.attach({ id, files: [new File(['%PDF'], 'TUYỆT MẬT.pdf')] }))).message).toContain('Tuyệt mật');
  expect(await client.incoming.get({ id })).toMatchObject({ note: 'an toàn, bảo mật', files: [] });
});

test('văn bản đi và dự thảo mang độ mật bị từ chối; chữ mật trong câu thì không', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  const given = { codeNotation: 'UBND-NC', subject: 'phương án bảo vệ' };
  expect(fieldsOf(await refusalOf(client.outgoing.register({ ...given, subject: 'phương án bảo vệ (Tối mật)' })))).toEqual(['subject']);
  expect((await refusalOf(client.outgoing.register({ ...given, recipients: ['Như trên', 'MẬT'] }))).message).toMatch(why);
  const made = await client.outgoing.register({ ...given, subject: 'bảo vệ bí mật nhà nước' });
  expect(made.codeNumber).toBe(1);
  expect((await refusalOf(client.outgoing.note({ id: made.id, note: 'Mật' }))).message).toMatch(why);
  expect(fieldsOf(await refusalOf(client.outgoing.draft({ ...sampleLetter({ subject: 'TỐI MẬT - phương án' }), incomplete: true })))).toEqual(['subject']);
  expect(fieldsOf(await refusalOf(client.outgoing.draft({ ...sampleLetter({ body: 'Kính báo.\nMẬT' }), incomplete: true })))).toEqual(['body']);
  const { id } = await client.outgoing.draft({ ...sampleLetter({ subject: 'mật' }), incomplete: true });
  await client.outgoing.update({ ...sampleLetter({ subject: 'mật độ dân cư', body: 'Bảo đảm bảo mật.' }), id, incomplete: true });
});

test('mẫu nhập mang độ mật không giữ được; cách xem tìm chữ ấy thì giữ được', async () => {
  const { client } = openEngine();
  expect((await refusalOf(client.saved.put({ kind: 'incoming-model', name: 'Công an tỉnh', content: { note: 'Mật' } }))).message).toMatch(why);
  expect(await client.saved.put({ kind: 'incoming-view', name: 'Chữ mật', content: { text: 'mật' } })).toEqual({ name: 'Chữ mật' });
});
