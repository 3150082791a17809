import { singleLineEm } from '../../../shared/letter/text-width.ts';
import type { BookCover } from '../../../shared/report/book-cover.ts';
import { coverFrame, coverRules, numbersRule, type CoverLineRule } from '../../../shared/report/book-page.ts';
import { lineCounter } from './line-count.ts';

/** A line of a cover: the room above it and its own height, pt. */
export interface CoverLine {
  text: string;
  rule: CoverLineRule;
  beforePt: number;
  heightPt: number;
}

/** Kept free at the sides of the frame, mm, and below Quyển số, pt. */
const sideMm = 4;
const footPt = 16;

const points = (mm: number): number => (mm / 25.4) * 72;

/**
 * The lines of a cover from the frame's upper edge on: Quyển số stands near its lower edge. `spread` is how much wider apart
 * than Times itself a program sets its lines.
 */
export function coverLines(cover: BookCover, spread = 1): CoverLine[] {
  const linesOf = (text: string | null, rule: CoverLineRule): CoverLine[] =>
    (text === null ? [] : text.split('\n')).map((line, at) => ({
      text: line,
      rule,
      beforePt: at === 0 ? rule.beforePt : 0,
      heightPt: lineCounter(coverFrame.widthMm - sideMm, rule.sizePt, rule.bold)(line) * rule.sizePt * singleLineEm * spread,
    }));
  const head = [...linesOf(cover.parentName, coverRules.parentName), ...linesOf(cover.name, coverRules.name)];
  const first = head[0];
  if (first) first.beforePt = coverRules.parentName.beforePt;
  const above = [...head, ...linesOf(cover.title, coverRules.title), ...linesOf(cover.year, coverRules.year), ...linesOf(cover.days, coverRules.days), ...linesOf(cover.numbers, numbersRule(cover.numbers))];
  const used = above.reduce((sum, { beforePt, heightPt }) => sum + beforePt + heightPt, 0);
  const volume = linesOf(cover.volume, coverRules.volume);
  const volumePt = volume.reduce((sum, { heightPt }) => sum + heightPt, 0);
  const rest = points(coverFrame.heightMm) - used - volumePt - footPt;
  return [...above, ...volume.map((line, at) => ({ ...line, beforePt: at === 0 ? Math.max(0, rest) : 0 }))];
}
