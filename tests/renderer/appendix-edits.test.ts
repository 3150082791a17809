import { expect, test } from 'vitest';
import { totalsOf } from '../../shared/letter/appendix-rows.ts';
import { addColumn, changeColumn, insertRow, newAppendix, pasteBlock, removeColumn, removeRow, setCell } from '../../renderer/features/letter/appendix-edits.ts';

test('số gõ kiểu Việt Nam thành số; chữ chưa rõ là số nào được giữ nguyên', () => {
  const table = setCell(newAppendix(), 0, 1, '70.635');
  expect(table.rows).toEqual([[null, 70635]]);
  expect(setCell(table, 0, 1, '1.5').rows).toEqual([[null, '1.5']]);
  expect(setCell(table, 0, 1, ' ').rows).toEqual([[null, null]]);
  expect(setCell(table, 0, 0, '=1+1').rows).toEqual([['=1+1', 70635]]);
});

test('khối dán từ bảng tính đặt từ ô đang chọn, bảng lớn thêm vừa đủ', () => {
  const table = pasteBlock(newAppendix(), 0, 0, [['Xã A', '1.200', '16,5'], ['Xã B', '70,635', '2']]);
  expect(table.columns.map(({ header, kind }) => [header, kind])).toEqual([['STT', 'ordinal'], ['Đơn vị', 'text'], ['Số lượng', 'number'], ['Cột 4', 'number']]);
  expect(table.rows).toEqual([['Xã A', 1200, 16.5], ['Xã B', '70,635', 2]]);
  expect(totalsOf(table)?.[2]).toBe(1200);
});

test('cột cộng được cộng cả phần lẻ cho đúng', () => {
  const table = pasteBlock(newAppendix(), 0, 0, [['a', '0,1'], ['b', '0,2']]);
  expect(totalsOf(table)?.[2]).toBe(0.3);
});

test('đổi loại cột đọc lại các ô; bỏ cột bỏ ô của nó', () => {
  const table = pasteBlock(newAppendix(), 0, 0, [['12', '5'], ['xã', '6']]);
  expect(changeColumn(table, 1, { kind: 'number' }).rows).toEqual([[12, 5], ['xã', 6]]);
  const text = changeColumn(table, 2, { kind: 'text' });
  expect(text.columns[2]).toEqual({ header: 'Số lượng', kind: 'text' });
  expect(text.rows).toEqual([['12', '5'], ['xã', '6']]);
  expect(changeColumn(table, 1, { kind: 'ordinal' }).rows).toEqual([[5], [6]]);
  expect(changeColumn(table, 0, { kind: 'text' }).rows).toEqual([[null, '12', 5], [null, 'xã', 6]]);
  expect(removeColumn(table, 1).rows).toEqual([[5], [6]]);
  expect(removeColumn(table, 0).rows).toEqual(table.rows);
  expect(addColumn(table, { header: 'Ghi chú', kind: 'text' }).rows[0]).toEqual(['12', 5, null]);
});

test('thêm và bỏ dòng ở đúng chỗ', () => {
  const table = pasteBlock(newAppendix(), 0, 0, [['a', '1'], ['b', '2']]);
  expect(insertRow(table, 1).rows).toEqual([['a', 1], [null, null], ['b', 2]]);
  expect(removeRow(table, 0).rows).toEqual([['b', 2]]);
});
