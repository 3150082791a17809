import { afterEach, describe, expect, it } from 'vitest';
import { inlineDocuments, workerDocuments, type DocumentBuilder } from '../../electron/engine/documents/document-builder.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { PrintedRow } from '../../shared/report/printed-row.ts';
import { incomingLine } from '../fixtures/book-lines.ts';
import { bookDrawing, inParts } from '../fixtures/draw-book.ts';
import { all, readPackage, rootOf } from './read-package.ts';

const book = (format: 'xlsx' | 'docx') => ({ format, drawing: bookDrawing('incoming') });
const lines = Array.from({ length: 60 }, (_, at) => incomingLine({ number: String(at + 1) }));

let builder: DocumentBuilder;
afterEach(() => builder.close());

describe.each([
  ['tại chỗ', inlineDocuments],
  ['trong luồng riêng', workerDocuments],
] as const)('vẽ sổ %s', (_, open) => {
  it('dòng đến từng phần, đủ cả trong Excel và Word', async () => {
    builder = open();
    const [xlsx, docx] = await Promise.all([builder.buildBook(book('xlsx'), inParts('incoming', lines)), builder.buildBook(book('docx'), inParts('incoming', lines))]);
    expect(all(rootOf(readPackage(xlsx).get('xl/worksheets/sheet2.xml')), 'row')).toHaveLength(62);
    // the frame of the cover is a row too
    expect(all(rootOf(readPackage(docx).get('word/document.xml')), 'w:tr')).toHaveLength(63);
  });

  it('điều làm hỏng việc đọc sổ được trao lại nguyên vẹn, sổ thôi không đọc nữa, việc sau vẫn vẽ được', async () => {
    builder = open();
    let read = 0;
    async function* stopped(): AsyncGenerator<PrintedRow[]> {
      for await (const part of inParts('incoming', lines)) {
        read += 1;
        if (read === 3) throw new Refusal('CANCELLED', 'Đã dừng theo yêu cầu.');
        yield part;
      }
    }
    await expect(builder.buildBook(book('xlsx'), stopped())).rejects.toMatchObject({ code: 'CANCELLED', message: 'Đã dừng theo yêu cầu.' });
    expect(read).toBe(3);
    expect((await builder.buildBook(book('xlsx'), inParts('incoming', lines))).length).toBeGreaterThan(1000);
  });

  it('lời từ chối của người vẽ đến nơi với mã và câu của nó, và việc đọc sổ dừng lại', async () => {
    builder = open();
    let closed = false;
    async function* endless(): AsyncGenerator<PrintedRow[]> {
      try {
        for (;;) for await (const part of inParts('incoming', lines, 5000)) yield part;
      } finally {
        closed = true;
      }
    }
    await expect(builder.buildBook(book('docx'), endless())).rejects.toMatchObject({ code: 'NOT_ALLOWED', message: expect.stringContaining('20.000 dòng') as string });
    await expect.poll(() => closed).toBe(true);
  });
});

it('luồng vẽ bị đóng giữa chừng thì lời gọi biết, việc đọc sổ dừng lại', async () => {
  builder = workerDocuments();
  let closed = false;
  let begun = false;
  async function* slow(): AsyncGenerator<PrintedRow[]> {
    try {
      for (;;) {
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 5));
        for await (const part of inParts('incoming', lines)) yield part;
      }
    } finally {
      closed = true;
    }
  }
  const drawing = expect(builder.buildBook(book('xlsx'), slow())).rejects.toThrow('documents closed');
  await expect.poll(() => begun).toBe(true);
  await builder.close();
  await drawing;
  await expect.poll(() => closed).toBe(true);
});
