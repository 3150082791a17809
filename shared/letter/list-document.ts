import { officialDate, type IsoDate } from '../domain/dates.ts';
import { upperVietnamese } from '../domain/vietnamese-text.ts';
import { type AppendixSheet, tableSheet } from './appendix-sheet.ts';
import { appendixTable } from './appendix-table.ts';
import { agencyBlock, nationBlock } from './layout-head.ts';
import type { Block, LetterLayout } from './layout-model.ts';
import type { PlainAppendix } from './letter.ts';
import { balancingIndentMm, makeParagraph, runOf } from './make-paragraph.ts';
import type { Office } from './office.ts';
import { pageGeometry, textWidthOf } from './page-geometry.ts';
import { freeMeasures, typeRules } from './page-rules.ts';

/** A list printed by itself, on a lying sheet: what it is, what it counts, its table. */
export interface ListDocument {
  title: string;
  /** Sentences below the title. */
  about: string[];
  table: Pick<PlainAppendix, 'columns' | 'rows'>;
  /** Room in every row beyond its text, for signatures. */
  roomPt: number;
  /** The name of its sheet in Excel. */
  sheet: string;
}

const source = 'list';
/** Lists have more and longer columns than appendices. */
const paper = { lying: true, fromPt: 12 };
/** What of a lying sheet's width the agency takes; the nation's words take the rest. */
const agencyShare = 0.45;

/** The list for Word: agency and nation side by side, place and day, title, table with its head on every page. */
export function listLayout(list: ListDocument, office: Office, day: IsoDate): LetterLayout {
  const { table } = appendixTable({ ...list.table, title: list.title }, source, paper);
  const page = pageGeometry(true);
  const widthMm = textWidthOf(page);
  const left = widthMm * agencyShare;
  const title = upperVietnamese(list.title);
  const { appendixTitle, appendixReference, placeAndDate } = typeRules;
  const indented = (text: string): { indentLeftMm: number; indentRightMm: number } => {
    const indent = balancingIndentMm(text, appendixReference, appendixReference.usualPt, widthMm);
    return { indentLeftMm: indent, indentRightMm: indent };
  };
  const placed = makeParagraph('date', 'center', [runOf(`${office.place}, ${officialDate(day)}`, placeAndDate, placeAndDate.fromPt)], { spaceBeforePt: freeMeasures.headRowGapPt.usual });
  const blocks: Block[] = [
    { kind: 'columns', source: 'head', widthsMm: [left, widthMm - left], rows: [[agencyBlock(office, left), [...nationBlock(widthMm - left), placed]]], keepWithPrevious: false },
    makeParagraph('title', 'center', [runOf(title, appendixTitle)], { spaceBeforePt: freeMeasures.titleBeforePt.usual, keepWithNext: true }),
    ...list.about.map((text, at) => makeParagraph('about', 'center', [runOf(text, appendixReference)], { ...indented(text), keepWithNext: true, ...(at === list.about.length - 1 ? { spaceAfterPt: freeMeasures.tableBeforePt.usual } : {}) })),
    ...table.map((one) => ({ ...one, cellSpacePt: one.cellSpacePt + list.roomPt / 2 })),
  ];
  return { title: list.title, sections: [{ kind: 'appendix', ordinal: 1, page, blocks, firstPageFoot: [] }] };
}

/** The list for Excel. */
export function listSheet(list: ListDocument, office: Office): AppendixSheet {
  const heading = [{ text: upperVietnamese(list.title), rule: typeRules.appendixTitle }, ...list.about.map((text) => ({ text, rule: typeRules.appendixReference }))];
  return tableSheet({ ...list.table, title: list.title }, { name: list.sheet, source, office, heading, paper, roomPt: list.roomPt });
}
