import { expect, test } from 'vitest';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';

async function book() {
  const opened = openEngine();
  const { client } = opened;
  await client.settings.update({ office: sampleOffice });
  const arrived = (code: string, organName: string, issuedDate: string, subject: string) => client.incoming.register({ code, organName, issuedDate, subject, arrivalDate: '2026-11-20' });
  await arrived('9187/STC-QLNS', 'Sở Tài chính', '2026-11-19', 'dự toán năm 2027');
  await arrived('9187/SYT-NVY', 'Sở Y tế', '2026-11-18', 'phòng dịch');
  await arrived('9187/STC-QLNS', 'Sở Tài chính', '2025-11-19', 'dự toán năm 2026');
  await arrived('91870/STC-VP', 'Sở Tài chính', '2026-11-17', 'họp');
  await arrived('12/KH-SNV', 'Sở Nội vụ', '2026-11-10', 'thực hiện Công văn số 2147/QĐ-UBND của tỉnh');
  await client.books.start({ kind: 'outgoing', year: 2026, next: 2147 });
  await client.outgoing.register({ typeName: 'Quyết định', codeNotation: 'QĐ-UBND', subject: 'phê duyệt quy hoạch', issuedDate: '2026-11-20' });
  return opened;
}

test.each([
  ['Công văn số 9187/STC-QLNS ngày 19/11/2026', 'dự toán năm 2027'],
  ['Công văn số 9187/STC-QLNS ngày 19/11/2025', 'dự toán năm 2026'],
  ['công văn 9187/SYT-NVY', 'phòng dịch'],
  ['số: 2147/QĐ-UBND', 'phê duyệt quy hoạch'],
  ['Quyết định số 2147/QĐ-UBND ngày 20 tháng 11 năm 2026 của Ủy ban nhân dân tỉnh', 'phê duyệt quy hoạch'],
])('«%s»: văn bản ấy đứng đầu', async (text, subject) => {
  const { client } = await book();
  expect((await client.search.all({ text })).hits[0]?.subject).toBe(subject);
});

test('chỉ dẫn số: mọi văn bản mang số ấy, không lẫn số dài hơn; không có số ấy thì tìm theo chữ', async () => {
  const { client } = await book();
  const codes = (await client.search.all({ text: 'công văn 9187' })).hits.map(({ code }) => code);
  expect(codes.sort()).toEqual(['9187/STC-QLNS', '9187/STC-QLNS', '9187/SYT-NVY']);
  expect((await client.search.all({ text: 'kế hoạch 12' })).hits.map(({ code }) => code)).toEqual(['12/KH-SNV']);
  expect((await client.search.all({ text: 'công văn 777777' })).hits).toEqual([]);
});
