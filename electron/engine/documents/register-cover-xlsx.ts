import type ExcelJS from 'exceljs';
import type { BookCover } from '../../../shared/report/book-cover.ts';
import { bookPage, bookWidthMm, coverFrame, coverRules, type CoverLineRule } from '../../../shared/report/book-page.ts';
import { coverLines } from './cover-lines.ts';
import { asText, columnWidth, excelLine, inches, times } from './excel-units.ts';

const double = { style: 'double' } as const;
const points = (mm: number): number => (mm / 25.4) * 72;

/** The cover as a sheet of its own: the frame of the decree in the middle of the paper. */
export function addCoverSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, cover: BookCover): void {
  const worksheet = workbook.addWorksheet('Bìa', {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      margins: { top: inches(bookPage.topMm), bottom: inches(bookPage.bottomMm), left: inches(bookPage.leftMm), right: inches(bookPage.rightMm), header: inches(bookPage.headerMm), footer: inches(bookPage.footerMm) },
    },
  });
  // the streaming writer cannot say «centred on the page»: room is left at the side and above instead
  worksheet.getColumn(1).width = columnWidth((bookWidthMm - coverFrame.widthMm) / 2);
  worksheet.getColumn(2).width = columnWidth(coverFrame.widthMm);
  const above = worksheet.getRow(1);
  above.height = points((bookPage.heightMm - bookPage.topMm - bookPage.bottomMm - coverFrame.heightMm) / 2);
  above.commit();
  const rows = coverRows(cover);
  rows.forEach(({ text, rule, heightPt }, at) => {
    const row = worksheet.getRow(at + 2);
    row.height = heightPt;
    const cell = row.getCell(2);
    cell.value = text === '' ? null : asText(text);
    cell.style = {
      font: { name: times, family: 1, size: rule.sizePt, bold: rule.bold, italic: rule.italic },
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      border: { left: double, right: double, ...(at === 0 ? { top: double } : {}), ...(at === rows.length - 1 ? { bottom: double } : {}) },
    };
    row.commit();
  });
  worksheet.commit();
}

interface CoverRow {
  text: string;
  rule: CoverLineRule;
  heightPt: number;
}

/** The lines, with rows of nothing for the room between them and down to the frame's lower edge. */
function coverRows(cover: BookCover): CoverRow[] {
  const rows = coverLines(cover, excelLine).flatMap(({ text, rule, beforePt, heightPt }): CoverRow[] => [...(beforePt > 0 ? [{ text: '', rule, heightPt: beforePt }] : []), { text, rule, heightPt }]);
  const rest = points(coverFrame.heightMm) - rows.reduce((sum, { heightPt }) => sum + heightPt, 0);
  return rest > 0 ? [...rows, { text: '', rule: coverRules.volume, heightPt: rest }] : rows;
}
