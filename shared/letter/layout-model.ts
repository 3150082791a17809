/**
 * The page as data: what the preview, the Word file and the print all draw. Lengths are mm, type sizes and paragraph
 * spacing pt. Drawings add nothing and leave nothing out.
 */

export type Align = 'left' | 'center' | 'right' | 'both';

export interface TextRun {
  text: string;
  sizePt: number;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  /** RRGGBB; black when absent. */
  color?: string | undefined;
}

/** The place in the letter a block comes from (`subject`, `body.3`, `recipients`), for jumping between form and page. */
export type Source = string;

/** A frame of single lines around a paragraph, of a fixed outer size (urgency marks, PL I mục II khoản 10b). */
export interface Frame {
  widthMm: number;
  heightMm: number;
  /** RRGGBB. */
  color: string;
}

export interface Paragraph {
  kind: 'paragraph';
  source: Source;
  align: Align;
  runs: TextRun[];
  indentLeftMm: number;
  indentRightMm: number;
  /** First line against `indentLeftMm`; negative hangs. */
  firstLineMm: number;
  spaceBeforePt: number;
  spaceAfterPt: number;
  /** Multiple of single spacing (1 to 1.5). */
  lineSpacing: number;
  keepWithNext: boolean;
  frame?: Frame | undefined;
}

/** A drawn horizontal line of an exact length, placed by `align` in its column. */
export interface Rule {
  kind: 'rule';
  source: Source;
  lengthMm: number;
  thicknessPt: number;
  align: 'left' | 'center';
  spaceBeforePt: number;
  spaceAfterPt: number;
}

/** Cells side by side without lines (head of the letter, Nơi nhận beside the signature); rows never break over pages. */
export interface Columns {
  kind: 'columns';
  source: Source;
  widthsMm: number[];
  rows: (Paragraph | Rule)[][][];
  /** Whether its first row must stand on the page of the paragraph before it. */
  keepWithPrevious: boolean;
}

export interface TableCell {
  source: Source;
  /** A line feed inside a text starts a new line of the cell. */
  runs: TextRun[];
  align: Align;
}

/** A ruled table; `head` repeats on every page, the total row is computed. */
export interface Table {
  kind: 'table';
  source: Source;
  widthsMm: number[];
  head: TableCell[];
  rows: TableCell[][];
  total: TableCell[] | null;
  /** Rows whose next row, or the total, must stand on the same page: heads of groups, rows before a sum. */
  together: boolean[];
  /** Left and right padding of cells, mm. */
  paddingMm: number;
  /** Room above and below the text of a cell. */
  cellSpacePt: number;
  lineThicknessPt: number;
}

export type Block = Paragraph | Rule | Columns | Table;

export interface PageGeometry {
  widthMm: number;
  heightMm: number;
  topMm: number;
  bottomMm: number;
  leftMm: number;
  rightMm: number;
  /** From the paper's top edge to the top of the page number. */
  headerMm: number;
  /** From the paper's bottom edge to the bottom of the foot. */
  footerMm: number;
  pageNumberPt: number;
}

/** Pages that count from 1 by themselves; the first one shows no number. */
export interface Section {
  kind: 'letter' | 'appendix';
  /** 1 for the first appendix; 0 for the letter. */
  ordinal: number;
  page: PageGeometry;
  blocks: Block[];
  /** The foot of the section's first page; empty when there is none. */
  firstPageFoot: (Paragraph | Rule)[];
}

export interface LetterLayout {
  title: string;
  sections: Section[];
}
