import { commonSeries, numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

export type BookKind = 'incoming' | 'outgoing';

/** Columns a line is named by, under the same names in both books. */
export const namingColumns: Record<BookKind, string> = {
  incoming: 'id, series, year, arrivalNumber AS number, numberSuffix AS suffix, organName AS notation, subject',
  outgoing: 'id, series, year, codeNumber AS number, numberSuffix AS suffix, codeNotation AS notation, subject',
};

export interface NamedLine {
  id: number;
  series: string;
  year: number;
  number: number | null;
  suffix: string;
  notation: string;
  subject: string;
}

const ofSeries = (series: string): string => (series === commonSeries ? '' : ` dãy «${series}»`);

/** `Số đến 1.247 năm 2026`, `Văn bản đi số 05/UBND-VP năm 2026`, `Dự thảo «…»`. */
export function lineName(book: BookKind, { series, year, number, suffix, notation, subject }: NamedLine): string {
  if (number === null) return `Dự thảo «${subject === '' ? 'chưa có trích yếu' : subject}»`;
  if (book === 'incoming') return `Số đến ${formatVietnameseNumber(number)}${suffix}${ofSeries(series)} năm ${year}`;
  return `Văn bản đi số ${numberWithSuffix(number, suffix)}${notation === '' ? '' : `/${notation}`}${ofSeries(series)} năm ${year}`;
}

/** `Sổ văn bản đi năm 2026`, with its series when it is not the common one. */
export const bookName = (book: BookKind, series: string, year: number): string => `Sổ văn bản ${book === 'incoming' ? 'đến' : 'đi'}${ofSeries(series)} năm ${year}`;
