import { deflateSync } from 'fflate';

/** A part of a package as it lies in a zip file: deflated once, used in as many files as need it. */
export interface ZipPart {
  name: string;
  deflated: Uint8Array;
  size: number;
  crc: number;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) crc = (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** Deflates a part; `level` 1 to 9. */
export const zipPart = (name: string, bytes: Uint8Array, level: 1 | 3 | 6 | 9): ZipPart => ({ name, deflated: deflateSync(bytes, { level }), size: bytes.length, crc: crcOf(bytes) });

const localHeader = 30;
const centralHeader = 46;
const endRecord = 22;
const neededVersion = 20;
const utf8Names = 0x0800;
const deflateMethod = 8;

/** Joins parts into a zip file, all stamped with the same instant. */
export function joinParts(parts: readonly ZipPart[], stamp: Date): Uint8Array {
  const names = parts.map((part) => new TextEncoder().encode(part.name));
  const bodies = parts.reduce((sum, part, at) => sum + localHeader + (names[at]?.length ?? 0) + part.deflated.length, 0);
  const central = names.reduce((sum, name) => sum + centralHeader + name.length, 0);
  const file = new Uint8Array(bodies + central + endRecord);
  const view = new DataView(file.buffer);
  const [time, date] = dosStamp(stamp);
  let at = 0;
  let directory = bodies;
  parts.forEach((part, index) => {
    const name = names[index] ?? new Uint8Array();
    const common = (start: number): void => {
      view.setUint16(start, neededVersion, true);
      view.setUint16(start + 2, utf8Names, true);
      view.setUint16(start + 4, deflateMethod, true);
      view.setUint16(start + 6, time, true);
      view.setUint16(start + 8, date, true);
      view.setUint32(start + 10, part.crc, true);
      view.setUint32(start + 14, part.deflated.length, true);
      view.setUint32(start + 18, part.size, true);
      view.setUint16(start + 22, name.length, true);
    };
    view.setUint32(at, 0x04034b50, true);
    common(at + 4);
    file.set(name, at + localHeader);
    file.set(part.deflated, at + localHeader + name.length);
    view.setUint32(directory, 0x02014b50, true);
    view.setUint16(directory + 4, neededVersion, true);
    common(directory + 6);
    view.setUint32(directory + 42, at, true);
    file.set(name, directory + centralHeader);
    directory += centralHeader + name.length;
    at += localHeader + name.length + part.deflated.length;
  });
  view.setUint32(directory, 0x06054b50, true);
  view.setUint16(directory + 8, parts.length, true);
  view.setUint16(directory + 10, parts.length, true);
  view.setUint32(directory + 12, central, true);
  view.setUint32(directory + 16, bodies, true);
  return file;
}

/** Time and date as zip files keep them: local, two seconds apart, from 1980 on. */
function dosStamp(stamp: Date): [number, number] {
  const years = Math.min(127, Math.max(0, stamp.getFullYear() - 1980));
  return [(stamp.getHours() << 11) | (stamp.getMinutes() << 5) | (stamp.getSeconds() >> 1), (years << 9) | ((stamp.getMonth() + 1) << 5) | stamp.getDate()];
}
