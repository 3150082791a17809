import { officialDate, yearOf, type IsoDate } from '../domain/dates.ts';
import { codeOf } from '../domain/numbering.ts';
import type { Letter } from './letter.ts';
import type { Office } from './office.ts';
import { measures } from './page-rules.ts';
import { blankOf, type TypeStyle } from './text-width.ts';

/** The number a letter has been given, or null while a blank is printed for it. */
export interface Numbering {
  codeNumber: number | null;
}

/** `05/UBND-VP`, with a blank to write the number into while there is none. */
export const codeOnPage = (letter: Letter, { codeNumber }: Numbering, style: TypeStyle): string =>
  codeNumber === null ? `${blankOf(measures.codeBlankMm.usual, style)}/${letter.codeNotation}` : codeOf(codeNumber, letter.codeNotation);

/** The place the letter is issued at without the comma and the date the page sets itself: the letter's own, else the office's. */
export const placeOnPage = ({ place }: Pick<Letter, 'place'>, office: Pick<Office, 'place'>): string => bare(place ?? '') || bare(office.place);

const bare = (place: string): string => place.replace(/(?:^|,\s*|\s+)ngày(?:\s.*)?$/isu, '').replace(/[\s,;]+$/u, '').trim();

/** `ngày 05 tháng 3 năm 2026`; without a date, blanks for day and month and the year of `today`. */
export function dateOnPage(letter: Letter, today: IsoDate, style: TypeStyle): string {
  if (letter.issuedDate !== null) return officialDate(letter.issuedDate);
  const blank = blankOf(measures.dayBlankMm.usual, style);
  return `ngày ${blank} tháng ${blank} năm ${yearOf(today)}`;
}
