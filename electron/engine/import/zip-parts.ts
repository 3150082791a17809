import { crc32, createInflateRaw } from 'node:zlib';
import { Refusal } from '../../../shared/domain/refusal.ts';

/** Most entries an office's workbook has; pictures and sheets are a few hundred at worst. */
const mostEntries = 5_000;
/** Most bytes that may come out of all parts that are read, while they come out. */
export const inflatedMaxBytes = 1024 * 1024 * 1024;
/** A part that grows beyond this, and more than so many times, was made to burst the reader. */
const suspectBytes = 32 * 1024 * 1024;
const suspectRatio = 200;

interface ZipPart {
  method: number;
  packed: number;
  start: number;
  crc: number;
}

/** A zip archive in memory, read part by part: nothing is unpacked before it is asked for. */
export interface ZipArchive {
  has(name: string): boolean;
  names(): string[];
  /** The bytes of a part as they come out; refused when more come out than a workbook can hold. */
  read(name: string): AsyncGenerator<Buffer>;
}

const damaged = (name: string): Refusal => new Refusal('INPUT_INVALID', `Tệp «${name}» bị hỏng hoặc chép chưa xong. Chép lại từ nơi gốc, mở thử bằng Excel, lưu lại rồi chọn lại.`, { problems: [{ field: 'file', message: 'Tệp hỏng hoặc chép chưa xong.' }] });
const burst = (name: string): Refusal => new Refusal('INPUT_INVALID', `Tệp «${name}» phình ra quá lớn khi giải nén, không giống một cuốn sổ. Chép riêng trang tính cần nhập sang tệp mới rồi chọn lại.`, { problems: [{ field: 'file', message: 'Tệp phình ra quá lớn khi giải nén.' }] });

/** Opens a zip archive by its central directory. Refuses damaged archives, encrypted parts and far too many entries. */
export function openZip(fileName: string, bytes: Uint8Array): ZipArchive {
  const parts = readDirectory(fileName, bytes);
  let inflated = 0;
  return {
    has: (name) => parts.has(name.toLowerCase()),
    names: () => [...parts.keys()],
    async *read(name) {
      const part = parts.get(name.toLowerCase());
      if (!part) throw damaged(fileName);
      let [own, crc] = [0, 0];
      for await (const chunk of unpack(bytes.subarray(part.start, part.start + part.packed), part.method, fileName)) {
        own += chunk.length;
        inflated += chunk.length;
        if (inflated > inflatedMaxBytes || (own > suspectBytes && own > part.packed * suspectRatio)) throw burst(fileName);
        crc = crc32(chunk, crc);
        yield chunk;
      }
      if (crc !== part.crc) throw damaged(fileName);
    },
  };
}

async function* unpack(packed: Uint8Array, method: number, fileName: string): AsyncGenerator<Buffer> {
  if (method === 0) {
    yield Buffer.from(packed);
    return;
  }
  if (method !== 8) throw damaged(fileName);
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (error) {
    // whoever reads may have refused to go on: only the inflater's own complaint means damage
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw damaged(fileName);
    throw error;
  } finally {
    inflate.destroy();
  }
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

function readDirectory(fileName: string, bytes: Uint8Array): Map<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = findEnd(view);
    if (end < 0) throw damaged(fileName);
    const entries = view.getUint16(end + 10, true);
    if (entries > mostEntries) throw burst(fileName);
    const parts = new Map<string, ZipPart>();
    let at = view.getUint32(end + 16, true);
    for (let entry = 0; entry < entries; entry += 1) {
      if (view.getUint32(at, true) !== entrySignature) throw damaged(fileName);
      const flags = view.getUint16(at + 8, true);
      const [nameLength, extraLength, noteLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/').replace(/^\//, '');
      const local = view.getUint32(at + 42, true);
      if ((flags & 1) === 1) throw new Refusal('INPUT_INVALID', `Tệp «${fileName}» là gói nén có mật khẩu. Giải nén bằng mật khẩu rồi chọn tệp ở trong.`, { problems: [{ field: 'file', message: 'Gói nén có mật khẩu.' }] });
      if (view.getUint32(local, true) !== localSignature) throw damaged(fileName);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const packed = view.getUint32(at + 20, true);
      if (start + packed > bytes.length) throw damaged(fileName);
      parts.set(name.toLowerCase(), { method: view.getUint16(at + 10, true), packed, start, crc: view.getUint32(at + 16, true) });
      at += 46 + nameLength + extraLength + noteLength;
    }
    return parts;
  } catch (error) {
    // a number that points outside the file
    if (error instanceof RangeError) throw damaged(fileName);
    throw error;
  }
}

/** Where the end of the central directory stands; a comment of up to 65.535 bytes may follow it. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) if (view.getUint32(at, true) === endSignature) return at;
  return -1;
}
