import { describe, expect, test } from 'vitest';
import { fileMaxBytes, fileProblem, filesProblem, inNameOrder, isDocumentName, sizeText } from '../../shared/domain/paper-files.ts';

test.each([
  [0, '0 byte'],
  [12, '12 byte'],
  [1536, '1,5 KB'],
  [348_160, '340 KB'],
  [1_258_291, '1,2 MB'],
  [104_857_600, '100 MB'],
  [3_221_225_472, '3 GB'],
])('%d byte đọc là %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});

test.each(['Thumbs.db', 'desktop.ini', '.DS_Store', '~$cong van.docx', '__MACOSX'])('%s không phải văn bản', (name) => {
  expect(isDocumentName(name)).toBe(false);
});

test('trang 2 đứng trước trang 10', () => {
  expect(inNameOrder([{ name: 'trang 10.pdf' }, { name: 'trang 2.pdf' }, { name: 'Ảnh.jpg' }]).map(({ name }) => name)).toEqual(['Ảnh.jpg', 'trang 2.pdf', 'trang 10.pdf']);
});

describe('tệp không nhận được', () => {
  test.each([
    [{ name: 'a.pdf', size: 0 }, 'trống'],
    [{ name: 'a.pdf', size: fileMaxBytes + 1 }, 'quá 100 MB'],
  ])('%o: %s', (file, said) => {
    expect(fileProblem(file)).toContain(said);
  });
  test('vừa đủ thì nhận', () => {
    expect(fileProblem({ name: 'a.pdf', size: fileMaxBytes })).toBeNull();
    expect(filesProblem([{ name: 'a.pdf', size: fileMaxBytes }])).toBeNull();
  });
  test('cộng lại quá lớn, hoặc quá nhiều tệp', () => {
    expect(filesProblem([{ name: 'a', size: fileMaxBytes }, { name: 'b', size: fileMaxBytes }])).toContain('cộng lại 200 MB');
    expect(filesProblem(Array.from({ length: 101 }, () => ({ name: 'a', size: 1 })))).toContain('101 tệp');
  });
});
