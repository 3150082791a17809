import type { IsoDate } from '../domain/dates.ts';
import { officialLetterType } from '../domain/document-types.ts';
import { upperVietnamese } from '../domain/vietnamese-text.ts';
import { agencyLines } from './agency-name.ts';
import { codeOnPage, dateOnPage, placeOnPage, type Numbering } from './code-and-date.ts';
import type { Columns, Paragraph, Rule } from './layout-model.ts';
import type { Letter, Priority } from './letter.ts';
import { balancingIndentMm, fittingPt, makeParagraph, makeRule, runOf } from './make-paragraph.ts';
import type { Office } from './office.ts';
import { freeMeasures, measures, mottoWords, nationWords, typeRules, urgencyMarks, urgencyRed, type TypeRule } from './page-rules.ts';
import { afterVv, titleOnPage } from './subject-on-page.ts';
import { baselineEm, textWidthMm } from './text-width.ts';
import { unbroken, unbrokenWithin } from './unbroken.ts';
import { isVisible } from './visible-text.ts';

const rowGapPt = freeMeasures.headRowGapPt.usual;
const ruleGapPt = freeMeasures.ruleGapPt.usual;

/** The narrowest column the Quốc hiệu stands in on one line. */
const nationWidthMm = textWidthMm(nationWords, { ...typeRules.nation, sizePt: typeRules.nation.usualPt }) + 1;

/** The head of a document: agency beside Quốc hiệu, then number and subject beside place and date (ô 1 đến 5b, 10b). */
export function layoutHead(letter: Letter, office: Office, numbering: Numbering, today: IsoDate, widthMm: number): Columns {
  // a long code widens its column as far as the Quốc hiệu leaves room
  const codeMm = textWidthMm(codeOnPage(letter, numbering, { sizePt: typeRules.code.usualPt }), { sizePt: typeRules.code.usualPt });
  const left = Math.max(measures.headLeftMm.usual, Math.min(codeMm + 1, widthMm - nationWidthMm, measures.headLeftMm.to));
  const right = widthMm - left;
  return {
    kind: 'columns',
    source: 'head',
    widthsMm: [left, right],
    rows: [
      [agencyBlock(office, left), nationBlock(right)],
      [[...codeBlock(letter, numbering, left), ...urgencyBlock(letter.priority, left)], [placeAndDate(letter, office, today, right)]],
    ],
    keepWithPrevious: false,
  };
}

/** The agency in capitals with the line below it (ô 2). */
export function agencyBlock(office: Office, widthMm: number): (Paragraph | Rule)[] {
  const parent = office.parentName?.trim() ? centredLines('office.parentName', office.parentName, typeRules.parentAgency, widthMm) : [];
  const agency = centredLines('office.name', office.name, typeRules.agency, widthMm);
  return [...parent, ...agency, ruleBelow('office.name', agency, widthMm)];
}

/** A name in capitals over as many lines as it takes; smaller when its widest line is wider than the column. */
function centredLines(source: string, name: string, rule: TypeRule, widthMm: number): Paragraph[] {
  const style = (sizePt: number) => ({ ...rule, sizePt });
  const atUsual = agencyLines(name, widthMm, style(rule.usualPt));
  const sizePt = Math.min(...atUsual.map((line) => fittingPt(rule, line, widthMm)));
  // one size down may save a line
  const atSmallest = agencyLines(name, widthMm, style(rule.fromPt));
  const smaller = atSmallest.length < atUsual.length;
  return (smaller ? atSmallest : atUsual).map((line) => makeParagraph(source, 'center', [runOf(line, rule, smaller ? rule.fromPt : sizePt)]));
}

/**
 * The line below a name of one or more lines: 1/3 to 1/2 of the length of its last line and, where both can be had, of its
 * longest; never longer than its column.
 */
function ruleBelow(source: string, lines: readonly Paragraph[], widthMm: number): Rule {
  const lengths = lines.map((line) => line.runs.reduce((sum, run) => sum + textWidthMm(run.text, run), 0));
  const last = lengths.at(-1) ?? 0;
  const longest = Math.max(0, ...lengths);
  const { from, to, usual } = measures.ruleShare;
  const least = (longest * from <= last * to ? longest : last) * from;
  return makeRule(source, Math.min(widthMm, last * to, Math.max(least, ((longest + last) / 2) * usual)), ruleGapPt);
}

/** Quốc hiệu and Tiêu ngữ with its line (ô 1). */
export function nationBlock(widthMm: number): (Paragraph | Rule)[] {
  const motto = runOf(mottoWords, typeRules.motto, fittingPt(typeRules.motto, mottoWords, widthMm));
  return [
    makeParagraph('nation', 'center', [runOf(nationWords, typeRules.nation, fittingPt(typeRules.nation, nationWords, widthMm))]),
    makeParagraph('nation', 'center', [motto]),
    makeRule('nation', textWidthMm(mottoWords, motto) * measures.mottoRuleShare.usual, ruleGapPt),
  ];
}

function codeBlock(letter: Letter, numbering: Numbering, widthMm: number): Paragraph[] {
  const rule = typeRules.code;
  // the larger type of the date stands lower in its line: the number comes down to the same level
  const levelPt = (typeRules.placeAndDate.usualPt - rule.usualPt) * baselineEm;
  const numbered = `Số: ${codeOnPage(letter, numbering, { sizePt: rule.usualPt })}`;
  const held = unbrokenWithin(numbered, widthMm, (one) => textWidthMm(one, { sizePt: rule.usualPt }));
  const code = makeParagraph('codeNotation', 'center', [runOf(held, rule)], { spaceBeforePt: rowGapPt + levelPt });
  const subject = afterVv(letter.subject);
  if (letter.typeName !== officialLetterType || !isVisible(subject)) return [code];
  const text = unbroken(`V/v ${subject}`);
  const sizePt = typeRules.subject.usualPt;
  const margin = freeMeasures.subjectMarginMm.usual;
  const indent = margin + balancingIndentMm(text, typeRules.subject, sizePt, widthMm - 2 * margin);
  return [code, makeParagraph('subject', 'center', [runOf(text, typeRules.subject, sizePt)], { spaceBeforePt: measures.subjectBeforePt.usual, indentLeftMm: indent, indentRightMm: indent })];
}

function urgencyBlock(priority: Priority, widthMm: number): Paragraph[] {
  if (priority === 0) return [];
  const mark = urgencyMarks[priority];
  const side = (widthMm - mark.widthMm) / 2;
  return [
    makeParagraph('priority', 'center', [{ ...runOf(mark.word, typeRules.urgency), color: urgencyRed }], {
      spaceBeforePt: rowGapPt,
      indentLeftMm: side,
      indentRightMm: side,
      frame: { widthMm: mark.widthMm, heightMm: mark.heightMm, color: urgencyRed },
    }),
  ];
}

function placeAndDate(letter: Letter, office: Office, today: IsoDate, widthMm: number): Paragraph {
  const rule = typeRules.placeAndDate;
  const date = dateOnPage(letter, today, { ...rule, sizePt: rule.usualPt });
  const line = `${placeOnPage(letter, office)}, ${date}`;
  // beside a place too long for the line the date holds together and goes below it
  const whole = textWidthMm(line, { ...rule, sizePt: rule.fromPt }) <= widthMm;
  const text = whole ? line : `${placeOnPage(letter, office)}, ${date.replaceAll(' ', '\u00A0')}`;
  return makeParagraph('issuedDate', 'center', [runOf(text, rule, fittingPt(rule, text, widthMm))], { spaceBeforePt: rowGapPt });
}

const capitalFirst = (text: string): string => upperVietnamese([...text][0] ?? '') + [...text].slice(1).join('');

/** The name of the type in capitals, the subject below it and a line (ô 5a); nothing for a công văn. */
export function layoutTitle(letter: Letter, widthMm: number): (Paragraph | Rule)[] {
  if (letter.typeName === officialLetterType) return [];
  const name = makeParagraph('typeName', 'center', [runOf(upperVietnamese(letter.typeName), typeRules.typeName)], { spaceBeforePt: freeMeasures.titleBeforePt.usual, keepWithNext: true });
  const subject = titleOnPage(letter.subject);
  if (!isVisible(subject)) return [name];
  const text = unbroken(capitalFirst(subject));
  const rule = typeRules.subjectOfType;
  const margin = freeMeasures.titleMarginMm.usual;
  const indent = balancingIndentMm(text, rule, rule.usualPt, widthMm - 2 * margin) + margin;
  const line = makeParagraph('subject', 'center', [runOf(text, rule)], { indentLeftMm: indent, indentRightMm: indent });
  const longest = Math.min(textWidthMm(text, { ...rule, sizePt: rule.usualPt }), widthMm - 2 * indent);
  return [name, line, makeRule('subject', longest * measures.ruleShare.usual, ruleGapPt, freeMeasures.titleRuleAfterPt.usual)];
}
