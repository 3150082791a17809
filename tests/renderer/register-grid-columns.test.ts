import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnTracks, moveColumn, orderColumns, readLayout, resizeColumn, showColumn, shownColumns, untouchedLayout } from '../../renderer/components/register-grid/column-layout.ts';
import type { GridColumn } from '../../renderer/components/register-grid/grid-column.ts';

const column = (id: string, more: Partial<GridColumn<object>> = {}): GridColumn<object> => ({ id, head: id, width: 100, text: () => '', ...more });
const columns = [column('so'), column('ngay'), column('trich-yeu', { width: 200, grows: true }), column('nguoi-ky', { givesWay: 1 }), column('han', { givesWay: 2 }), column('ghi-chu', { atFirstHidden: true })];
const ids = (list: readonly GridColumn<object>[]): string[] => list.map(({ id }) => id);

describe('cột của sổ', () => {
  test('lúc đầu: đủ cột trừ cột ẩn, trích yếu lấy phần còn lại', () => {
    const shown = shownColumns(columns, untouchedLayout);
    expect(ids(shown)).toEqual(['so', 'ngay', 'trich-yeu', 'nguoi-ky', 'han']);
    expect(columnTracks(shown, untouchedLayout)).toEqual({ tracks: '100px 100px minmax(200px, 1fr) 100px 100px', least: 600 });
  });

  test('chỗ hẹp thì cột ít cần nhường trước; cột đã được chọn thì ở lại', () => {
    expect(ids(shownColumns(columns, untouchedLayout, 520))).toEqual(['so', 'ngay', 'trich-yeu', 'han']);
    expect(ids(shownColumns(columns, untouchedLayout, 300))).toEqual(['so', 'ngay', 'trich-yeu']);
    expect(ids(shownColumns(columns, showColumn(untouchedLayout, 'nguoi-ky', true), 300))).toEqual(['so', 'ngay', 'trich-yeu', 'nguoi-ky']);
  });

  test('đổi rộng, đổi chỗ, ẩn hiện được giữ lại và đọc lại như cũ', () => {
    const layout = showColumn(moveColumn(columns, resizeColumn(untouchedLayout, 'trich-yeu', 321.4), 'han', 'so'), 'ghi-chu', true);
    const read = readLayout(JSON.stringify(layout));
    expect(read).toEqual(layout);
    expect(ids(shownColumns(columns, read))).toEqual(['han', 'so', 'ngay', 'trich-yeu', 'nguoi-ky', 'ghi-chu']);
    expect(columnTracks(shownColumns(columns, read), read).tracks).toContain('321px');
  });

  test.each([null, '', 'hỏng', '[]', '{"widths":{"so":"rộng"}}', '{"widths":{"so":-5}}'])('điều giữ lại mà không đọc được (%s) thì cột như lúc đầu', (kept) => {
    expect(readLayout(kept)).toEqual(untouchedLayout);
  });

  test('không bao giờ mất cột nào hay hiện cột hai lần, dù thứ tự giữ lại là của bản khác', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('so', 'ngay', 'trich-yeu', 'nguoi-ky', 'han', 'ghi-chu', 'cot-cu')), (order) => {
        expect(ids(orderColumns(columns, order)).sort()).toEqual(ids(columns).sort());
      }),
    );
  });

  test('ẩn hết thì vẫn còn một cột', () => {
    const none = columns.reduce((layout, { id }) => showColumn(layout, id, false), untouchedLayout);
    expect(shownColumns(columns, none)).toHaveLength(1);
  });
});
