import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leaderAddress, readLeaderAddress, type LeaderAddress } from '../../renderer/lib/leader-address.ts';
import { fittedSize, keptSize, steppedSize } from '../../renderer/features/leader/type-size.ts';

const read = (address: string): LeaderAddress => readLeaderAddress(new URLSearchParams(address.split('?')[1] ?? ''));

describe('địa chỉ của màn hình lãnh đạo', () => {
  test('ghi rồi đọc lại vẫn là điều đang xem', () => {
    const id = fc.integer({ min: 1, max: 2 ** 31 });
    const anyAddress = fc.oneof(
      fc.constant<LeaderAddress>({ view: 'late' }),
      fc.record({ view: fc.constant('choice' as const), text: fc.string() }),
      fc.record({ view: fc.constant('appendix' as const), dispatch: id, appendix: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ view: fc.constant('gathered' as const), table: fc.record({ obligation: id, n: fc.integer({ min: 1, max: 400 }), title: fc.string(), share: fc.boolean(), rank: fc.boolean(), change: fc.boolean() }) }),
    );
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(read(leaderAddress(address))).toEqual(address);
      }),
    );
  });

  test.each<[string, LeaderAddress]>([
    ['/lanh-dao', { view: 'late' }],
    ['/lanh-dao?xem=bịa&van-ban=3', { view: 'late' }],
    ['/lanh-dao?xem=phu-luc', { view: 'choice', text: '' }],
    ['/lanh-dao?xem=phu-luc&van-ban=không&chu=vốn', { view: 'choice', text: 'vốn' }],
    ['/lanh-dao?xem=phu-luc&van-ban=12&phu-luc=0', { view: 'appendix', dispatch: 12, appendix: 1 }],
    ['/lanh-dao?xem=phu-luc&tong-hop=5', { view: 'gathered', table: { obligation: 5, n: 1, title: '', share: false, rank: false, change: false } }],
  ])('%s', (address, expected) => {
    expect(read(address)).toEqual(expected);
  });
});

describe('cỡ chữ', () => {
  test('vừa bề ngang thì to nhất có thể trong khoảng đọc được', () => {
    expect([fittedSize(1174, 47.5), fittedSize(1350, 20), fittedSize(1350, 71), fittedSize(1350, 400), fittedSize(0, 47.5)]).toEqual([24, 26, 19, 16, 16]);
  });

  test('+ lên rồi − xuống về đúng cỡ cũ; ở hai đầu thì dừng', () => {
    expect([steppedSize(19, 1), steppedSize(19, -1), steppedSize(64, 1), steppedSize(14, -1), steppedSize(16, -1)]).toEqual([20, 18, 64, 14, 14]);
    for (const size of [16, 20, 26, 28, 48]) expect(steppedSize(steppedSize(size, 1), -1)).toBe(size);
  });

  test('chỉ nhớ cỡ có thật', () => {
    expect([keptSize(28), keptSize(27), keptSize('28'), keptSize(null), keptSize(Number.NaN)]).toEqual([28, null, null, null, null]);
  });
});
