import { PDFDocument } from '@cantoo/pdf-lib';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { arrivalStamp, stampFrame, type StampFacts } from './arrival-stamp.ts';
import type { DocumentMeta } from './core-properties.ts';
import { drawStamp, pointsPerMm } from './draw-stamp.ts';
import type { StampFonts } from './stamp-type.ts';

/** Upright sheets, mm. */
export const stampPapers = { A3: { widthMm: 297, heightMm: 420 }, A4: { widthMm: 210, heightMm: 297 }, A5: { widthMm: 148, heightMm: 210 } } as const;
export type StampPaper = keyof typeof stampPapers;

/** Where the stamp's upper left corner stands, mm from the upper left corner of the sheet. */
export interface StampPlace {
  xMm: number;
  yMm: number;
}

/** A sheet with the stamp alone, printed over the paper that arrived (PL IV mục V). A Refusal when it would not lie on it. */
export async function buildArrivalStampPdf(facts: StampFacts, paper: StampPaper, place: StampPlace, fonts: StampFonts, meta: DocumentMeta): Promise<Uint8Array> {
  const { widthMm, heightMm } = stampPapers[paper];
  refuseOutside(place, widthMm, heightMm);
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(meta.title);
  document.setAuthor(meta.author);
  document.setCreationDate(meta.created);
  document.setModificationDate(meta.created);
  const page = document.addPage([widthMm * pointsPerMm, heightMm * pointsPerMm]);
  const matrix = [1, 0, 0, 1, place.xMm * pointsPerMm, (heightMm - place.yMm - stampFrame.heightMm) * pointsPerMm] as const;
  await drawStamp(document, page, arrivalStamp(facts), fonts, 'black', matrix);
  return document.save();
}

const shown = (mm: number): string => String(Math.round(mm)).replace('.', ',');

/** The stamp lies wholly on its page, or not at all. */
export function refuseOutside({ xMm, yMm }: StampPlace, widthMm: number, heightMm: number): void {
  // a hair over the edge is rounding
  const slackMm = 0.01;
  if (xMm >= 0 && yMm >= 0 && xMm + stampFrame.widthMm <= widthMm + slackMm && yMm + stampFrame.heightMm <= heightMm + slackMm) return;
  throw new Refusal('INPUT_INVALID', `Dấu «ĐẾN» đặt cách mép trái ${shown(xMm)} mm, mép trên ${shown(yMm)} mm thì ra ngoài trang ${shown(widthMm)} × ${shown(heightMm)} mm; dấu rộng 50 mm, cao 35 mm.`, {
    problems: [{ field: xMm + stampFrame.widthMm > widthMm ? 'xMm' : 'yMm', message: 'Dấu ra ngoài trang.' }],
  });
}
