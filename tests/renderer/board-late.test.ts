import { expect, test } from 'vitest';
import { latestCell, lateRowsOnly, type Board, type BoardCell } from '../../renderer/features/tracking/board-cell.ts';

const counts = (late: number) => ({ open: 0, late, onTime: 0, doneLate: 0, excused: 0 });
const cell = (row: number, column: number, late: number, lateDays: number): BoardCell => [row, column, row * 100 + column, late > 0 ? 0 : 1, late, 0, 0, 0, lateDays, 0];
const board: Board = {
  asOf: '2026-11-20T09:30',
  columns: ['a', 'b'].map((key) => ({ key, dispatch: 1, code: '01/UBND-TH', subject: key, issuedDate: null, due: '2026-11-18', time: null, counts: counts(1) })),
  rows: ['Xã Một', 'Xã Hai', 'Xã Ba', 'Xã Bốn'].map((agency, at) => ({ key: agency, agency, agencyId: at, closed: false, counts: counts([0, 1, 0, 2][at] ?? 0) })),
  cells: [cell(0, 0, 0, 0), cell(1, 0, 1, 2), cell(3, 0, 1, 2), cell(3, 1, 1, 9)],
  more: 0,
  counts: counts(3),
};

test('chỉ đơn vị trễ: còn các dòng trễ, ô đi theo dòng của nó, tổng giữ nguyên', () => {
  const kept = lateRowsOnly(board);
  expect(kept.rows.map(({ agency }) => agency)).toEqual(['Xã Hai', 'Xã Bốn']);
  expect(kept.cells.map(([row, column, id]) => [row, column, id])).toEqual([[0, 0, 100], [1, 0, 300], [1, 1, 301]]);
  expect(kept.columns).toEqual(board.columns);
  expect(kept.counts).toEqual(board.counts);
});

test('mở một văn bản trễ thì đứng ở đơn vị trễ lâu nhất, cùng số ngày thì đơn vị đứng trước; không ai trễ thì thôi', () => {
  expect(latestCell(board)?.[2]).toBe(301);
  expect(latestCell({ ...board, cells: board.cells.slice(0, 3) })?.[2]).toBe(100);
  expect(latestCell({ ...board, cells: board.cells.slice(0, 1) })).toBeUndefined();
});
