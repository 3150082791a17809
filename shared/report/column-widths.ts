import { bookForm, columnWidths, type BookKind } from './book-form.ts';
import { bookWidthMm } from './book-page.ts';

/** Narrower than this a column holds not even its `(10)`, mm. */
const leastMm = 8;

/** Widths that give long subjects and long lists of recipients their room on a lying sheet, mm. */
const roomy: Record<BookKind, readonly number[]> = {
  outgoing: [26.5, 18.5, 40, 16.5, 71.5, 15, 12.5, 18.5, 14.5, 26.5],
  post: [22, 30, 112, 16, 44, 36],
  'archive-use': [20, 32, 36, 60, 22, 24, 20, 26, 20],
  incoming: [19, 13, 34, 25, 19, 58, 30, 19, 20, 23],
  handling: [14, 104, 38, 22, 24, 30, 28],
};

/** The widths on paper of a ready way to rule a book, mm: in the proportions of the decree's sample, or roomy for long texts. */
export function readyWidthsMm(book: BookKind, way: 'decree' | 'roomy'): number[] {
  return columnWidths(bookForm(book, way === 'roomy' ? roomy[book] : null), bookWidthMm);
}

/** Why widths (mm, to be spread over the sheet) cannot rule a book; null when they can. */
export function columnWidthsProblem(book: BookKind, widthsMm: readonly number[]): string | null {
  const { title, columns } = bookForm(book);
  if (widthsMm.length !== columns.length) return `${title} có ${columns.length} cột, đã cho ${widthsMm.length} bề rộng.`;
  const onPaper = columnWidths(bookForm(book, widthsMm), bookWidthMm);
  const at = onPaper.findIndex((width) => !(width >= leastMm));
  if (at < 0) return null;
  return `Cột (${at + 1}) «${columns[at]?.header ?? ''}» chỉ còn ${(onPaper[at] ?? 0).toFixed(0)} mm trên giấy; mỗi cột rộng ít nhất ${leastMm} mm.`;
}
