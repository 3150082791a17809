import { expect, test } from 'vitest';
import type { Row } from '../../shared/letter/letter.ts';
import { refusalOf } from '../contract/suite.ts';
import { openEngine } from '../fixtures/open-engine.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';

const columns = [{ header: 'STT', kind: 'ordinal' as const }, { header: 'Đơn vị', kind: 'text' as const }, { header: 'Số', kind: 'number' as const, total: true }];
const lettersOf = (rows: Row[]) => sampleLetter({ appendices: [{ title: 'Số liệu', columns, rows }], obligations: [] });

async function openOffice() {
  const opened = openEngine();
  await opened.client.settings.update({ office: sampleOffice });
  return opened.client;
}

test.each<[string, Row[]]>([
  ['Cộng mục I', [['Xã A', 1], ['Xã B', 2], ['Cộng mục I', 4]]],
  ['dòng nhóm', [['I. Khối sở', 31], ['Sở A', 10], ['Sở B', 20]]],
  ['dòng cộng nói rõ', [['Xã A', 1], ['Xã B', 2], { subtotal: true, cells: ['Số của mục', 4] }]],
])('%s ghi sai: không cấp số, số không mất; ghi lý do thì cấp và lý do ở lại trong lịch sử', async (_, rows) => {
  const client = await openOffice();
  const { id, notices } = await client.outgoing.draft(lettersOf(rows));
  expect(notices.join(' ')).toContain('Phụ lục 1, dòng');
  const refused = await refusalOf(client.outgoing.issue({ id }));
  expect(refused.code).toBe('INPUT_INVALID');
  expect(refused.message).toContain('cấp số với lý do');
  expect((await refusalOf(client.outgoing.issue({ id, accept: [{ rule: 'khác', reason: 'không sao' }] }))).code).toBe('INPUT_INVALID');
  expect((await refusalOf(client.outgoing.issue({ id, accept: [{ rule: 'table-sum', reason: ' ' }] }))).code).toBe('INPUT_INVALID');
  expect((await client.outgoing.get({ id })).status).toBe('draft');
  const issued = await client.outgoing.issue({ id, accept: [{ rule: 'table-sum', reason: 'số của kỳ trước, đã có công văn' }] });
  expect(issued.code).toBe('01/UBND-VP');
  expect(issued.notices.join(' ')).toContain('Vẫn cấp số theo lý do đã ghi');
  expect((await client.outgoing.get({ id })).history.at(-1)).toMatchObject({ act: 'issue', reason: 'Vẫn cấp số khi số cộng trong bảng không khớp: số của kỳ trước, đã có công văn' });
});

test('điều chưa chắc chỉ là lời hỏi: cấp số được và lời hỏi có trong notices', async () => {
  const client = await openOffice();
  const { id } = await client.outgoing.draft(lettersOf([['Khối sở', 31], ['Sở A', 10], ['Sở B', 20], ['Khối xã', 7], ['Xã A', 7]]));
  const { notices } = await client.outgoing.issue({ id, accept: [{ rule: 'table-sum', reason: 'phòng khi' }] });
  expect(notices.filter((notice) => notice.includes('có thể là dòng nhóm'))).toHaveLength(2);
  expect(notices.join(' ')).toContain('Không có điều «table-sum» nào phải chấp nhận');
});

test('dòng nhóm, dòng cộng, dòng thường nói rõ: nhận vào, giữ nguyên khi mở lại, thiếu ô thì để trống', async () => {
  const client = await openOffice();
  const rows: Row[] = [{ group: 'I', cells: ['Khối sở'] }, ['Sở A', 10], { item: true, cells: ['Tổng số máy', 5] }, { subtotal: true, cells: ['Cộng mục I', 15] }];
  const { id } = await client.outgoing.draft(lettersOf(rows));
  expect((await client.outgoing.get({ id })).appendices[0]?.rows).toEqual([{ group: 'I', cells: ['Khối sở', null] }, ...rows.slice(1)]);
  await client.outgoing.issue({ id });
  expect((await client.outgoing.get({ id })).appendices[0]?.rows).toHaveLength(4);
  const wide = await refusalOf(client.outgoing.draft(lettersOf([{ group: 'I', cells: ['a', 1, 2] }])));
  expect(wide.message).toContain('có 3 ô nhưng bảng có 2 cột');
  const odd = await refusalOf(client.outgoing.draft(lettersOf([{ subtotal: false, cells: ['a', 1] } as unknown as Row])));
  expect(odd.message).toContain('Dòng của bảng là danh sách ô');
});
