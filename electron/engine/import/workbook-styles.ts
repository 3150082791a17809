import type { LegacyFont } from '../../../shared/domain/import/cell.ts';
import { readPart } from './read-part.ts';
import { attribute } from './xml-scanner.ts';
import type { ZipArchive } from './zip-parts.ts';

/** How a number of this style is read: as a day, or as text with what its format writes around it (`0"/UBND-VP"`). */
export interface CellStyle {
  day: boolean;
  written: NumberPattern | null;
  font: LegacyFont | null;
}

/** What a format such as `00"/QĐ-UBND"` writes: digits with leading zeros between two texts. */
export interface NumberPattern {
  before: string;
  digits: number;
  after: string;
}

// ECMA-376 part 1, 18.8.30: the formats that need no definition
const builtinDays = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** The encoding a font's name betrays: `.VnTime` is TCVN3, `VNI-Times` is VNI. */
export const fontEncoding = (name: string | undefined): LegacyFont | null => (name === undefined ? null : /^\.vn/i.test(name) ? 'tcvn3' : /^vni[- ]/i.test(name) ? 'vni' : null);

/** Whether a number format shows a day: it has d or y, or months without hours. */
export function isDayFormat(format: string): boolean {
  const signs = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
  if (/general|[#?0]/.test(signs.split(';')[0] ?? '')) return false;
  return /[dy]/.test(signs) || (signs.includes('m') && !/[hs]/.test(signs));
}

/** What a format of zeros and fixed text writes; null for every other format. */
export function numberPattern(format: string): NumberPattern | null {
  const pattern = /^((?:"[^"]*"|\\.|[-/ ()])*)([#0]+)((?:"[^"]*"|\\.|[-/ ()])*)$/u.exec((format.split(';')[0] ?? '').replace(/\[[^\]]*\]/g, ''));
  if (!pattern) return null;
  const plain = (part: string | undefined): string => (part ?? '').replace(/"([^"]*)"|\\(.)/gu, (_, quoted: string | undefined, escaped: string | undefined) => quoted ?? escaped ?? '');
  const found = { before: plain(pattern[1]), digits: (pattern[2] ?? '').replaceAll('#', '').length, after: plain(pattern[3]) };
  return found.before === '' && found.after === '' && found.digits < 2 ? null : found;
}

/** The styles of a workbook's cells, by their number. */
export async function readStyles(zip: ZipArchive, part: string): Promise<CellStyle[]> {
  const styles: CellStyle[] = [];
  if (!zip.has(part)) return styles;
  const formats = new Map<number, string>();
  const fonts: (LegacyFont | null)[] = [];
  let inside = '';
  await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') inside = name;
      else if (name === 'numFmt' && inside !== 'dxfs') formats.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'font' && inside === 'fonts') fonts.push(null);
      else if (name === 'name' && inside === 'fonts') fonts[fonts.length - 1] = fontEncoding(attribute(attributes, 'val'));
      else if (name === 'xf' && inside === 'cellXfs') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        const format = formats.get(id);
        styles.push({ day: format === undefined ? builtinDays.has(id) : isDayFormat(format), written: format === undefined ? null : numberPattern(format), font: fonts[Number(attribute(attributes, 'fontId') ?? 0)] ?? null });
      }
    },
    close(name) {
      if (name === inside) inside = '';
    },
    text: () => undefined,
  });
  return styles;
}
