import type { IsoDate } from '../domain/dates.ts';
import { appendixHeading } from './appendix-heading.ts';
import { appendixTable } from './appendix-table.ts';
import type { Numbering } from './code-and-date.ts';
import type { Block, Section, Table } from './layout-model.ts';
import type { Letter } from './letter.ts';
import { balancingIndentMm, makeParagraph, makeRule, runOf } from './make-paragraph.ts';
import type { Office } from './office.ts';
import { pageGeometry, textWidthOf } from './page-geometry.ts';
import { freeMeasures, typeRules } from './page-rules.ts';
import { textWidthMm } from './text-width.ts';
import { unbroken } from './unbroken.ts';

/** One appendix as pages of its own (PL I mục III khoản 1); `index` counts from 0. */
export function appendixSection(letter: Letter, index: number, office: Office, numbering: Numbering, today: IsoDate): Section {
  const appendix = letter.appendices[index];
  if (!appendix) throw new RangeError(`no appendix ${index}`);
  const source = `appendices.${index}`;
  const { table, landscape } = appendixTable(appendix, source);
  const page = pageGeometry(landscape);
  return { kind: 'appendix', ordinal: index + 1, page, blocks: [...headingBlocks(letter, index, office, numbering, today, textWidthOf(page)), ...withWords(table, source)], firstPageFoot: [] };
}

/** Parts of one table each under its own line: side by side in the file, Word would take them for one table. */
function withWords(tables: readonly Table[], source: string): Block[] {
  const rule = typeRules.appendixReference;
  return tables.flatMap((table, at): Block[] => {
    if (at === 0) return [table];
    const words = runOf(`(Các cột tiếp theo, phần ${at + 1}/${tables.length})`, rule, rule.fromPt);
    return [makeParagraph(source, 'center', [words], { spaceBeforePt: freeMeasures.tableBeforePt.usual, spaceAfterPt: 3, keepWithNext: true }), table];
  });
}

function headingBlocks(letter: Letter, index: number, office: Office, numbering: Numbering, today: IsoDate, widthMm: number): Block[] {
  const source = `appendices.${index}`;
  const title = typeRules.appendixTitle;
  const reference = typeRules.appendixReference;
  const heading = appendixHeading(letter, index, office, numbering, today, { ...reference, sizePt: reference.usualPt });
  const titleIndent = balancingIndentMm(unbroken(heading.title), title, title.usualPt, widthMm);
  const referenceIndent = referenceIndentMm(heading.reference, widthMm);
  const longest = Math.min(widthMm - 2 * referenceIndent, textWidthMm(heading.reference, { ...reference, sizePt: reference.usualPt }));
  return [
    makeParagraph(source, 'center', [runOf(heading.word, typeRules.appendixWord)], { keepWithNext: true }),
    ...(heading.title === '' ? [] : [makeParagraph(`${source}.title`, 'center', [runOf(unbroken(heading.title), title)], { indentLeftMm: titleIndent, indentRightMm: titleIndent, keepWithNext: true })]),
    makeParagraph(`${source}.reference`, 'center', [runOf(heading.reference, reference)], { indentLeftMm: referenceIndent, indentRightMm: referenceIndent, keepWithNext: true }),
    makeRule(`${source}.reference`, Math.min(longest * freeMeasures.appendixRuleShare.usual, freeMeasures.appendixRuleMaxMm.usual), freeMeasures.ruleGapPt.usual, freeMeasures.tableBeforePt.usual),
  ];
}

/** The indent that breaks a long reference before the agency's name, so that its date stays whole. */
function referenceIndentMm(text: string, widthMm: number): number {
  const rule = typeRules.appendixReference;
  const style = { ...rule, sizePt: rule.usualPt };
  const at = text.indexOf(' của ');
  // less than the word that follows, more than a word processor may measure wider
  const first = textWidthMm(text.slice(0, at), style) + 4;
  const second = textWidthMm(text.slice(at + 1), style);
  if (textWidthMm(text, style) <= widthMm) return 0;
  return first <= widthMm && second <= first ? (widthMm - first) / 2 : balancingIndentMm(text, rule, rule.usualPt, widthMm);
}
