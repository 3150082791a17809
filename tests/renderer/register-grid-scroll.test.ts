import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterScroll, drawnSpan, rowHeight, scrolledHeight, standAt, standShowing, startOfList } from '../../renderer/components/register-grid/scroll-scale.ts';

const view = 520;
const million = { lines: 1_000_000, view };
const last = (lines: number): number => lines * rowHeight - view;

describe('thanh cuộn của sổ dài', () => {
  test('sổ một triệu dòng vẫn nằm trong chiều cao mà trình duyệt giữ được', () => {
    expect(scrolledHeight(1_000_000)).toBeLessThanOrEqual(8_000_000);
    expect(scrolledHeight(100_000)).toBe(3_200_000);
  });

  test.each([1, 30, 100_000, 1_000_000, 2_500_000])('kéo thanh cuộn tới đáy thì thấy dòng cuối, tới đỉnh thì thấy dòng đầu (%i dòng)', (lines) => {
    const extent = { lines, view };
    const bottom = Math.max(0, scrolledHeight(lines) - view);
    expect(afterScroll(startOfList, bottom, extent).top).toBe(Math.max(0, last(lines)));
    expect(afterScroll(standAt(last(lines), extent), 0, extent).top).toBe(0);
  });

  test('một nấc bánh xe dời đúng bấy nhiêu điểm, ở sổ nào cũng vậy', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 2_000_000 }), fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: -1500, max: 1500 }), (lines, share, by) => {
        const extent = { lines, view };
        const stand = standAt(Math.round(last(lines) * share), extent);
        const next = afterScroll(stand, Math.max(0, Math.min(scrolledHeight(lines) - view, stand.scrollTop + by)), extent);
        const moved = next.top - stand.top;
        // the scrollbar of a scaled list may stand nearer to its end than the list: then the rest comes with the next turn
        expect(Math.abs(moved)).toBeLessThanOrEqual(Math.abs(by) + 1e-6);
        if (next.top > 0 && next.top < last(lines)) expect(Math.sign(moved) === Math.sign(by) || moved === 0).toBe(true);
      }),
    );
  });

  test('cứ lăn bánh xe thì tới được cả hai đầu sổ một triệu dòng', () => {
    let stand = standAt(last(1_000_000) - 40_000, million);
    for (let turn = 0; turn < 200; turn += 1) stand = afterScroll(stand, Math.min(scrolledHeight(1_000_000) - view, stand.scrollTop + 360), million);
    expect(stand.top).toBe(last(1_000_000));
    stand = standAt(40_000, million);
    for (let turn = 0; turn < 200; turn += 1) stand = afterScroll(stand, Math.max(0, stand.scrollTop - 360), million);
    expect(stand).toEqual(startOfList);
  });

  test('đi tới dòng nào cũng thấy dòng ấy, và chỉ dời khi cần', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.nat(), fc.nat(), (lines, from, to) => {
        const extent = { lines, view };
        const stand = standAt((from % lines) * rowHeight, extent);
        const line = to % lines;
        const shown = standShowing(line, stand, extent);
        expect(shown.top).toBeLessThanOrEqual(line * rowHeight);
        expect(shown.top + view).toBeGreaterThanOrEqual((line + 1) * rowHeight - 1e-6);
        expect(standShowing(line, shown, extent)).toBe(shown);
        const span = drawnSpan(shown.top, extent, 6);
        expect(span.first <= line && line <= span.last).toBe(true);
        expect(span.last - span.first).toBeLessThan(40);
      }),
    );
  });
});
