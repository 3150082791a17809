import { expect, test } from 'vitest';
import { codeOf, notationProblem, seriesOf } from '../../shared/domain/numbering.ts';
import { documentTypes } from '../../shared/domain/document-types.ts';

test.each([
  [5, 'UBND-VP', '05/UBND-VP'],
  [9, 'TTr-UBND', '09/TTr-UBND'],
  [10, 'QyĐ-UBND', '10/QyĐ-UBND'],
  [2953, 'UBND-VP', '2953/UBND-VP'],
])('số %i ký hiệu %s in là %s', (number, notation, code) => expect(codeOf(number, notation)).toBe(code));

test.each(['UBND-VP', 'QyĐ-UBND', 'TTr-STTTT', 'BCĐ', 'VP-HC-QT', 'UBND-TT&TT', 'CV-BTGTU'])('ký hiệu %s dùng được', (notation) => expect(notationProblem(notation)).toBeNull());

test.each([
  ['UBND VP', /khoảng trắng/],
  ['UBND-VP ', /khoảng trắng/],
  ['12/UBND', /gạch chéo/],
  ['', /Chưa có/],
  ['-VP', /ký tự lạ/],
  ['UBND--VP', /ký tự lạ/],
  ['UBND*', /ký tự lạ/],
  ['A'.repeat(31), /dài quá 30/],
])('ký hiệu «%s» bị từ chối', (notation, why) => expect(notationProblem(notation)).toMatch(why));

test('29 loại văn bản, 27 chữ viết tắt khác nhau', () => {
  const abbreviations = documentTypes.map(([, abbreviation]) => abbreviation).filter((abbreviation) => abbreviation !== null);
  expect([documentTypes.length, abbreviations.length, new Set(abbreviations).size]).toEqual([29, 27, 27]);
});

test('loại văn bản lấy số từ dãy của nó, không có thì từ dãy chung', () => {
  const rules = [{ name: 'quyết định', typeNames: ['Quyết định', 'Chỉ thị'] }];
  expect([seriesOf('Quyết định', rules), seriesOf('chỉ thị', rules), seriesOf('Công văn', rules)]).toEqual(['quyết định', 'quyết định', 'chung']);
});
