import { expect, test } from 'vitest';
import { matchRank } from '../../renderer/lib/match-names.ts';

const names = ['Sở Tài chính', 'Sở Tư pháp', 'Sở Tài nguyên và Môi trường', 'Thường trực Tỉnh ủy', 'UBND các xã, phường', 'Đài Phát thanh và Truyền hình'];
const found = (typed: string): string | undefined =>
  names
    .map((name) => ({ name, rank: matchRank(name, typed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)[0]?.name;

test.each([
  ['stc', 'Sở Tài chính'],
  ['so tai ch', 'Sở Tài chính'],
  ['Sở Tư', 'Sở Tư pháp'],
  ['moi truong', 'Sở Tài nguyên và Môi trường'],
  ['tttu', 'Thường trực Tỉnh ủy'],
  ['dai phat', 'Đài Phát thanh và Truyền hình'],
  ['ubnd xa', 'UBND các xã, phường'],
  ['qzx', undefined],
  [' ', undefined],
])('«%s» → %s', (typed, name) => {
  expect(found(typed)).toBe(name);
});
