import { writeFileSync } from 'node:fs';
import { coveredRanges, styleNames, widthsOfFont } from './times-width-source.ts';

// npm exec -- node tests/letter/write-times-widths.ts: draws the table anew from the font's own files

const inLines = (widths: number[]): string =>
  Array.from({ length: Math.ceil(widths.length / 40) }, (_, row) => `    ${widths.slice(row * 40, row * 40 + 40).join(' ')}`).join('\n');

const text = `/**
 * Advance widths of the Times metrics (Tinos, OFL: those of Times New Roman) in 2048ths of the size, written by
 * tests/letter/write-times-widths.ts; 0 stands for a sign the font does not draw.
 */
export const timesWidths = {
  /** First and last code point of each stretch, in the order of the widths. */
  ranges: [${coveredRanges.map(([first, last]) => `[0x${first.toString(16)}, 0x${last.toString(16)}]`).join(', ')}],
  styles: {
${styleNames.map((style) => `    '${style}': \`\n${inLines(widthsOfFont(style).flat())}\`,`).join('\n')}
  },
} as const;
`;
writeFileSync(new URL('../../shared/letter/times-widths.ts', import.meta.url), text);
