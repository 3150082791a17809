import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCode } from '../../shared/domain/code-reading.ts';
import { typeInCode } from '../../shared/domain/type-in-code.ts';

describe('số, ký hiệu chép từ giấy', () => {
  test.each([
    ['2953/UBND-VP', '2953/UBND-VP', '2953', 'UBND-VP'],
    [' 2953 / UBND – VP ', '2953/UBND-VP', '2953', 'UBND-VP'],
    ['2953/UBND−VP', '2953/UBND-VP', '2953', 'UBND-VP'],
    ['2953/UBND—VP', '2953/UBND-VP', '2953', 'UBND-VP'],
    ['Số: 05/TTr-STC', '05/TTr-STC', '05', 'TTr-STC'],
    ['2953\\UBND-VP', '2953/UBND-VP', '2953', 'UBND-VP'],
    ['15/2026/NĐ-CP', '15/2026/NĐ-CP', '15', '2026/NĐ-CP'],
    ['123-CV/TU', '123-CV/TU', '123', 'CV/TU'],
    ['12a/QyĐ-UBND', '12a/QyĐ-UBND', '12a', 'QyĐ-UBND'],
    ['2953/ubnd-vp', '2953/ubnd-vp', '2953', 'ubnd-vp'],
    ['2953/UBND\u00AD-\u200BVP', '2953/UBND-VP', '2953', 'UBND-VP'],
    ['', '', '', ''],
  ])('«%s» đọc là %s', (typed, code, codeNumber, codeNotation) => {
    expect(readCode(typed)).toEqual({ code, codeNumber, codeNotation, warnings: [] });
  });

  test.each([
    ['/UBND-VP', 'Chưa có số trước'],
    ['UBND-VP', 'Chưa có số;'],
    ['2953', 'Chưa có ký hiệu sau số'],
    ['2953/', 'Chưa có ký hiệu sau dấu gạch chéo'],
    ['2953/UBND-', 'còn dở'],
    ['2953//UBND', 'Thừa dấu gạch'],
    ['abc/UBND-VP', '«abc» không giống một số'],
    ['12/TB UBND', 'khoảng trắng'],
  ])('«%s» bị nhắc: %s', (typed, said) => {
    expect(readCode(typed).warnings.map(({ message }) => message).join(' ')).toContain(said);
  });

  test.each([
    ['2953/U\u0412ND-\u0420C', '2953/UBND-PC'],
    ['12/QÐ-UBND', '12/QĐ-UBND'],
    ['2O53/UBND-VP', '2053/UBND-VP'],
    ['l2/TB-UBND', '12/TB-UBND'],
    ['12/TB UBND', '12/TB-UBND'],
  ])('«%s» được gợi ý viết lại thành %s', (typed, better) => {
    expect(readCode(typed).warnings.map((warning) => warning.better)).toContain(better);
  });

  test('đọc lần nữa cũng vậy, và chỗ sửa theo gợi ý không bị nhắc điều cũ', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0129aOlUBNĐ-–/ .ВÐ'), maxLength: 20 }), (typed) => {
        const once = readCode(typed);
        expect(readCode(once.code)).toEqual(once);
        for (const { message, better } of once.warnings) if (better !== undefined) expect(readCode(better).warnings.map((warning) => warning.message)).not.toContain(message);
      }),
    );
  });
});

test.each([
  ['12/QĐ-UBND', 'Quyết định'],
  ['45/TTr-STC', 'Tờ trình'],
  ['07/HD-SNV', 'Hướng dẫn'],
  ['07/HĐ-SNV', 'Hợp đồng'],
  ['31/qd-ubnd', 'Quyết định'],
  ['15/2026/NĐ-CP', 'Nghị định'],
  ['39/2026/TT-BTC', 'Thông tư'],
  ['123-CV/TU', 'Công văn'],
  ['98-KL/TU', 'Kết luận'],
  ['2953/UBND-VP', 'Công văn'],
  ['118/STC-QLNS', 'Công văn'],
  ['2953', null],
  ['/UBND-VP', null],
  ['3/hd-x', null],
  ['', null],
])('ký hiệu %s đoán là %s', (code, typeName) => {
  expect(typeInCode(code)?.typeName ?? null).toBe(typeName);
});
