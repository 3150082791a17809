import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ranks, shares } from '../../shared/domain/shares.ts';
import { collectedTable, type CollectedTable } from '../../shared/report/collected-table.ts';

const columns = [{ header: 'Số lượng cài đặt', kind: 'number' as const, total: true }];
const row = (name: string, figure: number | null, before: number | null = null, note: string | null = null) => ({ name, figures: figure === null ? null : [figure], before: before === null ? null : [before], note });
const table = (rows: CollectedTable['rows'], changes: Partial<CollectedTable> = {}): CollectedTable => ({ title: 'Số lượng cài đặt', nameHeader: 'Đơn vị', columns, rows, share: false, rank: false, changeSince: null, ...changes });

describe('bảng tổng hợp số liệu', () => {
  it('đủ cả thì chỉ có số thứ tự, đơn vị và số liệu', () => {
    expect(collectedTable(table([row('Xã Bình Hòa', 120), row('Phường Tân An', 80)]))).toEqual({
      appendix: { title: 'Số lượng cài đặt', columns: [{ header: 'STT', kind: 'ordinal' }, { header: 'Đơn vị', kind: 'text' }, ...columns], rows: [['Xã Bình Hòa', 120], ['Phường Tân An', 80]] },
      missing: [],
      notices: [],
    });
  });

  it('nơi chưa gửi vẫn có dòng, ghi «chưa báo cáo» ở cột riêng; nơi được miễn không bị gọi là thiếu', () => {
    const { appendix, missing } = collectedTable(table([row('Xã Bình Hòa', 120), row('Phường Tân An', null), row('Xã An Sơn', null, null, 'được miễn báo cáo'), row('Xã Hà Thanh', 0, null, 'mới báo cáo một phần')]));
    expect(appendix.columns.at(-1)).toEqual({ header: 'Ghi chú', kind: 'text' });
    expect(appendix.rows).toEqual([['Xã Bình Hòa', 120, null], ['Phường Tân An', null, 'chưa báo cáo'], ['Xã An Sơn', null, 'được miễn báo cáo'], ['Xã Hà Thanh', 0, 'mới báo cáo một phần']]);
    expect(missing).toEqual(['Phường Tân An']);
  });

  it('tỷ lệ cộng đúng 100, hạng bằng nhau thì cùng hạng, tăng giảm so với hôm trước', () => {
    const { appendix } = collectedTable(table([row('A', 10, 7), row('B', 10, 12), row('C', 10, 10), row('D', null)], { share: true, rank: true, changeSince: '2020-08-16' }));
    expect(appendix.columns.map(({ header, total }) => [header, total])).toEqual([['STT', undefined], ['Đơn vị', undefined], ['Số lượng cài đặt', true], ['Tỷ lệ (%)', true], ['Xếp thứ', undefined], ['Tăng (+), giảm (-) so với ngày 16/8/2020', undefined], ['Ghi chú', undefined]]);
    expect(appendix.rows).toEqual([['A', 10, 33.34, 1, 3, null], ['B', 10, 33.33, 1, -2, null], ['C', 10, 33.33, 1, 0, null], ['D', null, null, null, null, 'chưa báo cáo']]);
  });

  it('chưa có số nào thì nói là không tính được tỷ lệ', () => {
    const { appendix, notices } = collectedTable(table([row('A', 0), row('B', null)], { share: true }));
    expect(appendix.columns.map(({ header }) => header)).not.toContain('Tỷ lệ (%)');
    expect(notices).toEqual(['Không tính được tỷ lệ của cột «Số lượng cài đặt»: chưa có số liệu nào lớn hơn 0, hoặc có số âm.']);
  });

  it('số lẻ trừ nhau không sinh đuôi nhị phân', () => {
    const { appendix } = collectedTable(table([row('A', 0.3, 0.1)], { changeSince: '2020-08-16' }));
    expect(appendix.rows[0]?.[2]).toBe(0.2);
  });
});

describe('tỷ lệ và xếp hạng', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: null }), { minLength: 1, maxLength: 60 });

  it('tỷ lệ luôn cộng đúng 100,00 và lệch không tới một phần trăm của một phần trăm', () => {
    fc.assert(
      fc.property(values, (given) => {
        const parts = shares(given);
        const sum = given.reduce<number>((total, value) => total + (value ?? 0), 0);
        if (sum === 0) {
          expect(parts).toBeNull();
          return;
        }
        expect(parts?.reduce<number>((total, part) => total + Math.round((part ?? 0) * 100), 0)).toBe(10_000);
        parts?.forEach((part, at) => {
          if (given[at] === null) expect(part).toBeNull();
          else expect(Math.abs((part ?? 0) - ((given[at] ?? 0) / sum) * 100)).toBeLessThan(0.01);
        });
      }),
    );
  });

  it('ai lớn hơn thì hạng nhỏ hơn, bằng nhau thì cùng hạng', () => {
    expect(ranks([5, 9, 9, null, 1])).toEqual([3, 1, 1, null, 4]);
    fc.assert(fc.property(values, (given) => {
      const places = ranks(given);
      given.forEach((one, at) => given.forEach((other, next) => {
        if (one !== null && other !== null) expect(Math.sign((places[at] ?? 0) - (places[next] ?? 0))).toBe(-Math.sign(one - other) || 0);
      }));
    }), { numRuns: 30 });
  });
});
