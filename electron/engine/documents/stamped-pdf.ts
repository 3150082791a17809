import { EncryptedPDFError, PDFDocument, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { refuseOutside, type StampPlace } from './arrival-stamp-pdf.ts';
import { arrivalStamp, stampFrame, type StampFacts } from './arrival-stamp.ts';
import { drawStamp, pointsPerMm, type StampMatrix } from './draw-stamp.ts';
import type { StampFonts } from './stamp-type.ts';

/**
 * A copy of a PDF with the stamp on one page, where the reader sees it: turned pages and cut edges are respected. What is
 * added is appended to the file, so that the copy begins with the bytes of the original and a digital signature in it still
 * tells of the original. Refused when it cannot be read, is locked, or has no such page.
 */
export async function buildStampedPdf(original: Uint8Array, pageNumber: number, place: StampPlace, facts: StampFacts, fonts: StampFonts): Promise<Uint8Array> {
  const document = await open(original);
  const count = document.getPageCount();
  const page = document.getPages()[pageNumber - 1];
  if (!page) throw new Refusal('INPUT_INVALID', `Tệp PDF có ${count} trang, không có trang ${pageNumber}.`, { problems: [{ field: 'page', message: `Tệp có ${count} trang.` }] });
  await drawStamp(document, page, arrivalStamp(facts), fonts, 'red', matrixOn(page, place));
  return document.commit();
}

/** Where a PDF says where to begin reading it: at its end, with some room for what scanners add. */
const endBytes = 2048;

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  const unreadable = (cause?: unknown): Refusal => new Refusal('FILE_UNREADABLE', 'Tệp PDF hỏng nên không đóng dấu được. Quét lại bản giấy, hoặc in tờ dấu «ĐẾN» rời rồi đóng lên bản giấy.', {}, cause);
  // a file cut short has lost its end; what can be pieced together of it is not the file
  if (!Buffer.from(bytes.subarray(-endBytes)).includes('startxref')) throw unreadable();
  try {
    const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
    // a file without a single page was not read at all
    if (document.getPageCount() === 0) throw unreadable();
    return document;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof EncryptedPDFError) {
      throw new Refusal('NOT_ALLOWED', 'Tệp PDF đặt mật khẩu hoặc khóa sửa nên không đóng dấu được. In tờ dấu «ĐẾN» rời, hoặc dùng tệp không khóa.', {}, error);
    }
    throw unreadable(error);
  }
}

/** Puts the stamp onto the page as it is seen: its visible part, turned as the reader turns it, in its own unit. */
function matrixOn(page: PDFPage, place: StampPlace): StampMatrix {
  const { x, y, width, height } = visibleBox(page);
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const unit = userUnit(page);
  const perMm = pointsPerMm / unit;
  const [seenWidth, seenHeight] = turn === 90 || turn === 270 ? [height, width] : [width, height];
  refuseOutside(place, seenWidth / perMm, seenHeight / perMm);
  const right = place.xMm * perMm;
  // the stamp's lower edge, from the top of what is seen
  const down = (place.yMm + stampFrame.heightMm) * perMm;
  const one = 1 / unit;
  switch (turn) {
    case 0:
      return [one, 0, 0, one, x + right, y + height - down];
    case 90:
      return [0, one, -one, 0, x + down, y + right];
    case 180:
      return [-one, 0, 0, -one, x + width - right, y + down];
    case 270:
      return [0, -one, one, 0, x + width - down, y + height - right];
  }
}

/** The crop box as far as it lies on the paper. */
function visibleBox(page: PDFPage): { x: number; y: number; width: number; height: number } {
  const paper = page.getMediaBox();
  const cut = page.getCropBox();
  const left = Math.max(paper.x, cut.x);
  const bottom = Math.max(paper.y, cut.y);
  const right = Math.min(paper.x + paper.width, cut.x + cut.width);
  const top = Math.min(paper.y + paper.height, cut.y + cut.height);
  return right > left && top > bottom ? { x: left, y: bottom, width: right - left, height: top - bottom } : paper;
}

/** Points of one unit of the page (PDF 1.6): large plans are drawn in larger ones. */
function userUnit(page: PDFPage): number {
  const unit = page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber();
  return unit !== undefined && unit > 0 ? unit : 1;
}
