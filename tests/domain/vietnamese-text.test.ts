import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../shared/domain/file-names.ts';
import { cleanText, foldVietnamese, oneLine } from '../../shared/domain/vietnamese-text.ts';

test.each([
  ['Nguyễn Đình Chiểu', 'nguyen dinh chieu'],
  ['ĐƯỜNG', 'duong'],
  ['Ðông Hà', 'dong ha'],
  ['Thanh Hoá', 'thanh hoa'],
  ['Ủy ban'.normalize('NFD'), 'uy ban'],
])('«%s» so như «%s»', (text, folded) => expect(foldVietnamese(text)).toBe(folded));

test('chữ tổ hợp và chữ dựng sẵn so như nhau, chữ thường và chữ hoa cũng vậy', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ '), maxLength: 40 });
  fc.assert(fc.property(letters, (text) => foldVietnamese(text.normalize('NFD')) === foldVietnamese(text) && foldVietnamese(text.toLocaleUpperCase('vi')) === foldVietnamese(text) && /^[a-z ]*$/.test(foldVietnamese(text))), { seed: 7 });
});

test('ký tự điều khiển và nửa ký tự được bỏ và đếm', () => {
  expect(cleanText('a\u0000b\u0007c\uD83Dd\u202Ee\uFEFF')).toEqual({ text: 'abcde', removed: 5 });
  expect(cleanText('dòng một\r\ndòng hai\ttab 😀')).toEqual({ text: 'dòng một\ndòng hai\ttab 😀', removed: 0 });
  expect(cleanText('Ủy'.normalize('NFD')).text).toBe('Ủy');
});

test('chữ sạch được nhận ra nhanh: mọi ký tự đều thành như khi xem xét kỹ', () => {
  const different: number[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    // a return makes it look closely
    const closely = cleanText(`${text}\r`);
    if (cleanText(text).text !== closely.text.slice(0, -1) || cleanText(text).removed !== closely.removed) different.push(code);
  }
  expect(different).toEqual([]);
});

test('làm sạch hai lần như một lần, với chữ bất kỳ', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const once = cleanText(text);
      const twice = cleanText(once.text);
      return twice.text === once.text && twice.removed === 0 && once.text.isWellFormed();
    }),
    { seed: 8 },
  );
});

test('một dòng: mọi khoảng trắng thành một dấu cách', () => expect(oneLine('  Sở\u00A0 Tài\n chính\u200B ')).toBe('Sở Tài chính'));

test('một dòng: với chữ và khoảng trắng bất kỳ đều như thay từng khoảng trắng', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', 'ờ', ' ', '\n', '\t', '\u00A0', '\u200B', '\u2003', '\u3000', '\uFEFF'), maxLength: 12 });
  fc.assert(fc.property(texts, (text) => oneLine(text) === text.replace(/[\s\u00A0\u200B]+/g, ' ').trim()), { seed: 9, numRuns: 2000 });
});

test.each([
  ['2953/UBND-VP', 'docx', '2953_UBND-VP.docx'],
  ['con', 'docx', '_con.docx'],
  ['a:b*c?"d<e>f|g', 'xlsx', 'abcdefg.xlsx'],
  ['tên có chấm cuối...', 'docx', 'tên có chấm cuối.docx'],
  ['../../etc/passwd', 'docx', '.._.._etc_passwd.docx'],
  ['đảo\u202Echiều', 'docx', 'đảochiều.docx'],
])('tệp «%s» lưu thành %s', (wanted, ending, name) => expect(safeFileName(wanted, ending)).toBe(name));

test('tên tệp không dài quá 120 ký tự', () => expect(safeFileName('Dự thảo '.repeat(40), 'docx').length).toBeLessThanOrEqual(121));
