import { timesWidths } from './times-widths.ts';

/** The type a width is asked for. */
export interface TypeStyle {
  sizePt: number;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
}

export const mmPerPt = 25.4 / 72;
export const unitsPerEm = 2048;

/** Height of one single-spaced line of Times, part of the size: ascent, descent and the gap Word adds. */
export const singleLineEm = (1825 + 443 + 87) / unitsPerEm;
/** From the top of a line to where its letters stand, part of the size: the gap stands above them. */
export const baselineEm = (1825 + 87) / unitsPerEm;

const tableEnd = 0x2100;
// signs the table does not cover: East Asian ones are as wide as high, others near the width of a figure
const unknownWide = unitsPerEm;
const unknownNarrow = 1024;

function widthTable(numbers: string): Uint16Array {
  const table = new Uint16Array(tableEnd).fill(unknownNarrow);
  const widths = numbers.trim().split(/\s+/).map(Number);
  let at = 0;
  for (const [first, last] of timesWidths.ranges) {
    for (let code = first; code <= last; code += 1) {
      table[code] = widths[at] || unknownNarrow;
      at += 1;
    }
  }
  // the no-break hyphen is drawn as the hyphen it stands for
  table[0x2011] = table[0x2d] ?? unknownNarrow;
  // combining marks sit on the letter before them; format characters print nothing
  table.fill(0, 0x300, 0x370);
  table.fill(0, 0x200b, 0x2010);
  table.fill(0, 0, 0x20);
  return table;
}

const tables: (Uint16Array | undefined)[] = [];

/** The widths of one style by code point, 2048ths of the size. */
function tableOf(bold: boolean, italic: boolean): Uint16Array {
  const index = (bold ? 1 : 0) + (italic ? 2 : 0);
  return (tables[index] ??= widthTable(timesWidths.styles[`${bold ? 700 : 400}-${italic ? 'italic' : 'normal'}`]));
}

/** The width of a UTF-16 code of one style, 2048ths of the size: the lower half of a pair takes none. */
export function unitsOf(bold: boolean, italic: boolean): (code: number) => number {
  const table = tableOf(bold, italic);
  return (code) => {
    if (code < tableEnd) return table[code] ?? 0;
    if (code >= 0xdc00 && code <= 0xdfff) return 0;
    return code >= 0x2e80 ? unknownWide : unknownNarrow;
  };
}

/** Width of a text, in 2048ths of the size. */
export function textUnits(text: string, bold: boolean, italic: boolean): number {
  const units = unitsOf(bold, italic);
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += units(text.charCodeAt(at));
  return sum;
}

/** Millimetres of a width in 2048ths at a size. */
const unitsToMm = (units: number, sizePt: number): number => (units / unitsPerEm) * sizePt * mmPerPt;

/** How long a text stands on paper in Times without kerning, mm. */
export const textWidthMm = (text: string, { sizePt, bold = false, italic = false }: TypeStyle): number => unitsToMm(textUnits(text, bold, italic), sizePt);

/** Height of a single-spaced line, mm. */
export const lineHeightMm = (sizePt: number): number => sizePt * singleLineEm * mmPerPt;

/** As many no-break spaces as come nearest to a width: a blank to be filled by hand. */
export function blankOf(widthMm: number, style: TypeStyle): string {
  return '\u00A0'.repeat(Math.max(1, Math.round(widthMm / textWidthMm('\u00A0', style))));
}
