import { describe, expect, test } from 'vitest';
import { indexNames, matchRank } from '../../shared/domain/name-matching.ts';

const names = ['Sở Tài chính', 'Sở Tư pháp', 'Sở Tài nguyên và Môi trường', 'Thường trực Tỉnh ủy', 'UBND các xã, phường', 'Đài Phát thanh và Truyền hình', 'UBND tỉnh Tiền Giang', 'Ủy ban nhân dân tỉnh Tây Ninh', 'Cục Thuế'];
const find = indexNames(names.map((name) => ({ name, abbreviation: name === 'Cục Thuế' ? 'CT-TPR' : undefined })));

describe('tên gõ tắt, gõ không dấu', () => {
  test.each([
    ['stc', 'Sở Tài chính', true],
    ['STC', 'Sở Tài chính', true],
    ['s.t.c', 'Sở Tài chính', true],
    ['so tai ch', 'Sở Tài chính', false],
    ['so tai chinh', 'Sở Tài chính', true],
    ['Sở Tư', 'Sở Tư pháp', false],
    ['moi truong', 'Sở Tài nguyên và Môi trường', false],
    ['stnmt', 'Sở Tài nguyên và Môi trường', true],
    ['stnvmt', 'Sở Tài nguyên và Môi trường', true],
    ['tttu', 'Thường trực Tỉnh ủy', true],
    ['dai phat', 'Đài Phát thanh và Truyền hình', false],
    ['ubnd xa', 'UBND các xã, phường', false],
    ['ubnd tg', 'UBND tỉnh Tiền Giang', true],
    ['ubnd tn', 'Ủy ban nhân dân tỉnh Tây Ninh', true],
    ['ct-tpr', 'Cục Thuế', true],
    ['Sở Tài', 'Sở Tài chính', false],
  ])('«%s» → %s', (typed, name, ready) => {
    expect(find(typed)[0]).toMatchObject({ name, ready });
    expect(typed === 'ct-tpr' ? 1 : matchRank(name, typed)).toBeGreaterThan(0);
  });
  test.each(['qzx', ' ', '', '///'])('«%s» không gợi ý gì', (typed) => {
    expect(find(typed)).toEqual([]);
  });
});

test('cùng độ khớp thì tên hay dùng hơn, mới dùng hơn đứng trước', () => {
  expect(indexNames([{ name: 'Sở Tư pháp' }, { name: 'Sở Tài chính' }])('so t').map(({ name }) => name)).toEqual(['Sở Tư pháp', 'Sở Tài chính']);
  expect(indexNames([{ name: 'Sở Tài chính' }, { name: 'Sở Tư pháp' }])('so t').map(({ name }) => name)).toEqual(['Sở Tài chính', 'Sở Tư pháp']);
});

test('năm nghìn tên: gõ đến đâu hẹp lại đến đấy, tên đúng đứng đầu', () => {
  const kinds = ['Ủy ban nhân dân xã', 'Ủy ban nhân dân phường', 'Trường Trung học cơ sở', 'Công ty cổ phần Xây dựng', 'Ban Quản lý dự án khu vực'];
  const places = ['An Bình', 'Tân Phú', 'Long Khánh', 'Mỹ Đức', 'Hòa Thạnh', 'Vĩnh Lợi', 'Phước Tân', 'Đông Sơn', 'Trung Nghĩa', 'Bình Minh'];
  const many = Array.from({ length: 5000 }, (_, at) => ({ name: `${kinds[at % 5]} ${places[Math.floor(at / 5) % 10]} ${Math.floor(at / 50)}` }));
  const findMany = indexNames(many);
  const typed = 'ubnd phuong tan phu 37';
  expect(findMany(typed)[0]?.name).toBe('Ủy ban nhân dân phường Tân Phú 37');
  const offered = Array.from({ length: typed.length }, (_, at) => findMany(typed.slice(0, at + 1)).length);
  expect(offered.every((amount) => amount > 0)).toBe(true);
});
