/**
 * The names of the streams in an OLE compound file ([MS-CFB]): enough to tell a password-protected workbook, an old
 * workbook and a Word document apart. Damaged files give the names that could be read.
 */
export function compoundNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  if (bytes.length < 512) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return names;
  const sectorSize = 2 ** shift;
  const place = (sector: number): number => (sector + 1) * sectorSize;
  const next = (sector: number): number => {
    // the first 109 sectors of the allocation table stand in the head: enough for files of 6 MB, and the directory comes early
    const table = Math.floor(sector / (sectorSize / 4));
    if (table >= 109) return endOfChain;
    const at = place(view.getUint32(76 + table * 4, true)) + (sector % (sectorSize / 4)) * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : endOfChain;
  };
  let sector = view.getUint32(48, true);
  for (let turn = 0; turn < mostSectors && sector < endOfChain; turn += 1) {
    const start = place(sector);
    for (let entry = start; entry + entrySize <= Math.min(start + sectorSize, bytes.length); entry += entrySize) {
      const length = view.getUint16(entry + 64, true);
      if (length >= 2 && length <= 64) names.add(new TextDecoder('utf-16le').decode(bytes.subarray(entry, entry + length - 2)));
    }
    sector = next(sector);
  }
  return names;
}

const entrySize = 128;
const mostSectors = 256;
const endOfChain = 0xfffffffa;
