/**
 * Every measure of the page in NĐ 30/2020, Phụ lục I, beside its clause. `usual` is what the program draws: the sizes of
 * Mẫu 1.5 (Phụ lục III), inside the range the clause allows. Lengths are mm, sizes and paragraph spacing pt.
 */

/** Type of one element: the sizes allowed, the size drawn, and its style. */
export interface TypeRule {
  fromPt: number;
  toPt: number;
  usualPt: number;
  bold: boolean;
  italic: boolean;
  clause: string;
}

/** A measure, the range it may lie in, and where that is written. */
export interface MeasureRule {
  from: number;
  to: number;
  usual: number;
  clause: string;
}

const upright = { bold: false, italic: false };
const bold = { bold: true, italic: false };
const italic = { bold: false, italic: true };

const type = (fromPt: number, toPt: number, usualPt: number, style: { bold: boolean; italic: boolean }, clause: string): TypeRule => ({ fromPt, toPt, usualPt, ...style, clause });
const measure = (from: number, to: number, usual: number, clause: string): MeasureRule => ({ from, to, usual, clause });

/** Paper and margins. */
export const pageMeasures = {
  paperWidth: measure(210, 210, 210, 'PL I mục I khoản 1'),
  paperHeight: measure(297, 297, 297, 'PL I mục I khoản 1'),
  top: measure(20, 25, 20, 'PL I mục I khoản 3'),
  bottom: measure(20, 25, 20, 'PL I mục I khoản 3'),
  left: measure(30, 35, 30, 'PL I mục I khoản 3'),
  right: measure(15, 20, 15, 'PL I mục I khoản 3'),
  /** From the paper's edge to the page number, inside the top margin. */
  header: measure(0, 15, 10, 'PL I mục I khoản 7; Mẫu 1.5'),
  /** From the paper's lower edge to the contacts, inside the bottom margin. */
  footer: measure(0, 15, 10, 'PL I mục III khoản 4'),
} as const;

/** Sizes and styles of every element. */
export const typeRules = {
  pageNumber: type(13, 14, 14, upright, 'PL I mục I khoản 7'),
  nation: type(12, 13, 12, bold, 'PL I mục II khoản 1 điểm a'),
  motto: type(13, 14, 14, bold, 'PL I mục II khoản 1 điểm b'),
  parentAgency: type(12, 13, 13, upright, 'PL I mục II khoản 2 điểm b'),
  agency: type(12, 13, 13, bold, 'PL I mục II khoản 2 điểm b'),
  code: type(13, 13, 13, upright, 'PL I mục II khoản 3 điểm c'),
  placeAndDate: type(13, 14, 14, italic, 'PL I mục II khoản 4 điểm c'),
  typeName: type(13, 14, 14, bold, 'PL I mục II khoản 5 điểm b'),
  subjectOfType: type(13, 14, 14, bold, 'PL I mục II khoản 5 điểm b'),
  subject: type(12, 13, 12, upright, 'PL I mục II khoản 5 điểm b'),
  grounds: type(13, 14, 14, italic, 'PL I mục II khoản 6 điểm a'),
  heading: type(13, 14, 14, bold, 'PL I mục II khoản 6 điểm đ'),
  body: type(13, 14, 14, upright, 'PL I mục II khoản 6 điểm e'),
  signer: type(13, 14, 14, bold, 'PL I mục II khoản 7 điểm đ'),
  addressee: type(13, 14, 14, upright, 'PL I mục II khoản 9 điểm d'),
  recipientsHead: type(12, 12, 12, { bold: true, italic: true }, 'PL I mục II khoản 9 điểm d'),
  recipients: type(11, 11, 11, upright, 'PL I mục II khoản 9 điểm d'),
  appendixWord: type(14, 14, 14, bold, 'PL I mục III khoản 1 điểm b'),
  appendixTitle: type(13, 14, 14, bold, 'PL I mục III khoản 1 điểm b'),
  appendixReference: type(13, 14, 14, italic, 'PL I mục III khoản 1 điểm c'),
  urgency: type(13, 14, 13, bold, 'PL I mục III khoản 2 điểm b'),
  contacts: type(11, 12, 11, upright, 'PL I mục III khoản 4'),
} as const;

/** Lengths, indents and spacing. */
export const measures = {
  /** Part of the text's length the line below the agency or the subject has. */
  ruleShare: measure(1 / 3, 1 / 2, 0.42, 'PL I mục II khoản 2 điểm b, khoản 5 điểm b'),
  /** The line below the Tiêu ngữ is as long as its text. */
  mottoRuleShare: measure(1, 1, 1, 'PL I mục II khoản 1 điểm b'),
  subjectBeforePt: measure(6, 6, 6, 'PL I mục II khoản 5 điểm b'),
  firstLineMm: measure(10, 12.7, 10, 'PL I mục II khoản 6 điểm e'),
  paragraphBeforePt: measure(6, Infinity, 6, 'PL I mục II khoản 6 điểm e'),
  /** Lines of the body, multiples of single spacing. */
  lineSpacing: measure(1, 1.5, 1.1, 'PL I mục II khoản 6 điểm e'),
  headLineSpacing: measure(1, 1, 1, 'PL I mục II khoản 1 điểm c, khoản 2 điểm b'),
  /** Left column of the head: agency, number, subject. */
  headLeftMm: measure(60, 80, 68, 'PL I mục IV; Mẫu 1.5'),
  addresseeIndentMm: measure(10, 35, 35, 'PL I mục II khoản 9 điểm d; Mẫu 1.5'),
  addresseeBeforePt: measure(6, 24, 12, 'Mẫu 1.5'),
  recipientsWidthMm: measure(61.9, 93, 61.9, 'PL I mục IV; Mẫu 1.5'),
  /** Room for the signature: not regulated, offices leave four to five lines. */
  signatureGapPt: measure(60, 90, 76, 'PL I mục II khoản 7'),
  /** The blank a number is written into by hand. */
  codeBlankMm: measure(8, 15, 12, 'PL I mục II khoản 3; Mẫu 1.5'),
  dayBlankMm: measure(4, 10, 5, 'PL I mục II khoản 4; Mẫu 1.5'),
  ruleThicknessPt: measure(0.5, 1, 0.75, 'PL I mục II khoản 1 điểm b'),
} as const;

const free = (usual: number): MeasureRule => measure(0, Infinity, usual, 'không quy định');

/** What the decree leaves free, as this program draws it. */
export const freeMeasures = {
  /** Between agency and number, Tiêu ngữ and date, number and mark of urgency. */
  headRowGapPt: free(7),
  /** Between a text and the line below it. */
  ruleGapPt: free(3.5),
  /** Width the subject of a công văn keeps free at each side of its column. */
  subjectMarginMm: free(3),
  titleBeforePt: free(18),
  /** Width the subject below the name of a type keeps free at each side of the page. */
  titleMarginMm: free(10),
  titleRuleAfterPt: free(6),
  /** Between Kính gửi or the title and the first paragraph. */
  bodyBeforePt: free(12),
  /** Between the content and Nơi nhận, level with the signature. */
  footBeforePt: free(14),
  /** Narrowest column a signature is set in. */
  signatureMinMm: free(72),
  /** Room beside the longest line of Nơi nhận and of the signature, so that a rounding does not break them. */
  recipientsSpareMm: free(2),
  signatureSpareMm: free(1),
  /** Longest list of Nơi nhận beside the signature, and how many lines of a longer one stay there: the rest may run over the page. */
  recipientsBeside: free(26),
  recipientsBesideOfLonger: free(12),
  contactsRuleAfterPt: free(2),
  /** The line below the heading of an appendix: part of the reference's length, at most so long. */
  appendixRuleShare: free(1 / 4),
  appendixRuleMaxMm: free(34),
  /** Between the heading of an appendix and its table. */
  tableBeforePt: free(12),
  tablePaddingMm: free(1.9),
  /** Padding of a table whose numbers would otherwise be broken. */
  tightTablePaddingMm: free(0.8),
  tableCellSpacePt: free(3),
  tableLineThicknessPt: free(0.5),
  /** A text column narrower than this reads badly. */
  textColumnMm: free(26),
  /** A head needs no column wider than this: it wraps. */
  tableHeadMaxMm: free(34),
  frameThicknessPt: free(1),
} as const;

/** Type sizes of tables, from the usual to the smallest that is still read; không quy định. */
export const tableSizesPt = [13, 12, 11, 10, 9] as const;

/** The marks of urgency by priority, and the outer size of their frames (red, single line). */
export const urgencyMarks = {
  1: { word: 'KHẨN', widthMm: 20, heightMm: 8, clause: 'PL I mục III khoản 2 điểm b' },
  2: { word: 'THƯỢNG KHẨN', widthMm: 40, heightMm: 8, clause: 'PL I mục III khoản 2 điểm b' },
  3: { word: 'HỎA TỐC', widthMm: 30, heightMm: 8, clause: 'PL I mục III khoản 2 điểm b' },
} as const;

/** Bright red of the urgency marks, RRGGBB (PL I mục III khoản 2 điểm b). */
export const urgencyRed = 'FF0000';

/** The words every document begins with (PL I mục II khoản 1). */
export const nationWords = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const mottoWords = 'Độc lập - Tự do - Hạnh phúc';
