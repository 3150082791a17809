import type { IsoDate } from '../domain/dates.ts';
import { officialLetterType } from '../domain/document-types.ts';
import type { Numbering } from './code-and-date.ts';
import { layoutAddressees } from './layout-addressees.ts';
import { appendixSection } from './layout-appendix.ts';
import { layoutBody } from './layout-body.ts';
import { layoutContacts, layoutFoot } from './layout-foot.ts';
import { layoutHead, layoutTitle } from './layout-head.ts';
import type { LetterLayout, Section } from './layout-model.ts';
import type { Letter } from './letter.ts';
import type { LetterForm, Office } from './office.ts';
import { tighterFits, usualFit, type PageFit } from './page-fit.ts';
import { paginate } from './paginate.ts';
import { pageGeometry, textWidthOf } from './page-geometry.ts';

/**
 * The whole document as blocks in mm and pt: the letter, then each appendix as pages of its own. `today` gives the year
 * of a date that is still to be written by hand.
 */
export function layoutLetter(letter: Letter, office: Office, form: LetterForm, numbering: Numbering, today: IsoDate): LetterLayout {
  const appendices = letter.appendices.map((_, index) => appendixSection(letter, index, office, numbering, today));
  return { title: letter.subject, sections: [letterSection(letter, office, form, numbering, today), ...appendices] };
}

/** One appendix by itself; `index` counts from 0. */
export function layoutAppendix(letter: Letter, index: number, office: Office, numbering: Numbering, today: IsoDate): LetterLayout {
  return { title: letter.appendices[index]?.title ?? '', sections: [appendixSection(letter, index, office, numbering, today)] };
}

/** What «ép vừa trang» comes to: the fit drawn, and the pages of the letter without and with it. */
export interface FittedLetter {
  fit: PageFit;
  pagesBefore: number;
  pages: number;
}

/** The least tight fit that saves the letter a page; the usual one when none does, or when nobody asked (`fitPage`). */
export function fitLetter(letter: Letter, office: Office, form: LetterForm, numbering: Numbering, today: IsoDate): FittedLetter {
  const pagesWith = (fit: PageFit): number => paginate({ title: '', sections: [sectionOf(letter, office, form, numbering, today, fit)] }).length;
  const pagesBefore = pagesWith(usualFit);
  for (const fit of pagesBefore > 1 ? tighterFits : []) {
    const pages = pagesWith(fit);
    if (pages < pagesBefore) return { fit, pagesBefore, pages };
  }
  return { fit: usualFit, pagesBefore, pages: pagesBefore };
}

function letterSection(letter: Letter, office: Office, form: LetterForm, numbering: Numbering, today: IsoDate): Section {
  const fit = letter.fitPage ? fitLetter(letter, office, form, numbering, today).fit : usualFit;
  return sectionOf(letter, office, form, numbering, today, fit);
}

function sectionOf(letter: Letter, office: Office, form: LetterForm, numbering: Numbering, today: IsoDate, fit: PageFit): Section {
  const page = pageGeometry();
  const width = textWidthOf(page);
  return {
    kind: 'letter',
    ordinal: 0,
    page,
    blocks: [
      layoutHead(letter, office, numbering, today, width),
      ...layoutTitle(letter, width),
      ...layoutAddressees(letter.addressees, width),
      ...layoutBody(letter.body, letter.typeName !== officialLetterType, fit),
      layoutFoot(letter, form, width, fit),
    ],
    firstPageFoot: form.showContacts ? layoutContacts(office, width) : [],
  };
}
