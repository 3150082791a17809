import { expect, test } from 'vitest';
import { droppedFiles } from '../../renderer/components/entry/dropped-files.ts';

type Tree = { [name: string]: string | null | Tree };

/** A file or folder as the browser shows what was dropped; null is a file that vanishes before it is read. */
function entryOf(name: string, content: string | null | Tree): FileSystemEntry {
  if (content === null || typeof content === 'string') {
    return { isFile: true, isDirectory: false, name, file: (done: (file: File) => void, fail: (error: Error) => void) => (content === null ? fail(new Error('gone')) : done(new File([content], name))) } as unknown as FileSystemEntry;
  }
  const children = Object.entries(content).map(([child, inside]) => entryOf(child, inside));
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      const rest = [...children];
      // as the browser does it: a hundred at a time, then none
      return { readEntries: (done: (entries: FileSystemEntry[]) => void) => done(rest.splice(0, 100)) };
    },
  } as unknown as FileSystemEntry;
}

const drop = (tree: Tree) => droppedFiles({ items: Object.entries(tree).map(([name, content]) => ({ kind: 'file', webkitGetAsEntry: () => entryOf(name, content) })), files: [] } as unknown as DataTransfer);

test('thả một thư mục quét: đọc cả thư mục con, hơn một trăm tệp, theo thứ tự tên, bỏ tệp của hệ thống', async () => {
  const scans: Tree = Object.fromEntries(Array.from({ length: 230 }, (_, at) => [`trang ${at + 1}.pdf`, `trang ${at + 1}`]));
  const { files, problems } = await drop({ 'Quét 20-11': { ...scans, 'Thumbs.db': 'x', '.DS_Store': 'x', chieu: { 'trang 231.pdf': 'cuối' } } });
  expect(problems).toEqual([]);
  expect(files).toHaveLength(231);
  expect(files.map(({ name }) => name).slice(0, 11)).toEqual(Array.from({ length: 11 }, (_, at) => `trang ${at + 1}.pdf`));
  expect(files.at(-1)?.name).toBe('trang 231.pdf');
});

test('tệp biến mất lúc đang đọc, tệp trống: nói tên, phần còn lại vẫn nhận', async () => {
  const { files, problems } = await drop({ quet: { 'a.pdf': 'a', 'mat.pdf': null, 'rong.pdf': '' } });
  expect(files.map(({ name }) => name)).toEqual(['a.pdf']);
  expect(problems.join(' ')).toContain('Không đọc được «mat.pdf»');
  expect(problems.join(' ')).toContain('Tệp «rong.pdf» trống');
});

test('thư mục lồng quá sâu thì không đọc hết cả ổ đĩa', async () => {
  const deep = Array.from({ length: 8 }).reduce<Tree>((inside) => ({ sau: inside }), { 'a.pdf': 'a' });
  const { files, problems } = await drop({ goc: deep });
  expect(files).toEqual([]);
  expect(problems).toEqual(['Thư mục «sau» nằm quá sâu nên không đọc vào.']);
});
