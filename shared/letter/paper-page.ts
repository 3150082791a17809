/**
 * The pages as they lie on the desk: every line, rule and box at its place, measured from the paper's upper left corner.
 * Lengths are mm, type sizes and thicknesses pt. What draws them (SVG, canvas) adds nothing; kerning must be off.
 */

/** A stretch of one style inside a line. `widthMm` already holds the widened spaces of a justified line. */
export interface PaperPiece {
  text: string;
  xMm: number;
  widthMm: number;
  sizePt: number;
  bold: boolean;
  italic: boolean;
  /** RRGGBB. */
  color: string;
}

/** One line of type. */
export interface PaperLine {
  /** The place in the letter it comes from, as in the layout (`body.3`, `appendices.0.rows.4.1`). */
  source: string;
  xMm: number;
  topMm: number;
  widthMm: number;
  heightMm: number;
  /** Where the letters stand. */
  baselineMm: number;
  /** What a justified line adds to each of its spaces (U+0020 and U+00A0), beyond the space's own width. */
  wordSpaceMm: number;
  pieces: PaperPiece[];
}

/** A straight horizontal line; `yMm` is its middle. */
export interface PaperRule {
  source: string;
  xMm: number;
  yMm: number;
  widthMm: number;
  thicknessPt: number;
  /** RRGGBB. */
  color: string;
}

/** A box of single lines: a frame of urgency or the cell of a table; the lines run on its edges. */
export interface PaperBox {
  source: string;
  xMm: number;
  yMm: number;
  widthMm: number;
  heightMm: number;
  thicknessPt: number;
  /** RRGGBB. */
  color: string;
}

/** A sheet of paper with everything that stands on it; the page number is a line of source `page`. */
export interface PaperPage {
  widthMm: number;
  heightMm: number;
  section: { kind: 'letter' | 'appendix'; ordinal: number };
  /** Counts from 1 in each section. */
  pageNumber: number;
  lines: PaperLine[];
  rules: PaperRule[];
  boxes: PaperBox[];
}
