import type { IsoDate } from '../domain/dates.ts';
import { upperVietnamese } from '../domain/vietnamese-text.ts';
import { agencyInText } from './agency-in-text.ts';
import { codeOnPage, dateOnPage, type Numbering } from './code-and-date.ts';
import type { Letter } from './letter.ts';
import type { Office } from './office.ts';
import { romanNumeral } from './roman-numeral.ts';
import { unclosed } from './subject-on-page.ts';
import type { TypeStyle } from './text-width.ts';

/** The three lines above an appendix; `index` counts from 0. */
export interface AppendixHeading {
  /** `Phụ lục`, or `Phụ lục II` where there are several. */
  word: string;
  /** In capitals. */
  title: string;
  /** `(Kèm theo Công văn số 05/UBND-VP ngày … của Ủy ban nhân dân tỉnh …)`: never typed, always of the letter. */
  reference: string;
}

/** «Phụ lục 1:» typed before the name of an appendix: the line above says it. */
const typedWord = /^phụ\s+lục(?:\s+(?:số\s+)?(?:[IVX]+|\d{1,2}))?\s*[:.–-]+\s*(?=\p{L})/iu;

/** The name of an appendix as it stands below its word, without that word and without closing marks. */
export const appendixTitle = (typed: string): string => unclosed(typed.normalize('NFC').trim().replace(typedWord, ''));

/** The heading of an appendix as the letter has it, with blanks for what it has not (PL I mục III khoản 1). */
export function appendixHeading(letter: Letter, index: number, office: Office, numbering: Numbering, today: IsoDate, style: TypeStyle): AppendixHeading {
  const code = codeOnPage(letter, numbering, style);
  return {
    word: letter.appendices.length > 1 ? `Phụ lục ${romanNumeral(index + 1)}` : 'Phụ lục',
    title: upperVietnamese(appendixTitle(letter.appendices[index]?.title ?? '')),
    reference: `(Kèm theo ${letter.typeName} số ${code} ${dateOnPage(letter, today, style)} của ${agencyInText(office)})`,
  };
}
