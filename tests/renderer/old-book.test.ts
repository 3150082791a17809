import { expect, test } from 'vitest';
import { FileNotTaken, headRowOf, newReading, readingInput, remap, sheetsOf, takeFile } from '../../renderer/features/import/old-book.ts';
import { oldBookMaxBytes } from '../../shared/domain/import/old-book-size.ts';

const columns = [
  { column: 'A', field: 'number', certain: true },
  { column: 'B', field: 'arrivalDate', certain: true },
  { column: 'C', field: 'subject', certain: true },
  { column: 'D', field: null, certain: true },
] as const;

test('cột chọn lại thành trường khác: trường ấy rời cột cũ, các cột kia giữ nguyên', () => {
  expect(remap(columns, 'D', 'subject')).toEqual({ number: 'A', arrivalDate: 'B', subject: 'D' });
  expect(remap(columns, 'C', 'typeAndSubject')).toEqual({ number: 'A', arrivalDate: 'B', typeAndSubject: 'C' });
  expect(remap(columns, 'B', null)).toEqual({ number: 'A', subject: 'C' });
  expect(remap(columns, 'A', 'number')).toEqual({ number: 'A', arrivalDate: 'B', subject: 'C' });
});

test('trường mới được đề nghị thì không thành đã chọn khi đổi cột khác', () => {
  const proposed = [{ column: 'A', field: 'number', certain: false }, ...columns.slice(1)] as const;
  expect(remap(proposed, 'D', 'note')).toEqual({ arrivalDate: 'B', subject: 'C', note: 'D' });
  expect(remap(proposed, 'A', 'number')).toEqual({ number: 'A', arrivalDate: 'B', subject: 'C' });
});

test('điều chương trình tự tìm thì không gửi; điều đã chọn thì gửi đúng', () => {
  expect(readingInput(newReading('incoming'))).toEqual({ book: 'incoming' });
  expect(readingInput({ ...newReading('outgoing'), sheets: ['2024', '2025'], headRow: 3, encoding: 'tcvn3', year: 2024 })).toEqual({ book: 'outgoing', sheets: ['2024', '2025'], headRow: 3, encoding: 'tcvn3', year: 2024 });
  expect([sheetsOf(null), sheetsOf({ sheets: [{ name: 'T1', taken: true }, { name: 'Bìa', taken: false }] })]).toEqual([null, ['T1']]);
  expect([headRowOf(null), headRowOf({ headRow: 0 }), headRowOf({ headRow: 4 })]).toEqual([null, null, 4]);
});

test('tệp quá lớn bị từ chối trước khi đọc, tệp trống và tệp biến mất cũng được nói rõ', async () => {
  const never = (): never => {
    throw new Error('không được đọc');
  };
  const huge = Object.assign(new File([], 'sổ 25 năm.xlsx'), { arrayBuffer: never });
  Object.defineProperty(huge, 'size', { value: oldBookMaxBytes + 1 });
  await expect(takeFile(huge)).rejects.toThrow(/«sổ 25 năm.xlsx» nặng 101 MB, quá 100 MB/);
  await expect(takeFile(new File([], 'trống.csv'))).rejects.toThrow(/«trống.csv» trống/);
  const gone = Object.assign(new File(['1'], 'mất.xlsx'), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
  await expect(takeFile(gone)).rejects.toThrow(FileNotTaken);
  await expect(takeFile(gone)).rejects.toThrow(/bị xóa, đổi tên hoặc đang bị chương trình khác giữ/);
  const taken = await takeFile(new File(['a,b'], 'sổ.csv'));
  expect([taken.name, await taken.text()]).toEqual(['sổ.csv', 'a,b']);
});
