import { AlignmentType, BorderStyle, Document, Footer, HeightRule, LineRuleType, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType, type FileChild } from 'docx';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { BookCover } from '../../../shared/report/book-cover.ts';
import { bookPage, bookTypePt, coverFrame } from '../../../shared/report/book-page.ts';
import type { PrintedRow } from '../../../shared/report/printed-row.ts';
import type { BookDrawing } from './book-drawing.ts';
import { coverLines } from './cover-lines.ts';
import { registerTableXml } from './register-table-xml.ts';
import { packWord } from './word-package.ts';
import { tinyParagraph } from './word-paragraph.ts';
import { dxaOfMm, dxaOfPt, eighthsOfPt } from './word-units.ts';
import { WrittenXml } from './word-xml.ts';

const times = 'Times New Roman';

/** More rows than this fill thousands of pages, which Word lays out for minutes: such a book is printed in parts. */
export const wordRowsMax = 20_000;

/**
 * A printed book as a Word file: the cover, then the register, its two head rows repeated on every page, only long rows go on over a page.
 * A Refusal NOT_ALLOWED above `wordRowsMax` rows.
 */
export async function buildRegisterDocx({ form, cover, meta }: BookDrawing, rows: AsyncIterable<readonly PrintedRow[]>): Promise<Uint8Array> {
  const held: PrintedRow[] = [];
  for await (const part of rows) {
    held.push(...part);
    if (held.length > wordRowsMax) {
      throw new Refusal('NOT_ALLOWED', `Sổ có hơn ${wordRowsMax.toLocaleString('vi-VN')} dòng, Word mở không nổi tệp dài như vậy. Xuất ra Excel, hoặc in từng quý bằng «Từ ngày», «Đến ngày».`);
    }
  }
  const empty = (): Document => bookDocument([], []);
  const document = bookDocument(coverTable(cover), [new WrittenXml(registerTableXml(form, held))]);
  return packWord(document, empty, 'register', meta);
}

function bookDocument(cover: FileChild[], register: FileChild[]): Document {
  const pageNumber = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: bookPage.pageNumberPt * 2 })] })] });
  return new Document({
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: { font: { ascii: times, hAnsi: times, cs: times, eastAsia: times }, size: bookTypePt.row * 2, language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      { properties: { page: landscape }, children: [aboveCover(), ...cover, tinyParagraph()] },
      { properties: { page: { ...landscape, pageNumbers: { start: 1 } } }, footers: { default: pageNumber }, children: [...register, tinyParagraph()] },
    ],
  });
}

// the library turns the two lengths round itself when the sheet lies
const landscape = {
  size: { width: dxaOfMm(bookPage.heightMm), height: dxaOfMm(bookPage.widthMm), orientation: PageOrientation.LANDSCAPE },
  margin: { top: dxaOfMm(bookPage.topMm), bottom: dxaOfMm(bookPage.bottomMm), left: dxaOfMm(bookPage.leftMm), right: dxaOfMm(bookPage.rightMm), header: dxaOfMm(bookPage.headerMm), footer: dxaOfMm(bookPage.footerMm), gutter: 0 },
};

/** Room above the cover, as a paragraph: not every program knows of pages centred from top to bottom. */
const aboveCover = (): Paragraph =>
  new Paragraph({ spacing: { line: dxaOfMm((bookPage.heightMm - bookPage.topMm - bookPage.bottomMm - coverFrame.heightMm) / 2), lineRule: LineRuleType.EXACT } });

/** The cover's frame of two lines, in the middle of its page. */
function coverTable(cover: BookCover): Table[] {
  const width = dxaOfMm(coverFrame.widthMm);
  const edge = { style: BorderStyle.DOUBLE, size: eighthsOfPt(0.75), color: '000000' };
  const lines = coverLines(cover).map(
    ({ text, rule, beforePt }) =>
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: dxaOfPt(beforePt), after: 0 }, children: [new TextRun({ text, size: rule.sizePt * 2, bold: rule.bold, italics: rule.italic })] }),
  );
  const cell = new TableCell({ width: { size: width, type: WidthType.DXA }, children: lines });
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: [width],
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      borders: { top: edge, bottom: edge, left: edge, right: edge },
      rows: [new TableRow({ cantSplit: true, height: { value: dxaOfMm(coverFrame.heightMm), rule: HeightRule.ATLEAST }, children: [cell] })],
    }),
  ];
}
