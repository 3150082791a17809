import { type PDFDocument, type PDFPage, beginText, closePath, concatTransformationMatrix, endText, lineTo, moveTo, popGraphicsState, pushGraphicsState, rectangle, setFillingRgbColor, setFontAndSize, setLineWidth, setStrokingRgbColor, setTextMatrix, showText, stroke, type PDFOperator } from '@cantoo/pdf-lib';
import { stampFrame, type ArrivalStamp } from './arrival-stamp.ts';
import { stampType, type StampFonts } from './stamp-type.ts';

export const pointsPerMm = 72 / 25.4;

/** A matrix of PDF: (p, q) of the stamp, points from its lower left corner, onto the page. */
export type StampMatrix = readonly [number, number, number, number, number, number];

/** Red like an office's seal, for the screen; black for paper, where red would print grey. */
export type StampInk = 'red' | 'black';
const inks: Record<StampInk, [number, number, number]> = { red: [0.85, 0, 0], black: [0, 0, 0] };

/** Draws the stamp onto a page: 50 × 35 mm from outer edge to outer edge. */
export async function drawStamp(document: PDFDocument, page: PDFPage, stamp: ArrivalStamp, fonts: StampFonts, ink: StampInk, matrix: StampMatrix): Promise<void> {
  const type = await stampType(document, fonts, stamp.texts);
  const keys = new Map<unknown, ReturnType<PDFPage['node']['newFontDictionary']>>();
  const width = stampFrame.widthMm * pointsPerMm;
  const height = stampFrame.heightMm * pointsPerMm;
  const thick = stampFrame.thicknessPt;
  const operators: PDFOperator[] = [
    pushGraphicsState(),
    concatTransformationMatrix(...matrix),
    setStrokingRgbColor(...inks[ink]),
    setFillingRgbColor(...inks[ink]),
    setLineWidth(thick),
    // the outer edge of the frame is the measure of the decree
    rectangle(thick / 2, thick / 2, width - thick, height - thick),
    closePath(),
    stroke(),
  ];
  for (const lineMm of stamp.linesMm) {
    const level = height - lineMm * pointsPerMm;
    operators.push(setLineWidth(thick / 2), moveTo(0, level), lineTo(width, level), stroke());
  }
  operators.push(beginText());
  for (const { text, xMm, baselineMm, sizePt, bold } of stamp.texts) {
    let x = xMm * pointsPerMm;
    for (const { font, text: piece } of type.piecesOf(text, bold)) {
      const key = keys.get(font) ?? page.node.newFontDictionary(font.name, font.ref);
      keys.set(font, key);
      operators.push(setFontAndSize(key, sizePt), setTextMatrix(1, 0, 0, 1, x, height - baselineMm * pointsPerMm), showText(font.encodeText(piece)));
      x += font.widthOfTextAtSize(piece, sizePt);
    }
  }
  page.pushOperators(...operators, endText(), popGraphicsState());
}
