import { AlignmentType, BorderStyle, LineRuleType, NoBreakHyphen, Paragraph as WordParagraph, TextRun as WordRun, type IParagraphOptions, type IRunOptions } from 'docx';
import type { Align, Frame, Paragraph, Rule, TextRun } from '../../../shared/letter/layout-model.ts';
import { freeMeasures, typeRules } from '../../../shared/letter/page-rules.ts';
import { lineHeightMm, mmPerPt } from '../../../shared/letter/text-width.ts';
import { noBreakHyphen } from '../../../shared/letter/unbroken.ts';
import { dxaOfMm, dxaOfPt, eighthsOfPt } from './word-units.ts';

/** The size of runs that name none: the document's default, that of the body. */
export const defaultSizePt = typeRules.body.usualPt;

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, both: AlignmentType.BOTH } as const satisfies Record<Align, string>;

/** One run; a line feed inside its text is a line break. */
export function wordRuns({ text, sizePt, bold, italic, color }: TextRun): WordRun[] {
  const style: IRunOptions = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italics: italic } : {}),
    ...(color ? { color } : {}),
    ...(sizePt === defaultSizePt ? {} : { size: sizePt * 2 }),
  };
  return text.split('\n').map((line, at) => {
    // as a sign of the text the hyphen that does not break would come from another font
    const [first = '', ...rest] = line.split(noBreakHyphen);
    const children = rest.flatMap((part) => [new NoBreakHyphen(), part]);
    return new WordRun({ ...style, ...(children.length > 0 ? { children: [first, ...children] } : { text: line }), ...(at > 0 ? { break: 1 } : {}) });
  });
}

/** The paragraph's own mark in the size of its text, so that an empty paragraph is as high as a full one. */
const markOf = (runs: readonly TextRun[]): IParagraphOptions['run'] => {
  const sizePt = runs[0]?.sizePt ?? defaultSizePt;
  return sizePt === defaultSizePt ? undefined : { size: sizePt * 2 };
};

/** Borders, indents and inner space that give a frame its outer size around one line of text. */
function frameOptions(frame: Frame, paragraph: Paragraph): Pick<IParagraphOptions, 'border' | 'indent'> {
  const thicknessPt = freeMeasures.frameThicknessPt.usual;
  const textPt = lineHeightMm(paragraph.runs[0]?.sizePt ?? defaultSizePt) / mmPerPt;
  const insidePt = frame.heightMm / mmPerPt - 2 * thicknessPt - textPt;
  const edge = (space: number) => ({ style: BorderStyle.SINGLE, size: eighthsOfPt(thicknessPt), color: frame.color, space });
  const side = dxaOfPt(thicknessPt);
  return {
    border: { top: edge(Math.floor(insidePt / 2)), bottom: edge(Math.ceil(insidePt / 2)), left: edge(0), right: edge(0) },
    indent: { left: dxaOfMm(paragraph.indentLeftMm) + side, right: dxaOfMm(paragraph.indentRightMm) + side },
  };
}

function indentOf({ indentLeftMm, indentRightMm, firstLineMm }: Paragraph): IParagraphOptions['indent'] {
  if (indentLeftMm === 0 && indentRightMm === 0 && firstLineMm === 0) return undefined;
  return {
    ...(indentLeftMm === 0 ? {} : { left: dxaOfMm(indentLeftMm) }),
    ...(indentRightMm === 0 ? {} : { right: dxaOfMm(indentRightMm) }),
    ...(firstLineMm > 0 ? { firstLine: dxaOfMm(firstLineMm) } : {}),
    ...(firstLineMm < 0 ? { hanging: dxaOfMm(-firstLineMm) } : {}),
  };
}

function spacingOf({ spaceBeforePt, spaceAfterPt, lineSpacing }: Paragraph): IParagraphOptions['spacing'] {
  if (spaceBeforePt === 0 && spaceAfterPt === 0 && lineSpacing === 1) return undefined;
  return {
    ...(spaceBeforePt === 0 ? {} : { before: dxaOfPt(spaceBeforePt) }),
    ...(spaceAfterPt === 0 ? {} : { after: dxaOfPt(spaceAfterPt) }),
    ...(lineSpacing === 1 ? {} : { line: Math.round(lineSpacing * 240), lineRule: LineRuleType.AUTO }),
  };
}

/** A paragraph of the layout as Word's: nothing added, nothing left out; with `children` in place of its text where given. */
export function wordParagraph(paragraph: Paragraph, children = paragraph.runs.flatMap(wordRuns)): WordParagraph {
  const indent = indentOf(paragraph);
  const spacing = spacingOf(paragraph);
  const mark = markOf(paragraph.runs);
  return new WordParagraph({
    ...(paragraph.align === 'left' ? {} : { alignment: alignments[paragraph.align] }),
    ...(paragraph.keepWithNext ? { keepNext: true } : {}),
    ...(spacing ? { spacing } : {}),
    ...(indent ? { indent } : {}),
    ...(mark ? { run: mark } : {}),
    ...(paragraph.frame ? frameOptions(paragraph.frame, paragraph) : {}),
    children,
  });
}

/** A paragraph that takes no room: Word wants one at the end of a section and in an empty cell. */
export const tinyParagraph = (): WordParagraph => new WordParagraph({ spacing: { line: dxaOfPt(1), lineRule: LineRuleType.EXACT }, run: { size: 2 } });

/** A rule as the border of a paragraph that is otherwise not there, held to its length by indents. */
export function wordRule(rule: Rule, columnMm: number): WordParagraph {
  const side = rule.align === 'center' ? (columnMm - rule.lengthMm) / 2 : 0;
  return new WordParagraph({
    spacing: { before: dxaOfPt(rule.spaceBeforePt), after: dxaOfPt(rule.spaceAfterPt), line: dxaOfPt(1), lineRule: LineRuleType.EXACT },
    indent: { left: dxaOfMm(side), right: dxaOfMm(columnMm - side - rule.lengthMm) },
    border: { top: { style: BorderStyle.SINGLE, size: eighthsOfPt(rule.thicknessPt), color: '000000', space: 0 } },
    run: { size: 2 },
  });
}
