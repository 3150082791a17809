import { isVietnameseSyllable } from '../../../shared/domain/import/guess-encoding.ts';

/** In which way the bytes of a CSV are letters, read from its marks and, failing these, from what they make. */
export function csvEncoding(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 64 * 1024);
  const nulls = [0, 0];
  sample.forEach((byte, place) => {
    if (byte === 0) nulls[place % 2] = (nulls[place % 2] ?? 0) + 1;
  });
  if ((nulls[1] ?? 0) > sample.length / 8) return 'utf-16le';
  if ((nulls[0] ?? 0) > sample.length / 8) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  // one-byte: Vietnamese Windows writes tones as letters of their own; old fonts look like western letters
  return vietnameseShare(sample, 'windows-1258') > vietnameseShare(sample, 'windows-1252') + 0.1 ? 'windows-1258' : 'windows-1252';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    for (let at = 0; at < bytes.length; at += pieceBytes) decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    decoder.decode();
    return true;
  } catch {
    // some byte is no UTF-8: another way then
    return false;
  }
}

function vietnameseShare(sample: Uint8Array, encoding: string): number {
  const words = (new TextDecoder(encoding).decode(sample).normalize('NFC').match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[^\u0000-\u007F]/.test(word));
  return words.length === 0 ? 0 : words.filter(isVietnameseSyllable).length / words.length;
}

const pieceBytes = 512 * 1024;

/** The text of a CSV piece by piece, without its byte order mark. */
export function* csvPieces(bytes: Uint8Array): Generator<string> {
  const encoding = csvEncoding(bytes);
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += pieceBytes) yield decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
  yield decoder.decode();
}
