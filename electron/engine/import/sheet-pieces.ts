import { Buffer } from 'node:buffer';
import type { SheetRow } from '../../../shared/domain/import/cell.ts';
import type { SheetReader } from './sheet-reader.ts';
import { XmlScanner } from './xml-scanner.ts';
import type { ZipArchive } from './zip-parts.ts';

/** The rows of a sheet in pieces; `amount` is about how many there are. */
export interface SheetPieces {
  amount: number;
  next(): AsyncGenerator<SheetRow[]>;
}

const lastOfRows = Buffer.from('sheetData>');
const rowBegins = Buffer.from('<row');

/**
 * Reads a sheet in pieces. Which cells are joined stands after the rows but has to be known before them: what follows the
 * rows is read first. Null when the sheet is not written in UTF-8; then it is to be read whole.
 */
export async function sheetPieces(zip: ZipArchive, part: string, reader: SheetReader, watch: () => void | Promise<void>): Promise<SheetPieces | null> {
  const chunks: Buffer[] = [];
  for await (const bytes of zip.read(part)) {
    chunks.push(bytes);
    await watch();
  }
  const [first = 0, second = 0] = chunks[0] ?? [];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return null;
  const end = endOfRows(chunks);
  const border = chunks.slice(end.chunk, end.chunk + 1);
  scanAll(new XmlScanner(reader), [...border.map((bytes) => bytes.subarray(end.at)), ...chunks.slice(end.chunk + 1)]);
  const rows = [...chunks.slice(0, end.chunk), ...border.map((bytes) => bytes.subarray(0, end.at))];
  chunks.length = 0;
  return {
    amount: rows.reduce((sum, bytes) => sum + countOf(bytes, rowBegins), 0),
    async *next() {
      const scanner = new XmlScanner(reader);
      const decoder = new TextDecoder('utf-8');
      // a piece that has been read is let go of
      for (let bytes = rows.shift(); bytes; bytes = rows.shift()) {
        scanner.write(decoder.decode(bytes, { stream: true }));
        yield reader.takeRows();
        await watch();
      }
      scanner.write(decoder.decode());
      scanner.end();
      yield reader.takeRows();
    },
  };
}

/** Where the rows end: after the last `sheetData>`, else at the end of all. */
function endOfRows(chunks: readonly Buffer[]): { chunk: number; at: number } {
  for (let chunk = chunks.length - 1; chunk >= 0; chunk -= 1) {
    // the sign may be cut by the border of two chunks
    const here = chunks[chunk] as Buffer;
    const window = Buffer.concat([here, (chunks[chunk + 1] ?? Buffer.alloc(0)).subarray(0, lastOfRows.length - 1)]);
    const at = window.lastIndexOf(lastOfRows);
    if (at < 0) continue;
    const end = at + lastOfRows.length;
    return end <= here.length ? { chunk, at: end } : { chunk: chunk + 1, at: end - here.length };
  }
  return { chunk: chunks.length, at: 0 };
}

function scanAll(scanner: XmlScanner, chunks: readonly Buffer[]): void {
  const decoder = new TextDecoder('utf-8');
  for (const bytes of chunks) scanner.write(decoder.decode(bytes, { stream: true }));
  scanner.write(decoder.decode());
  scanner.end();
}

function countOf(bytes: Buffer, sign: Buffer): number {
  let amount = 0;
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) amount += 1;
  return amount;
}
