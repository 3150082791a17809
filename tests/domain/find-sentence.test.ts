import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestShown, SentenceSearch, sentencesOf, wantedWords } from '../../shared/domain/find-sentence.ts';

const find = (typed: string, lines: string[], fields: string[] = []) => {
  const search = new SentenceSearch<string>(wantedWords(typed), fields);
  search.read('thư', lines);
  return search.found();
};
const shown = (typed: string, ...lines: string[]): string | null => {
  const found = find(typed, lines);
  if (!found) return null;
  const marked = found.marks.reduceRight((text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, found.sentence);
  return marked;
};

test.each([
  ['Giao Sở Y tế. Sở Nội vụ phối hợp.', ['Giao Sở Y tế.', 'Sở Nội vụ phối hợp.']],
  ['1. Giao Sở Tài chính. 2. Giao Sở Y tế.', ['1. Giao Sở Tài chính.', '2. Giao Sở Y tế.']],
  ['KT. CHỦ TỊCH ký ngày 15. Sau đó gửi.', ['KT. CHỦ TỊCH ký ngày 15.', 'Sau đó gửi.']],
  ['PGS.TS. Nguyễn Văn A, ThS. Trần B họp tại TP. Hải Dương.', ['PGS.TS. Nguyễn Văn A, ThS. Trần B họp tại TP. Hải Dương.']],
  ['II. ĐÁNH GIÁ chung quý I. Kết quả tốt.', ['II. ĐÁNH GIÁ chung quý I.', 'Kết quả tốt.']],
  ['Tăng 12.500.000 đồng; Giảm 3,5%.', ['Tăng 12.500.000 đồng;', 'Giảm 3,5%.']],
])('câu của «%s»', (line, sentences) => expect(sentencesOf(line)).toEqual(sentences));

test.each([
  ['tra cuu', 'Việc tra cứu hồ sơ. Khác.', 'Việc [tra] [cứu] hồ sơ.'],
  ['ở', 'Nhà ở xã hội. Ở đây có ốc.', 'Nhà [ở] xã hội.'],
  ['so', 'Sổ này soát lại.', '[Sổ] này [so]át lại.'],
  ['1705', 'Dân số 1.705.059 người.', 'Dân số [1.705.059] người.'],
  ['tài chính', 'Tài sản tốt. Nguồn tài chính yếu.', 'Nguồn [tài] [chính] yếu.'],
  ['không có', 'Chữ khác.', null],
])('tìm «%s» trong «%s»', (typed, line, expected) => expect(shown(typed, line)).toBe(expected));

test('chữ đã có ở dòng của sổ nhường câu có chữ chỉ ở trong thư', () => {
  const lines = ['Kiểm kê tài sản hằng năm.', 'Kho bị dột.'];
  expect(find('kiểm kê tài sản dột', lines, ['kiem', 'kê', 'ke', 'tai', 'tài', 'san', 'sản', 'kiểm'])?.sentence).toBe('Kho bị dột.');
  expect(find('kiểm kê tài sản dột', lines)?.sentence).toBe('Kiểm kê tài sản hằng năm.');
});

test('câu dài: cắt giữa hai chữ, giữ chỗ có nhiều chữ nhất, dấu … ở chỗ cắt', () => {
  const long = `Mở đầu nói về kho ${'và nhiều chuyện khác nữa '.repeat(20)}rồi mới tới kho lưu trữ cũ ${'cùng các việc còn lại '.repeat(20)}.`;
  const found = find('kho lưu trữ', [long]);
  expect(found?.sentence).toMatch(/^….*tới kho lưu trữ cũ.*…$/);
  expect(found?.sentence.length).toBeLessThanOrEqual(longestShown + 2);
});

test('câu tìm ra luôn là một phần của văn bản, các dấu nằm trong câu, không chồng nhau, mỗi dấu bắt đầu bằng chữ đã gõ', () =>
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 4 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (lines, typed) => {
      const found = find(typed, lines);
      if (!found) return;
      const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ');
      expect(lines.some((line) => plain(line).includes(found.sentence.replace(/^…|…$/g, '').trim()) || /…/.test(line))).toBe(true);
      let last = 0;
      for (const [start, end] of found.marks) {
        expect([start >= last, end > start, end <= found.sentence.length]).toEqual([true, true, true]);
        last = end;
      }
    }),
  ));
