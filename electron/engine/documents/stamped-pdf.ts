import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { refuseOutside, type StampPlace } from './arrival-stamp-pdf.ts';
import { arrivalStamp, stampFrame, type StampFacts } from './arrival-stamp.ts';
import { drawStamp, pointsPerMm, type StampMatrix } from './draw-stamp.ts';
import { findPdfPage, type PageShape, refuseUnfitPage, shapeOfPage } from './find-pdf-page.ts';
import type { StampFonts } from './stamp-type.ts';

/**
 * A copy of a PDF with the stamp on one page, where the reader sees it: turned pages and cut edges are respected. What is
 * added is appended to the file, so that the copy begins with the bytes of the original and a digital signature in it still
 * tells of the original. Refused when it cannot be read, is locked, or has no such page.
 */
export async function buildStampedPdf(original: Uint8Array, pageNumber: number, place: StampPlace, facts: StampFacts, fonts: StampFonts): Promise<Uint8Array> {
  const document = await open(original);
  const { leaf } = findPdfPage(document, pageNumber);
  refuseUnfitPage(leaf);
  const matrix = matrixOn(shapeOfPage(leaf), place);
  try {
    const page = document.getPages()[pageNumber - 1];
    // the library leaves out what it does not take for a page: then its count is another
    if (page?.node !== leaf) throw unreadable();
    await drawStamp(document, page, arrivalStamp(facts), fonts, 'red', matrix);
    return await document.commit();
  } catch (error) {
    // the same stamp is drawn on a sheet of our own: what fails here is the file
    throw error instanceof Refusal ? error : unreadable(error);
  }
}

const unreadable = (cause?: unknown): Refusal => new Refusal('FILE_UNREADABLE', 'Tệp PDF hỏng nên không đóng dấu được. Quét lại bản giấy, hoặc in tờ dấu «ĐẾN» rời rồi đóng lên bản giấy.', {}, cause);

/** Where a PDF says where to begin reading it: at its end, with some room for what scanners add. */
const endBytes = 2048;

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  // a file cut short has lost its end; what can be pieced together of it is not the file
  if (!Buffer.from(bytes.subarray(-endBytes)).includes('startxref')) throw unreadable();
  refuseCountless(bytes);
  try {
    return await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
  } catch (error) {
    if (error instanceof EncryptedPDFError) {
      throw new Refusal('NOT_ALLOWED', 'Tệp PDF đặt mật khẩu hoặc khóa sửa nên không đóng dấu được. In tờ dấu «ĐẾN» rời, hoặc dùng tệp không khóa.', {}, error);
    }
    throw unreadable(error);
  }
}

/** Most objects of a file that is stamped: a volume of scans of the largest size that is kept has some tens of thousands. */
const mostObjects = 2_000_000;
/** Tables of objects say how many there are before a single one is read: each would be entered, file or no file. */
const countEntries = ['/Index', '/Size'];
const countLetters = 400;

/** Refuses a file that says it has more objects than any file of paper can have. */
function refuseCountless(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const entry of countEntries) {
    for (let at = file.indexOf(entry); at >= 0; at = file.indexOf(entry, at + 1)) {
      const said = /^\s*(?:\[([\d\s]*)|(\d+))/.exec(file.toString('latin1', at + entry.length, at + entry.length + countLetters));
      const counts = (said?.[1] ?? said?.[2] ?? '').trim().split(/\s+/).map(Number);
      if (counts.some((count) => count > mostObjects)) throw new Refusal('FILE_UNREADABLE', 'Tệp PDF khai nhiều đối tượng hơn mọi tệp có thật nên không mở, không đóng dấu được. In lại tệp thành PDF mới hoặc quét lại bản giấy.');
    }
  }
}

/** Puts the stamp onto the page as it is seen: its visible part, turned as the reader turns it, in its own unit. */
function matrixOn({ x, y, width, height, turn, unit }: PageShape, place: StampPlace): StampMatrix {
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
