import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withEndMark } from '../../shared/letter/end-mark.ts';
import { readStyledLine } from '../../shared/letter/rich-text.ts';

const marked = (line: string): string => withEndMark(readStyledLine(line)).map((run) => run.text).join('');

describe('dấu kết thúc ./.', () => {
  it.each([
    ['Yêu cầu thực hiện.', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện;', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện./.', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện ./.', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện:', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện./.*', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện.//.', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện././.', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện.\u200B', 'Yêu cầu thực hiện./.'],
    ['số liệu ước tính*', 'số liệu ước tính*./.'],
    ['Yêu cầu thực hiện. / .', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện/.', 'Yêu cầu thực hiện./.'],
    ['Yêu cầu thực hiện./', 'Yêu cầu thực hiện./.'],
    ['Theo lời dặn “làm ngay.”', 'Theo lời dặn “làm ngay.”./.'],
    ['Sửa thành “thực hiện./.”', 'Sửa thành “thực hiện./.”'],
    ['Sửa thành “thực hiện./.”.', 'Sửa thành “thực hiện./.”'],
    ['(có phụ lục kèm theo).', '(có phụ lục kèm theo)./.'],
    ['gạo, muối, v.v...', 'gạo, muối, v.v..../.'],
    ['Tải tại https://vidu.vn/', 'Tải tại https://vidu.vn/./.'],
    ['Tải tại https://vidu.vn/.', 'Tải tại https://vidu.vn/./.'],
    ['Báo cáo **trước ngày 15/12/2026**.', 'Báo cáo trước ngày 15/12/2026./.'],
    ['Báo cáo **trước ngày 15/12/2026.**', 'Báo cáo trước ngày 15/12/2026./.'],
    ['Báo cáo *ngay./.*', 'Báo cáo ngay./.'],
    ['.', '.'],
  ])('%s', (line, expected) => {
    expect(marked(line)).toBe(expected);
  });

  it('dấu thêm vào không đậm, không nghiêng', () => {
    expect(withEndMark(readStyledLine('**Khẩn trương thực hiện.**')).at(-1)).toEqual({ text: './.', bold: false, italic: false });
  });

  it('thêm một lần: làm lần nữa không đổi gì, và không mất chữ nào', () => {
    const piece = fc.constantFrom('làm', ' ', '.', './.', ';', ':', '/', '//', '”', ')', '..', '...', ' / ', '**', '*', '\\*', ',', 'https://');
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        const once = withEndMark(readStyledLine(parts.join('')));
        expect(withEndMark(once)).toEqual(once);
        const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
        expect(letters(once.map((run) => run.text).join(''))).toBe(letters(parts.join('')));
      }),
    );
  });
});
