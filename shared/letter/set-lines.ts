import type { Align, Paragraph, Rule } from './layout-model.ts';
import { breakLines, type BrokenLine } from './line-break.ts';
import { freeMeasures } from './page-rules.ts';
import type { PaperBox, PaperLine, PaperPiece, PaperRule } from './paper-page.ts';
import { baselineEm, mmPerPt, singleLineEm } from './text-width.ts';
import { noBreakHyphen } from './unbroken.ts';

/** What stands on paper, measured from where its block begins. */
export interface Marks {
  lines: PaperLine[];
  rules: PaperRule[];
  boxes: PaperBox[];
}

/** A block set in its column: `heightMm` without the space before and after. */
export interface SetBlock extends Marks {
  beforeMm: number;
  heightMm: number;
  afterMm: number;
}

export const black = '000000';
/** Height of the paragraph a rule is the border of. */
const ruleParagraphPt = 1;

/** Sets a paragraph in a column whose left edge is at `xMm`. */
export function setParagraph(paragraph: Paragraph, xMm: number, widthMm: number): SetBlock {
  const { source, align, runs, indentLeftMm, indentRightMm, firstLineMm, lineSpacing, frame } = paragraph;
  const rest = widthMm - indentLeftMm - indentRightMm;
  const broken = breakLines(runs, rest - firstLineMm, rest);
  let top = 0;
  const lines = broken.map((line, at) => {
    const first = at === 0 ? firstLineMm : 0;
    const heightMm = line.sizePt * singleLineEm * mmPerPt * lineSpacing;
    const placed = setLine(line, source, align, xMm + indentLeftMm + first, rest - first, top, heightMm);
    top += heightMm;
    return placed;
  });
  const spaces = { beforeMm: paragraph.spaceBeforePt * mmPerPt, afterMm: paragraph.spaceAfterPt * mmPerPt };
  if (!frame) return { ...spaces, heightMm: top, lines, rules: [], boxes: [] };
  const down = (frame.heightMm - top) / 2;
  for (const line of lines) lower(line, down);
  const box = { source, xMm: xMm + indentLeftMm, yMm: 0, widthMm: frame.widthMm, heightMm: frame.heightMm, thicknessPt: freeMeasures.frameThicknessPt.usual, color: frame.color };
  return { ...spaces, heightMm: frame.heightMm, lines, rules: [], boxes: [box] };
}

/** Sets a drawn line in its column. */
export function setRule(rule: Rule, xMm: number, widthMm: number): SetBlock {
  const thicknessMm = rule.thicknessPt * mmPerPt;
  const left = rule.align === 'center' ? (widthMm - rule.lengthMm) / 2 : 0;
  return {
    beforeMm: rule.spaceBeforePt * mmPerPt,
    heightMm: thicknessMm + ruleParagraphPt * mmPerPt,
    afterMm: rule.spaceAfterPt * mmPerPt,
    lines: [],
    rules: [{ source: rule.source, xMm: xMm + left, yMm: thicknessMm / 2, widthMm: rule.lengthMm, thicknessPt: rule.thicknessPt, color: black }],
    boxes: [],
  };
}

function setLine(line: BrokenLine, source: string, align: Align, xMm: number, widthMm: number, topMm: number, heightMm: number): PaperLine {
  const spare = widthMm - line.widthMm;
  const wordSpaceMm = align === 'both' && !line.closes && line.spaces > 0 && spare > 0 ? spare / line.spaces : 0;
  const left = align === 'center' ? spare / 2 : align === 'right' ? spare : 0;
  let x = xMm + left;
  const pieces = line.pieces.map(({ run, text, widthMm: natural }): PaperPiece => {
    const wide = natural + wordSpaceMm * (wordSpaceMm === 0 ? 0 : spacesIn(text));
    // a line that is set breaks no more: its hyphens are plain ones
    const piece = { text: text.replaceAll(noBreakHyphen, '-'), xMm: x, widthMm: wide, sizePt: run.sizePt, bold: run.bold ?? false, italic: run.italic ?? false, color: run.color ?? black };
    x += wide;
    return piece;
  });
  // what is more than single spacing stands below the letters
  const baselineMm = topMm + baselineEm * line.sizePt * mmPerPt;
  return { source, xMm: xMm + left, topMm, widthMm: x - xMm - left, heightMm, baselineMm, wordSpaceMm, pieces };
}

const spacesIn = (text: string): number => text.split(/[ \u00A0]/).length - 1;

export function lower(line: PaperLine, byMm: number): void {
  line.topMm += byMm;
  line.baselineMm += byMm;
}

/** Moves marks down and onto a page. */
export function putMarks(page: Marks, marks: Marks, byMm: number): void {
  for (const line of marks.lines) {
    lower(line, byMm);
    page.lines.push(line);
  }
  for (const rule of marks.rules) page.rules.push({ ...rule, yMm: rule.yMm + byMm });
  for (const box of marks.boxes) page.boxes.push({ ...box, yMm: box.yMm + byMm });
}
