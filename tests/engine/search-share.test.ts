import { expect, test } from 'vitest';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

test('ô tìm chung chia chỗ cho cả hai sổ; số gõ đúng đứng đầu dù dòng cũ hơn', async () => {
  const { client } = openEngine();
  await client.settings.update({ office: sampleOffice });
  await client.incoming.register({ arrivalDate: '2026-11-02', organName: 'Sở Xây dựng', code: '77/SXD', subject: 'quy hoạch chung' });
  for (let turn = 0; turn < 5; turn += 1) await client.incoming.register({ arrivalDate: '2026-11-03', organName: 'Sở Y tế', code: `${turn}/SYT`, subject: `quy hoạch mạng lưới 77${turn}` });
  for (let turn = 0; turn < 12; turn += 1) await client.outgoing.draft(sampleLetter({ subject: `quy hoạch phân khu ${turn}` }));
  const kinds = async (text: string, limit: number) => (await client.search.all({ text, limit })).hits.map(({ kind }) => kind);
  const found = await kinds('quy hoạch', 8);
  expect([found.length, found.filter((kind) => kind === 'incoming').length]).toEqual([8, 4]);
  // where one book has little, the other has the rest of the places
  const many = await kinds('quy hoạch', 16);
  expect([many.length, many.filter((kind) => kind === 'incoming').length]).toEqual([16, 6]);
  expect((await client.search.all({ text: '77', limit: 8 })).hits[0]).toMatchObject({ kind: 'incoming', code: '77/SXD' });
});
