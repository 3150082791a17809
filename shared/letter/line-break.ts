import type { TextRun } from './layout-model.ts';
import { mmPerPt, textUnits, unitsOf, unitsPerEm } from './text-width.ts';

/** A stretch of one run on one line. */
export interface LinePiece {
  run: TextRun;
  text: string;
  widthMm: number;
}

/** One line of a paragraph, without the spaces it was broken at. */
export interface BrokenLine {
  pieces: LinePiece[];
  widthMm: number;
  /** Spaces that widen when the line is justified. */
  spaces: number;
  /** The largest type of the line; that of the paragraph when it is empty. */
  sizePt: number;
  /** Whether a line feed or the end of the paragraph closes it: such lines are not widened. */
  closes: boolean;
}

interface Place {
  run: number;
  at: number;
}

const space = 0x20;
const lineFeed = 0x0a;
// rounding of the word processor's own measure
const slackMm = 0.02;

/** Whether a line may end after this sign inside a word: hyphens and dashes, as word processors do. */
const endsAfter = (code: number): boolean => code === 0x2d || code === 0x2013 || code === 0x2014 || code === 0x2010;

/**
 * Breaks runs into lines as word processors do: as many words as fit, spaces hang at the end, a word longer than a line
 * is cut. Takes time in proportion to the text.
 */
export function breakLines(runs: readonly TextRun[], firstMm: number, restMm: number): BrokenLine[] {
  const lines: BrokenLine[] = [];
  let start: Place = { run: 0, at: 0 };
  let width = 0;
  let limit = firstMm + slackMm;
  let opening: (Place & { width: number }) | null = null;
  let wordBegun = false;

  const close = (end: Place, next: Place, closes: boolean): void => {
    lines.push(lineBetween(runs, start, end, closes));
    start = next;
    opening = null;
    limit = restMm + slackMm;
  };

  runs.forEach((run, runAt) => {
    const mmPerUnit = (run.sizePt * mmPerPt) / unitsPerEm;
    const units = unitsOf(run.bold ?? false, run.italic ?? false);
    const { text } = run;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === lineFeed) {
        close({ run: runAt, at }, { run: runAt, at: at + 1 }, true);
        width = 0;
        continue;
      }
      const own = units(code) * mmPerUnit;
      if (code === space) {
        width += own;
        opening = { run: runAt, at: at + 1, width };
        wordBegun = false;
        continue;
      }
      while (width + own > limit && (start.run !== runAt || start.at !== at)) {
        const place: (Place & { width: number }) | null = opening;
        if (place) {
          width -= place.width;
          close(place, place, false);
        } else {
          // the lower half of a pair stays with its upper half
          if (code >= 0xdc00 && code <= 0xdfff) break;
          width = 0;
          close({ run: runAt, at }, { run: runAt, at }, false);
        }
      }
      width += own;
      if (endsAfter(code) && wordBegun && at + 1 < text.length && text.charCodeAt(at + 1) !== space) opening = { run: runAt, at: at + 1, width };
      wordBegun = true;
    }
  });
  lines.push(lineBetween(runs, start, { run: runs.length, at: 0 }, true));
  return lines;
}

function lineBetween(runs: readonly TextRun[], start: Place, end: Place, closes: boolean): BrokenLine {
  const pieces: LinePiece[] = [];
  let sizePt = 0;
  let spaces = 0;
  let widthMm = 0;
  for (let at = start.run; at < runs.length && at <= end.run; at += 1) {
    const run = runs[at];
    if (!run) continue;
    const text = run.text.slice(at === start.run ? start.at : 0, at === end.run ? end.at : undefined);
    if (text !== '') pieces.push({ run, text, widthMm: 0 });
  }
  for (let last = pieces.at(-1); last; last = pieces.at(-1)) {
    last.text = last.text.replace(/ +$/, '');
    if (last.text !== '') break;
    pieces.pop();
  }
  for (const piece of pieces) {
    const { run, text } = piece;
    piece.widthMm = (textUnits(text, run.bold ?? false, run.italic ?? false) * run.sizePt * mmPerPt) / unitsPerEm;
    widthMm += piece.widthMm;
    if (run.sizePt > sizePt) sizePt = run.sizePt;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === space || code === 0xa0) spaces += 1;
    }
  }
  return { pieces, widthMm, spaces, sizePt: sizePt || (runs[Math.min(start.run, runs.length - 1)]?.sizePt ?? 14), closes };
}
