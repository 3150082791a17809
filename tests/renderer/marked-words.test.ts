import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedWords, markWords } from '../../renderer/lib/marked-words.ts';

const shown = (text: string, typed: string): string =>
  markWords(text, foldedWords(typed))
    .map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece))
    .join('');

test.each([
  ['Rà soát đường dẫn hồ sơ', 'duong', 'Rà soát [đường] dẫn hồ sơ'],
  ['Rà soát đường dẫn hồ sơ', 'ho so', 'Rà [so]át đường dẫn [hồ] [sơ]'],
  ['2953/UBND-VP', 'ubnd-vp', '2953/[UBND]-[VP]'],
  ['2953/UBND-VP', '295', '[295]3/UBND-VP'],
  ['Trường hợp thường gặp', 'thuo', 'Trường hợp [thườ]ng gặp'],
  ['Sở Tài chính', 'noi vu', 'Sở Tài chính'],
  ['Sở Tài chính', '', 'Sở Tài chính'],
])('«%s» khi tìm «%s»', (text, typed, expected) => expect(shown(text, typed)).toBe(expected));

test('chữ có dấu gõ tổ hợp cũng được tô trọn chữ', () => expect(shown('Đường'.normalize('NFD'), 'duong')).toBe('[Đường]'));

test('tô không làm mất chữ nào', () =>
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => markWords(text, foldedWords(typed)).map((piece) => piece.text).join('') === text.normalize('NFC'))));
