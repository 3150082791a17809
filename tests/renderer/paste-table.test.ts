import { expect, test } from 'vitest';
import { newAppendix } from '../../renderer/features/letter/appendix-edits.ts';
import { pasteTable } from '../../renderer/features/letter/paste-table.ts';
import type { Appendix } from '../../shared/letter/letter.ts';

const rows = (text: string) => ({ rows: text.split('\n').map((line) => line.split('|')) });
const heads = ({ columns }: Appendix): string[] => columns.map(({ header, kind, total }) => `${header}:${kind}${total ? '+' : ''}`);

test('bảng trống: khối có tên cột mang cột của mình, STT không đôi, cột số được cộng', () => {
  const { appendix, said } = pasteTable(newAppendix(), 0, 0, rows('STT|Tên xã|Số hộ|Kinh phí\n1|Xã A|1.200|16,5\n2|Xã B|70|2'));
  expect(heads(appendix)).toEqual(['STT:ordinal', 'Tên xã:text', 'Số hộ:number+', 'Kinh phí:number+']);
  expect(appendix.rows).toEqual([['Xã A', 1200, 16.5], ['Xã B', 70, 2]]);
  expect(said).toEqual(['Đã lấy dòng đầu làm tên cột; STT tự đánh; cộng cột «Số hộ», «Kinh phí».']);
});

test('bảng trống: khối không có tên cột được đặt tên theo nội dung và nói', () => {
  const { appendix, said } = pasteTable(newAppendix(), 0, 0, rows('Xã A|1.200|16\nXã B|7|2'));
  expect(heads(appendix)).toEqual(['Đơn vị:text', 'Số lượng:number+', 'Số lượng 2:number+']);
  expect(said[0]).toContain('đặt theo nội dung');
});

test('bảng trống có tên cột tự đặt: khối không có tên cột không đổi tên của ai, STT không đôi', () => {
  const own: Appendix = { title: '', columns: [{ header: 'STT', kind: 'ordinal' }, { header: 'Trường', kind: 'text' }, { header: 'Số lớp', kind: 'number', total: true }], rows: [[null, null]] };
  const { appendix } = pasteTable(own, 0, 0, rows('1|THPT A|12\n2|THPT B|9'));
  expect(heads(appendix)).toEqual(heads(own));
  expect(appendix.rows).toEqual([['THPT A', 12], ['THPT B', 9]]);
});

test('bảng đã có số liệu: dán thêm có tên cột thì tên cột không thành dòng, tên khác thì nói', () => {
  const first = pasteTable(newAppendix(), 0, 0, rows('STT|Đơn vị|Số lượng\n1|Xã A|5')).appendix;
  const same = pasteTable(first, 1, 0, rows('STT|Đơn vị|Số lượng\n1|Xã B|6\n|Tổng cộng|6'));
  expect(same.appendix.rows).toEqual([['Xã A', 5], ['Xã B', 6]]);
  expect(same.said).toEqual(['Dòng tổng cộng do bảng tự tính nên không dán thêm.']);
  const other = pasteTable(first, 1, 0, rows('STT|Trường|Số lớp\n1|THPT A|6'));
  expect(heads(other.appendix)).toEqual(heads(first));
  expect(other.said).toEqual(['Tên cột dán vào không dùng, bảng giữ tên của mình: «Trường», «Số lớp».']);
});

test('cột của bảng không cộng thì dòng tổng dán vào không mất', () => {
  const plain: Appendix = { title: '', columns: [{ header: 'Đơn vị', kind: 'text' }, { header: 'Số lượng', kind: 'number' }], rows: [['Xã A', 1]] };
  expect(pasteTable(plain, 1, 0, rows('Đơn vị|Số lượng\nXã B|6\nTổng cộng|6')).appendix.rows).toEqual([['Xã A', 1], ['Xã B', 6], ['Tổng cộng', 6]]);
});

test('một khối số dán vào giữa bảng vẫn là một khối', () => {
  const first = pasteTable(newAppendix(), 0, 0, rows('STT|Đơn vị|Số lượng\n1|Xã A|5\n2|Xã B|6')).appendix;
  const { appendix, said } = pasteTable(first, 0, 1, rows('7\n8'));
  expect([appendix.rows, said]).toEqual([[['Xã A', 7], ['Xã B', 8]], []]);
});

test('tên bảng ở trên thành tên phụ lục khi chưa có tên, không thì được nói', () => {
  const text = 'Danh sách hộ nghèo||\nSTT|Đơn vị|Số hộ\n1|Xã A|5';
  expect(pasteTable(newAppendix(), 0, 0, rows(text)).appendix.title).toBe('Danh sách hộ nghèo');
  const named = pasteTable({ ...newAppendix(), title: 'Đã có tên' }, 0, 0, rows(text));
  expect([named.appendix.title, named.said.at(-1)]).toEqual(['Đã có tên', 'Không đưa vào bảng: «Danh sách hộ nghèo» ở trên đầu bảng.']);
});
