import type { Align, Paragraph, Rule, TextRun } from './layout-model.ts';
import { measures, type TypeRule } from './page-rules.ts';
import { textWidthMm } from './text-width.ts';

/** A paragraph with everything that is not said left at nothing: no indents, no space around, single spacing. */
export function makeParagraph(source: string, align: Align, runs: TextRun[], rest: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', source, align, runs, indentLeftMm: 0, indentRightMm: 0, firstLineMm: 0, spaceBeforePt: 0, spaceAfterPt: 0, lineSpacing: 1, keepWithNext: false, ...rest };
}

/** A run in the type of an element; the size may be given when the usual one does not fit. */
export const runOf = (text: string, rule: TypeRule, sizePt = rule.usualPt): TextRun => ({ text, sizePt, ...(rule.bold ? { bold: true } : {}), ...(rule.italic ? { italic: true } : {}) });

/** The usual size of an element, or the smallest its clause allows when the text is wider than its place. */
export const fittingPt = (rule: TypeRule, text: string, widthMm: number): number =>
  textWidthMm(text, { ...rule, sizePt: rule.usualPt }) <= widthMm ? rule.usualPt : rule.fromPt;

/** A drawn line in the middle of its column. */
export const makeRule = (source: string, lengthMm: number, spaceBeforePt: number, spaceAfterPt = 0): Rule => ({ kind: 'rule', source, lengthMm, thicknessPt: measures.ruleThicknessPt.usual, align: 'center', spaceBeforePt, spaceAfterPt });

/**
 * The indent on both sides that lets centred text of several lines fall into lines of even length, in as many lines as
 * it needs anyway.
 */
export function balancingIndentMm(text: string, rule: TypeRule, sizePt: number, widthMm: number): number {
  const style = { ...rule, sizePt };
  const wordWidths = text.split(' ').map((word) => textWidthMm(word, style));
  const space = textWidthMm(' ', style);
  const needed = (limit: number): number => {
    let lines = 1;
    let used = 0;
    for (const width of wordWidths) {
      if (used > 0 && used + space + width > limit) {
        lines += 1;
        used = width;
      } else used += (used > 0 ? space : 0) + width;
    }
    return lines;
  };
  const fewest = needed(widthMm);
  if (fewest === 1) return 0;
  let narrow = Math.max(...wordWidths);
  let wide = widthMm;
  while (wide - narrow > 0.5) {
    const middle = (narrow + wide) / 2;
    if (needed(middle) > fewest) narrow = middle;
    else wide = middle;
  }
  // a millimetre to spare, so that a rounding of the word processor does not add a line
  return Math.max(0, (widthMm - wide - 1) / 2);
}
