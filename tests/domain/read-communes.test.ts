import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { communeCommittee, readCommunes } from '../../shared/domain/directory/read-communes.ts';

const names = (text: string): string[] => readCommunes(text).flatMap(({ level, name }) => (level && name ? [`${level} ${name}`] : []));
const out = (text: string): [string, string][] => readCommunes(text).flatMap(({ name, text: written, problem }) => (name === null ? [[written, problem ?? ''] as [string, string]] : []));

describe('xã, phường gõ hay dán vào', () => {
  test.each<[string, string, string[]]>([
    ['mỗi dòng một tên', 'Xã An Thượng\nphường An Đông\nĐặc khu Vân Đồn\n', ['xã An Thượng', 'phường An Đông', 'đặc khu Vân Đồn']],
    ['có UBND ở trước', 'UBND xã An Thượng\nỦy ban nhân dân phường An Đông\nUỷ ban nhân dân xã Ea Kao', ['xã An Thượng', 'phường An Đông', 'xã Ea Kao']],
    ['viết tắt X., P.', 'X. An Thượng\nP.  An Đông', ['xã An Thượng', 'phường An Đông']],
    ['có số thứ tự', '1. Xã An Thượng\n2) phường An Đông\n- xã Cẩm Sơn\n4 xã Đại Lâm\n•Xã Gia Lạc', ['xã An Thượng', 'phường An Đông', 'xã Cẩm Sơn', 'xã Đại Lâm', 'xã Gia Lạc']],
    ['chữ hoa cả', 'XÃ AN THƯỢNG\nPHƯỜNG AN ĐÔNG', ['xã An Thượng', 'phường An Đông']],
    ['chữ thường cả', 'xã an thượng', ['xã An Thượng']],
    ['tên có dấu nháy, gạch nối', "Xã Cư M'gar\nxã Ia Pa\nxã Đăk Tờ Re", ["xã Cư M'gar", 'xã Ia Pa', 'xã Đăk Tờ Re']],
    ['một dòng nhiều tên', 'xã An Thượng, xã Bình Khê; phường An Đông và xã Cẩm Sơn.', ['xã An Thượng', 'xã Bình Khê', 'phường An Đông', 'xã Cẩm Sơn']],
    ['«các xã: …»', 'Các xã: An Thượng, Bình Khê và Cẩm Sơn; phường An Đông', ['xã An Thượng', 'xã Bình Khê', 'xã Cẩm Sơn', 'phường An Đông']],
    ['«UBND các xã …»', 'UBND các xã An Thượng, Bình Khê', ['xã An Thượng', 'xã Bình Khê']],
    ['đề mục ở trên', 'I. CÁC PHƯỜNG (2)\nAn Đông\nAn Tây\nII. Xã:\nAn Thượng\nXa Dung', ['phường An Đông', 'phường An Tây', 'xã An Thượng', 'xã Xa Dung']],
    ['cột Excel có STT', 'STT\tTên xã, phường\tDiện tích\n1\tXã An Thượng\t12,5\n2\tPhường An Đông\t8,1\n', ['xã An Thượng', 'phường An Đông']],
    ['loại ở cột riêng', 'TT\tLoại\tTên đơn vị\n1\tXã\tAn Thượng\n2\tPhường\tAn Đông', ['xã An Thượng', 'phường An Đông']],
    ['một cột có đầu', 'Tên xã, phường\nXã An Thượng', ['xã An Thượng']],
    ['xuống dòng trong ô', '"Xã An\nThượng"\t12\nPhường An Đông\t9', ['xã An Thượng', 'phường An Đông']],
    ['NFD, dấu cách lạ', 'Xã\u00A0An Thượng'.normalize('NFD'), ['xã An Thượng']],
    ['không dấu cả', 'xa An Thuong\nphuong An Dong', ['xã An Thuong', 'phường An Dong']],
    ['phường đánh số', 'Phường 12', ['phường 12']],
    ['trống', ' \n\n\t\n', []],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each<[string, string, string, string]>([
    ['không nói xã hay phường', 'An Thượng\nxã Bình Khê', 'An Thượng', 'Chưa rõ «An Thượng» là xã hay phường'],
    ['tên bắt đầu bằng «Xa»', 'Xa Dung\nxã Bình Khê', 'Xa Dung', 'Chưa rõ'],
    ['thị trấn', 'Thị trấn Gia Lạc', 'Thị trấn Gia Lạc', 'thôi hoạt động từ 01/07/2025'],
    ['huyện có UBND', 'UBND huyện Kim Sơn', 'UBND huyện Kim Sơn', 'thôi hoạt động từ 01/07/2025'],
    ['ghi hai lần, khác chỗ đặt dấu', 'xã Hòa Lộc\nxã Hoà Lộc', 'xã Hoà Lộc', 'Trùng với dòng 1'],
    ['dài quá', `xã ${'A'.repeat(120)}`, `xã ${'A'.repeat(120)}`, 'dài quá 100 ký tự'],
  ])('bỏ ra và nói: %s', (_, text, written, problem) => {
    expect(out(text)).toEqual([[written, expect.stringContaining(problem) as string]]);
  });

  test('tên không dấu được nhận nhưng nói ra', () => {
    expect(readCommunes('xa An Thuong')[0]?.problem).toContain('không dấu');
  });

  test('mọi chữ đều đọc được; đọc lại tên đã đọc thì ra đúng tên ấy', () => {
    const word = fc.constantFrom('An', 'Bình', 'Thượng', 'xã', 'Xã', 'phường', 'các', 'UBND', ',', ';', 'và', ':', '\t', '\n', '1.', '(2)', '"', 'Đặc khu', 'huyện', '-', 'đ', '12');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        for (const { level, name } of readCommunes(words.join(' '))) {
          if (level === null || name === null) continue;
          const again = readCommunes(communeCommittee({ level, name }));
          expect(again.map((each) => [each.level, each.name])).toEqual([[level, name]]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
