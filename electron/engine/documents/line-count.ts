import { mmPerPt, unitsOf, unitsPerEm } from '../../../shared/letter/text-width.ts';

const space = 0x20;
const lineFeed = 0x0a;
const endsAfter = (code: number): boolean => code === 0x2d || code === 0x2013 || code === 0x2014 || code === 0x2010;

/**
 * Counts the lines a text takes in a column of a width (mm), in one type: what `breakLines` breaks, without making the
 * lines. Books have a million cells; most of them are one line.
 */
export function lineCounter(widthMm: number, sizePt: number, bold = false): (text: string) => number {
  const units = unitsOf(bold, false);
  // the same slack for the word processor's own rounding
  const limit = ((widthMm + 0.02) * unitsPerEm) / (sizePt * mmPerPt);
  return (text) => {
    let lines = 1;
    let width = 0;
    let lineStart = 0;
    // where the line may be broken, and its width up to there; -1 while it may not
    let openingAt = -1;
    let openingWidth = 0;
    let wordBegun = false;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineFeed) {
        lines += 1;
        width = 0;
        lineStart = at + 1;
        openingAt = -1;
        continue;
      }
      const own = units(code);
      if (code === space) {
        width += own;
        openingAt = at + 1;
        openingWidth = width;
        wordBegun = false;
        continue;
      }
      while (width + own > limit && lineStart !== at) {
        if (openingAt >= 0) {
          width -= openingWidth;
          lineStart = openingAt;
        } else {
          // the lower half of a pair stays with its upper half
          if (code >= 0xdc00 && code <= 0xdfff) break;
          width = 0;
          lineStart = at;
        }
        lines += 1;
        openingAt = -1;
      }
      width += own;
      if (endsAfter(code) && wordBegun && at + 1 < text.length && text.charCodeAt(at + 1) !== space) {
        openingAt = at + 1;
        openingWidth = width;
      }
      wordBegun = true;
    }
    return lines;
  };
}
