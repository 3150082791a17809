import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Sheet } from '../../../shared/domain/import/cell.ts';
import type { StrangersFile } from '../strangers/strangers-file.ts';
import { readCsv } from './csv-reader.ts';
import { fileKind, refuseSize } from './file-kind.ts';
import { type BegunSheet, openWorkbook, wholeSheet } from './workbook-reader.ts';

/** The file of an old book, its sheets read when they are asked for. */
export interface OldBookFile {
  name: string;
  sha256: string;
  sheets: { name: string; hidden: boolean }[];
  read(sheet: string): Promise<Sheet>;
  /** Reads the beginning of a sheet; the rest as it is asked for. */
  begin(sheet: string): Promise<BegunSheet>;
}

/** Opens the bytes of a file as an old book; `watch` is called while it is read and may refuse to go on. Every other file is refused with what to do. */
export async function openBookBytes(name: string, bytes: Uint8Array, watch: () => void | Promise<void>): Promise<OldBookFile> {
  // a file that was still being copied may have shrunk since its size was asked
  refuseSize(name, bytes.length);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (fileKind(name, bytes) === 'csv') {
    const sheet = await readCsv(name, bytes, watch);
    return { name, sha256, sheets: [{ name: sheet.name, hidden: false }], read: () => Promise.resolve(sheet), begin: () => Promise.resolve(wholeSheet(sheet)) };
  }
  return { name, sha256, ...(await openWorkbook(name, bytes, watch)) };
}

/** The bytes of a dropped file; refused when it is far too large, or cannot be read to its end. */
export async function bytesOf(file: File): Promise<Uint8Array> {
  refuseSize(file.name, file.size);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new Refusal('INPUT_INVALID', `Không đọc hết được tệp «${file.name}»: tệp đã bị xóa, dời hoặc sửa trong lúc đọc. Chép tệp vào máy này, đóng nó trong Excel rồi chọn lại.`, { problems: [{ field: 'file', message: 'Tệp bị xóa, dời hoặc sửa trong lúc đọc.' }] }, error);
  }
}

/** A dropped file as it goes to the thread that reads it. */
export const strangersFile = async (file: File): Promise<StrangersFile> => ({ name: file.name, bytes: await bytesOf(file) });
