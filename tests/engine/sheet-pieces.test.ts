import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetPieces } from '../../electron/engine/import/sheet-pieces.ts';
import { SheetReader } from '../../electron/engine/import/sheet-reader.ts';
import { XmlFault, XmlScanner } from '../../electron/engine/import/xml-scanner.ts';
import type { ZipArchive } from '../../electron/engine/import/zip-parts.ts';

const around = { shared: { texts: ['Sở Tài chính', 'về việc «đường» đi'], fonts: new Map() }, styles: [], since1904: false };

/** An archive of one part that comes out cut at these places. */
const cutAt = (xml: string | Buffer, places: readonly number[]): ZipArchive => {
  const bytes = Buffer.from(xml);
  const borders = [...new Set([0, ...places.map((place) => place % (bytes.length + 1)), bytes.length])].sort((one, other) => one - other);
  return {
    has: () => true,
    names: () => [],
    async *read() {
      for (const [at, border] of borders.entries()) {
        await Promise.resolve();
        if (borders[at + 1] !== undefined) yield bytes.subarray(border, borders[at + 1]);
      }
    },
  };
};

async function inPieces(zip: ZipArchive) {
  const reader = new SheetReader(around);
  const pieces = await sheetPieces(zip, 'sheet1.xml', reader, () => undefined);
  if (!pieces) return null;
  // what is joined is known before the first row
  const merged = [...reader.merged];
  const rows = [];
  for await (const piece of pieces.next()) rows.push(...piece);
  return { rows, merged, amount: pieces.amount, mergedAfter: reader.merged };
}

function whole(xml: string) {
  const reader = new SheetReader(around);
  const scanner = new XmlScanner(reader);
  scanner.write(xml);
  scanner.end();
  return { rows: reader.rows, merged: reader.merged };
}

const cell = fc.oneof(
  fc.integer({ min: 0, max: 1 }).map((at) => (place: string) => `<c r="${place}" t="s"><v>${at}</v></c>`),
  fc.integer({ min: 0, max: 99_999 }).map((number) => (place: string) => `<c r="${place}"><v>${number}</v></c>`),
  fc.constantFrom('đường', 'a&lt;sheetData&gt;', '«Đến»', '').map((text) => (place: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`),
);
const sheet = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
  merged: fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 3 })), { maxLength: 4 }),
});
const writeSheet = ({ rows, merged }: { rows: ((place: string) => string)[][]; merged: [number, number][] }): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows.map((cells, row) => `<row r="${row + 1}">${cells.map((write, column) => write(`${'ABCD'[column] ?? ''}${row + 1}`)).join('')}</row>`).join('')}</sheetData><mergeCells>${merged.map(([row, more]) => `<mergeCell ref="A${row}:B${row + more}"/>`).join('')}</mergeCells></worksheet>`;

describe('một trang tính đọc từng phần', () => {
  test('cho đúng những dòng của cách đọc cả trang, và biết các ô gộp trước dòng đầu, dù bị cắt ở đâu', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.array(fc.nat(), { maxLength: 30 }), async (written, places) => {
        const xml = writeSheet(written);
        const read = await inPieces(cutAt(xml, places));
        const { rows, merged } = whole(xml);
        expect(read).toMatchObject({ rows, merged, mergedAfter: merged });
        expect(read?.amount).toBeLessThanOrEqual(written.rows.length);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test.each([
    ['không có dòng nào', '<worksheet><sheetData/></worksheet>'],
    ['không có phần dòng', '<worksheet></worksheet>'],
    ['tên có tiền tố', '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>'],
    ['phần sau cắt thẻ dòng', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'],
  ])('%s', async (_, xml) => {
    for (let place = 1; place <= xml.length; place += 1) expect(await inPieces(cutAt(xml, [place]))).toMatchObject(whole(xml));
  });

  test('tệp rỗng không có dòng nào; chữ dở dang thì báo hỏng; UTF-16 để đọc cả trang', async () => {
    expect(await inPieces(cutAt('', []))).toMatchObject({ rows: [], merged: [], amount: 0 });
    await expect(inPieces(cutAt('<worksheet><sheetData><row r="1"><c r="A1"', [5]))).rejects.toThrow(XmlFault);
    expect(await inPieces(cutAt(Buffer.from('\ufeff<worksheet/>', 'utf16le'), []))).toBeNull();
  });
});
