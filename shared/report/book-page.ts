/**
 * The sheet the books are printed on: A4 lying, bound at the left. The decree asks for the columns and leaves the sheet
 * free; its samples are wider than an upright page. Lengths are mm, sizes pt.
 */
export const bookPage = {
  widthMm: 297,
  heightMm: 210,
  topMm: 15,
  bottomMm: 17,
  /** Room for the binding. */
  leftMm: 25,
  rightMm: 12,
  headerMm: 8,
  footerMm: 8,
  pageNumberPt: 13,
} as const;

/** Width of the table. */
export const bookWidthMm = bookPage.widthMm - bookPage.leftMm - bookPage.rightMm;

/** Type of the table: the samples use 14 on columns that are narrower than any name, so the lines are set smaller. */
export const bookTypePt = { head: 11, ordinal: 11, row: 10 } as const;

/** A line of the book with no more lines of text than this stands whole on its page; a longer one may go on over the page. */
export const unbrokenLinesMax = 6;

/** The cover of every book, measured in Phụ lục IV: a frame of two lines in the middle of the first sheet. */
export const coverFrame = { widthMm: 90, heightMm: 96, clause: 'PL IV mục I, III, IV, VI, VIII khoản 1' } as const;

export interface CoverLineRule {
  sizePt: number;
  bold: boolean;
  italic: boolean;
  /** Room above, pt. */
  beforePt: number;
}

/** The lines of the cover in the sizes of the samples. */
export const coverRules = {
  parentName: { sizePt: 10, bold: false, italic: false, beforePt: 14 },
  name: { sizePt: 10, bold: true, italic: false, beforePt: 0 },
  title: { sizePt: 12, bold: true, italic: false, beforePt: 30 },
  year: { sizePt: 13, bold: false, italic: true, beforePt: 28 },
  days: { sizePt: 13, bold: false, italic: true, beforePt: 14 },
  numbers: { sizePt: 13, bold: false, italic: true, beforePt: 0 },
  volume: { sizePt: 13, bold: true, italic: false, beforePt: 0 },
} as const satisfies Record<string, CoverLineRule>;

/** The type of the line «Từ số … đến số …»: smaller when a book of several series takes a line for each. */
export function numbersRule(numbers: string | null): CoverLineRule {
  const lines = numbers?.split('\n').length ?? 0;
  return { ...coverRules.numbers, sizePt: lines <= 2 ? coverRules.numbers.sizePt : lines <= 4 ? 11 : 9 };
}
