import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maySendAsOne } from '../../shared/domain/directory/same-sender.ts';

describe('một cơ quan viết nhiều cách', () => {
  test.each([
    ['Sở Tài chính', 'STC', true],
    ['Sở Tài chính', 'Sở TC', true],
    ['Sở Tài chính', 'stc', true],
    ['Sở Tài chính', 'Sở Tài chính tỉnh An Bình', true],
    ['STC', 'Sở Tài chính tỉnh An Bình', true],
    ['Sở Tài chính An Bình', 'Sở TC', true],
    ['Sở Nông nghiệp và Môi trường', 'Sở NNMT', true],
    ['Sở Giáo dục và Đào tạo', 'SGDĐT', true],
    ['Ủy ban nhân dân xã Tân Phú', 'UBND xã Tân Phú', true],
    ['Công an thành phố Hải Phòng', 'Công an', true],
    ['Sở Tài chính', 'Sở Tư pháp', false],
    ['UBND xã An Bình', 'UBND phường An Bình', false],
    ['UBND tỉnh An Bình', 'UBND tỉnh Tân Phú', false],
    ['Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân', false],
    ['xã A', 'xã An', false],
    ['Sở Y tế', 'Sở Nội vụ', false],
    ['', 'STC', false],
  ])('«%s» và «%s»: %s', (one, other, same) => {
    expect(maySendAsOne(one, other, 'An Bình')).toBe(same);
    expect(maySendAsOne(other, one, 'An Bình')).toBe(same);
  });

  test('tên nào cũng là chính nó, hai chiều như nhau', () => {
    const name = fc.stringMatching(/^[A-ZĐ][a-zà-ỹ]{1,5}( [A-ZĐa-zà-ỹ]{1,6}){0,5}$/u);
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(maySendAsOne(one, one, 'An Bình')).toBe(true);
        expect(maySendAsOne(one, other, null)).toBe(maySendAsOne(other, one, null));
      }),
    );
  });
});
