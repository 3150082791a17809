import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf, readStyledLine, writeStyledLine } from '../../shared/letter/rich-text.ts';

describe('chữ đậm, nghiêng trong nội dung', () => {
  it.each([
    ['a **b** c', [['a ', false, false], ['b', true, false], [' c', false, false]]],
    ['“5K + *Vaccine*”', [['“5K + ', false, false], ['Vaccine', false, true], ['”', false, false]]],
    ['**Điều 3**2026', [['Điều 3', true, false], ['2026', false, false]]],
    ['**Điều 3**2026 và **Điều 5** nữa', [['Điều 3', true, false], ['2026 và ', false, false], ['Điều 5', true, false], [' nữa', false, false]]],
    ['**kích thước 20**30 m**', [['kích thước 20**30 m', true, false]]],
    ['nói *“b”* rồi', [['nói ', false, false], ['“b”', false, true], [' rồi', false, false]]],
    ['(“*b*”)', [['(“', false, false], ['b', false, true], ['”)', false, false]]],
    ['a\\|b', [['a\\|b', false, false]]],
    ['***cả hai***', [['cả hai', true, true]]],
    ['3 * 4 * 5', [['3 * 4 * 5', false, false]]],
    ['(*) ghi chú (*)', [['(*) ghi chú (*)', false, false]]],
    ['**đậm *và nghiêng***', [['**đậm *và nghiêng***', false, false]]],
    ['\\*sao\\*', [['*sao*', false, false]]],
    ['**chưa đóng', [['**chưa đóng', false, false]]],
  ])('%s', (line, expected) => {
    expect(readStyledLine(line).map((run) => [run.text, run.bold, run.italic])).toEqual(expected);
  });

  it.each(['20*30 m, sân 15*40 m; mức chi 3*2*5', 'a*b', 'a*b*c', '(2+3)*(4+5)*(6+7)', '20 *30 m, sân 15* 40 m', '5%*3%*2', 'x**y**z', '2m²*3m²*4', 'Hà Nội* và Huế*', '“a”*“b”*“c”', '"a"*"b"*"c"', '«a»*«b»*«c»', '{x}*{y}*{z}', '20°*30°*40°', '*.docx và *.xlsx', 'mật khẩu: a*b**c***d', '2**3**4'])('%s: dấu sao là dấu sao', (line) => {
    expect(readStyledLine(line)).toEqual([{ text: line, bold: false, italic: false }]);
  });

  it('chữ đậm giữa một từ, sát con số viết ra rồi đọc lại đúng từng kiểu', () => {
    const run = fc.record({ text: fc.constantFrom('a', 'số ', ' 5', '20', '20 ', ')', '(x', 'y%', '. ', '*', 'é'), bold: fc.boolean(), italic: fc.boolean() });
    const signs = (runs: { text: string; bold: boolean; italic: boolean }[]): string[] =>
      runs.flatMap(({ text, bold, italic }) => [...text].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).map((sign) => `${sign}${bold}${italic}`));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 7 }), (runs) => {
        expect(signs(readStyledLine(writeStyledLine(runs)))).toEqual(signs(runs));
        expect(readStyledLine(writeStyledLine(runs)).map((one) => one.text).join('')).toBe(runs.map((one) => one.text).join(''));
      }),
      { numRuns: 3000 },
    );
  });

  it('viết ra rồi đọc lại vẫn thế', () => {
    const run = fc.record({ text: fc.constantFrom('a', 'rà soát', '*', '\\', '1.', '(', 'x y'), bold: fc.boolean(), italic: fc.boolean() });
    const joined = (runs: { text: string; bold: boolean; italic: boolean }[]) =>
      runs.reduce<typeof runs>((list, one) => {
        const last = list.at(-1);
        if (last && last.bold === one.bold && last.italic === one.italic) return [...list.slice(0, -1), { ...last, text: last.text + one.text }];
        return [...list, one];
      }, []);
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const text = readStyledLine(writeStyledLine(runs)).map((one) => one.text).join('');
        expect(text).toBe(joined(runs).map((one) => one.text).join(''));
      }),
    );
  });

  it('không chữ nào mất: bỏ dấu sao đi thì chữ đọc ra đúng bằng chữ gõ vào', () => {
    const piece = fc.constantFrom('*', '**', '***', 'a', 'Điều 3', '2026', ' ', '“', '”', '"', '(', ')', '.', ',', '%', '|', '/', '-', '20', '{', '°');
    const letters = (text: string): string => text.replaceAll('*', '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const line = pieces.join('');
        const read = readStyledLine(line).map((run) => run.text).join('');
        expect(letters(read)).toBe(letters(line));
        // stars go in pairs: those that style are the only ones that are not printed
        const gone = line.split('*').length - read.split('*').length;
        expect(gone % 2).toBe(0);
        if (!readStyledLine(line).some(({ bold, italic }) => bold || italic)) expect(read).toBe(line);
      }),
      { numRuns: 5000 },
    );
  });

  it('mười vạn dấu sao vẫn đọc xong, không mất dấu nào', () => {
    const stars = (line: string): number => readStyledLine(line).map((run) => run.text).join('').split('*').length - 1;
    expect(stars('* a '.repeat(100_000))).toBe(100_000);
    expect(stars('*a* '.repeat(50_000))).toBe(0);
  });

  it.each([['1. Một', 'clause'], ['1.2. Một', 'clause'], ['a) Một', 'point'], ['đ) Một', 'point'], ['- Một', 'dash'], ['+ Một', 'plus'], ['Ngày 1.2.2026', 'paragraph']])('%s là %s', (line, level) => {
    expect(levelOf(line)).toBe(level);
  });
});
