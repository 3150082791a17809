import type { LegacyFont } from '../../../shared/domain/import/cell.ts';
import { readPart } from './read-part.ts';
import { fontEncoding } from './workbook-styles.ts';
import { XmlFault, attribute } from './xml-scanner.ts';
import type { ZipArchive } from './zip-parts.ts';

/** The texts that the cells of a workbook share, and those of them that an old font draws. */
export interface SharedStrings {
  texts: string[];
  fonts: Map<number, LegacyFont>;
}

/** Most letters that all texts of a workbook may have together. */
const mostLetters = 400_000_000;

/** `_x000D_` stands for a character that XML cannot hold; `_x005F_` for an underscore before such letters. */
export const readEscapes = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text);

/** Reads the shared texts: the pieces of a rich text joined, hints for its pronunciation left out. */
export async function readSharedStrings(zip: ZipArchive, part: string, watch: () => void | Promise<void>): Promise<SharedStrings> {
  const found: SharedStrings = { texts: [], fonts: new Map() };
  if (!zip.has(part)) return found;
  let [text, wanted, spoken, letters] = ['', false, false, 0];
  await readPart(
    zip,
    part,
    {
      open(name, attributes) {
        if (name === 'si') text = '';
        else if (name === 't') wanted = !spoken;
        else if (name === 'rPh') spoken = true;
        else if (name === 'rFont') {
          const font = fontEncoding(attribute(attributes, 'val'));
          if (font) found.fonts.set(found.texts.length, font);
        }
      },
      close(name) {
        if (name === 't') wanted = false;
        else if (name === 'rPh') spoken = false;
        else if (name === 'si') found.texts.push(readEscapes(text));
      },
      text(piece) {
        if (!wanted) return;
        text += piece;
        letters += piece.length;
        if (letters > mostLetters) throw new XmlFault('too many letters');
      },
    },
    watch,
  );
  return found;
}
