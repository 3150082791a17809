import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSort, readSort, writeSort } from '../../shared/domain/list-sort.ts';
import { compareVietnamese } from '../../shared/domain/vietnamese-order.ts';

const sorted = (...texts: string[]): string[] => [...texts].sort(() => 0).sort(compareVietnamese);

test.each<[string, string[]]>([
  ['đ sau d, trước e', ['Danh bạ', 'Dương', 'Đại Lâm', 'Đông Hòa', 'Em']],
  ['ă, â là chữ riêng', ['an', 'anh', 'ăn', 'âm', 'ba']],
  ['ê, ô, ơ, ư', ['em', 'êm', 'ong', 'ông', 'ơn', 'ung', 'ưng']],
  ['thanh chỉ xét khi chữ giống nhau: ngang huyền hỏi ngã sắc nặng', ['ma', 'mà', 'mả', 'mã', 'má', 'mạ', 'man']],
  ['thanh của chữ trước không hơn chữ sau', ['hoa an', 'hòa an', 'hoa ban', 'hòa ban']],
  ['chữ hoa như chữ thường', ['sở Nội vụ', 'Sở Nông nghiệp', 'SỞ TÀI CHÍNH', 'Sở Y tế']],
  ['từng chữ một: khoảng trắng đứng trước mọi chữ', ['Hà An', 'Hà Nội', 'Hàm Yên']],
  ['số theo giá trị', ['9/UBND', '10/UBND', '100/UBND', '101/UBND']],
  ['số đứng trước chữ', ['02/BC', 'Bộ Y tế']],
])('thứ tự chữ Việt: %s', (_name, texts) => {
  expect(sorted(...texts.toReversed())).toEqual(texts);
});

test('chữ dựng sẵn và chữ tổ hợp là một; thứ tự khớp với bộ so chữ Việt của ICU', () => {
  expect(compareVietnamese('Đường Lâm'.normalize('NFD'), 'Đường Lâm')).toBe(0);
  const icu = new Intl.Collator('vi', { numeric: true });
  const word = fc.string({ unit: fc.constantFrom(...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'), minLength: 1, maxLength: 5 });
  const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  fc.assert(fc.property(words, words, (one, other) => Math.sign(compareVietnamese(one, other)) === Math.sign(icu.compare(one, other))), { numRuns: 2000 });
});

test('bấm một đầu cột: xuôi, ngược, rồi thôi; địa chỉ ghi và đọc lại được', () => {
  const first = nextSort(null, 'due');
  const second = nextSort(first, 'due');
  expect([first, second, nextSort(second, 'due'), nextSort(second, 'subject')]).toEqual([{ by: 'due', order: 'asc' }, { by: 'due', order: 'desc' }, null, { by: 'subject', order: 'asc' }]);
  for (const sort of [first, second]) expect(sort && readSort(writeSort(sort), ['due'])).toEqual(sort);
  expect([readSort('bịa', ['due']), readSort(null, ['due']), readSort('--due', ['due'])]).toEqual([null, null, null]);
});
