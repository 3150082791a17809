import { fileURLToPath } from 'node:url';
import { openSync, type Font } from 'fontkit';

/** The styles of the table, in its order, as the files of @fontsource/tinos call them. */
export const styleNames = ['400-normal', '700-normal', '400-italic', '700-italic'] as const;
export type StyleName = (typeof styleNames)[number];

/** The stretches of Unicode the table covers: Latin, Vietnamese, combining marks, punctuation, currency, a few signs. */
export const coveredRanges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], [0xa0, 0x17f], [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x1ea0, 0x1ef9], [0x2010, 0x2026], [0x2030, 0x203a], [0x20ab, 0x20ac],
];

const subsets = ['latin', 'latin-ext', 'vietnamese'];

function openFont(subset: string, style: StyleName): Font {
  const opened = openSync(fileURLToPath(import.meta.resolve(`@fontsource/tinos/files/tinos-${subset}-${style}.woff2`)));
  if (opened.type !== 'WOFF2' && !('glyphForCodePoint' in opened)) throw new Error(`${subset} ${style} is a collection`);
  return opened;
}

/** Advance widths of a style for the covered ranges, in 2048ths of the size; 0 for a code point Tinos does not draw. */
export function widthsOfFont(style: StyleName): number[][] {
  const fonts = subsets.map((subset) => openFont(subset, style));
  return coveredRanges.map(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => {
      const font = fonts.find((one) => one.hasGlyphForCodePoint(first + at));
      return font ? font.glyphForCodePoint(first + at).advanceWidth : 0;
    }),
  );
}
