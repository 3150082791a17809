import type { ZipArchive } from './zip-parts.ts';
import { type XmlEvents, XmlScanner } from './xml-scanner.ts';

/** Scans one XML part of a workbook while it is unpacked; `watch` is called between pieces and may refuse to go on. */
export async function readPart(zip: ZipArchive, name: string, events: XmlEvents, watch: () => void | Promise<void> = () => undefined): Promise<void> {
  const scanner = new XmlScanner(events);
  let decoder: TextDecoder | null = null;
  for await (const bytes of zip.read(name)) {
    decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8');
    scanner.write(decoder.decode(bytes, { stream: true }));
    await watch();
  }
  scanner.write(decoder?.decode() ?? '');
  scanner.end();
}
