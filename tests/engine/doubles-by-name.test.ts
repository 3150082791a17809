import { expect, test } from 'vitest';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleOffice } from '../fixtures/sample-letters.ts';

async function book() {
  const { client } = openEngine();
  await client.settings.update({ office: { ...sampleOffice, place: 'An Bình' } });
  await client.agencies.save({ name: 'Sở Nông nghiệp và Môi trường', abbreviation: 'SNNMT', formerNames: [{ name: 'Sở Tài nguyên và Môi trường', from: null, to: '2025-02-28' }] });
  const arrived = (organName: string, code: string, issuedDate: string | null = '2026-11-19') => client.incoming.register({ organName, code, issuedDate, subject: 'dự toán' });
  return { client, arrived };
}

test.each([
  ['Sở Tài chính', 'STC'],
  ['Sở Tài chính', 'Sở TC'],
  ['STC', 'Sở Tài chính tỉnh An Bình'],
  ['Sở Tài chính An Bình', 'Sở Tài chính'],
  ['Sở Nông nghiệp và Môi trường', 'SNNMT'],
  ['Sở Tài nguyên và Môi trường', 'Sở Nông nghiệp và Môi trường'],
])('«%s» đã có, «%s» gửi cùng ký hiệu, cùng ngày: báo trùng', async (first, second) => {
  const { client, arrived } = await book();
  const { id } = await arrived(first, '9187/QLNS');
  expect((await client.incoming.check({ organName: second, code: '9187 / QLNS', issuedDate: '2026-11-19' })).duplicates).toMatchObject([{ id, organName: first, because: 'code' }]);
  expect((await arrived(second, '9187/QLNS')).duplicates).toMatchObject([{ id }]);
});

test('cùng ký hiệu của nơi khác, hay của ngày khác, không phải trùng', async () => {
  const { arrived } = await book();
  await arrived('UBND xã Tân Phú', '12/UBND');
  expect((await arrived('UBND xã Long Khánh', '12/UBND')).duplicates).toEqual([]);
  expect((await arrived('UBND xã Tân Phú', '12/UBND', '2026-11-18')).duplicates).toEqual([]);
  expect((await arrived('Xã Tân Phú', '12/UBND')).duplicates).toEqual([]);
});
