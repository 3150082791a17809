import { describe, expect, test } from 'vitest';
import { usualNotation } from '../../renderer/lib/usual-notation.ts';
import { documentTypes } from '../../shared/domain/document-types.ts';
import { notationMismatch, officeSymbol } from '../../shared/domain/notation.ts';

test.each([
  ['Thông báo', 'TB-UBND', 'UBND'],
  ['Quyết định', 'QĐ-HĐND-TT', 'HĐND-TT'],
  ['Công văn', 'UBND-VP', 'UBND'],
  ['Công văn', 'UBND-CNXD', 'UBND'],
  ['Công văn', 'STC', 'STC'],
  ['Công văn', 'CV-BTGTU', 'BTGTU'],
  ['Giấy mời', 'TB-UBND', null],
  ['Thư công', 'UBND', null],
  ['Công văn', '', null],
])('%s «%s»: ký hiệu của cơ quan là %s', (typeName, notation, symbol) => expect(officeSymbol(typeName, notation)).toBe(symbol));

describe('ký hiệu lệch với loại', () => {
  test.each([
    ['Giấy mời', 'TB-UBND', null, ['GM-', 'thông báo']],
    ['Quyết định', 'UBND-VP', null, ['QĐ-', '«UBND-VP»']],
    ['Quyết định', 'QD-UBND', null, ['QĐ-', '«QD-UBND»']],
    ['Tờ trình', 'TTR-UBND', null, ['TTr-']],
    ['Quyết định', 'QĐ', null, ['QĐ-']],
    ['Công văn', 'BC-UBND', 'UBND-VP', ['báo cáo']],
  ])('%s mang %s', (typeName, notation, usual, words) => {
    for (const word of words) expect(notationMismatch(typeName, notation, usual)).toContain(word);
  });

  test.each([
    ['Quy định', 'QyĐ-UBND', null],
    ['Công văn', 'UBND-VP', null],
    ['Công văn', 'CV-BTGTU', null],
    // cơ quan viết tắt trùng chữ của một loại: Cục Thuế
    ['Công văn', 'CT-TTHT', 'CT-VP'],
    ['Thư công', 'UBND', null],
    // loại ngoài 29 loại của nghị định
    ['Giấy xác nhận', 'XN-UBND', null],
    ['Quyết định', '', null],
  ])('%s mang %s thì không nói gì', (typeName, notation, usual) => expect(notationMismatch(typeName, notation, usual)).toBeNull());
});

describe('ký hiệu có sẵn khi chọn loại', () => {
  const earlier = [{ typeName: 'Thông báo', codeNotation: 'TB-UBND' }, { typeName: 'Công văn', codeNotation: 'UBND-KT' }];

  test.each(documentTypes)('%s chưa cấp ở đây bao giờ', (typeName, short) => {
    const wanted = short === null ? { 'Công văn': 'UBND-VP', 'Thư công': '' }[typeName as 'Công văn'] : `${short}-UBND`;
    expect(usualNotation([], typeName, 'UBND-VP')).toBe(wanted);
  });

  test('theo văn bản đã cấp cùng loại; chưa khai ký hiệu thường dùng thì lấy ký hiệu cơ quan ở văn bản trước', () => {
    expect(usualNotation(earlier, 'Công văn', 'UBND-VP')).toBe('UBND-KT');
    expect(usualNotation(earlier, 'Giấy mời', null)).toBe('GM-UBND');
    expect(usualNotation([], 'Giấy mời', null)).toBe('');
  });

  test('một văn bản cấp nhầm ký hiệu không làm hỏng những văn bản sau', () => {
    const wrong = [{ typeName: 'Quyết định', codeNotation: 'UBND-VP' }, ...earlier];
    expect(usualNotation(wrong, 'Quyết định', 'UBND-VP')).toBe('QĐ-UBND');
    expect(usualNotation(wrong, 'Giấy mời', null)).toBe('GM-UBND');
  });
});
