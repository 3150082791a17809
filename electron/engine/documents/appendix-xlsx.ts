import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { AppendixSheet, SheetCell, SheetLine, SheetRow } from '../../../shared/letter/appendix-sheet.ts';
import type { Align } from '../../../shared/letter/layout-model.ts';
import type { DocumentMeta } from './core-properties.ts';
import { asText, columnWidth, inches, looksLikeFormula, times } from './excel-units.ts';
import { joinParts, zipPart } from './zip-parts.ts';

/** The last column of a sheet, counted from 0: a break goes across all of it. */
const lastColumn = 16_383;
const stylesPath = 'xl/styles.xml';
const line = { style: 'thin' } as const;
const grid = { top: line, bottom: line, left: line, right: line };

/** Draws the sheet of an appendix as an Excel file. */
export async function buildAppendixXlsx(sheet: AppendixSheet, meta: DocumentMeta): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = meta.author;
  workbook.lastModifiedBy = meta.author;
  workbook.title = meta.title;
  workbook.created = meta.created;
  workbook.modified = meta.created;
  const headRow = sheet.lines.length + 1;
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: headRow, showGridLines: false }],
    pageSetup: pageSetup(sheet, headRow),
    // the first page shows no number (PL I mục I khoản 7)
    headerFooter: { differentFirst: true, firstHeader: '', oddHeader: `&C&"${times},Regular"&${sheet.page.pageNumberPt}&P` },
  });
  sheet.columns.forEach((column, at) => (worksheet.getColumn(at + 1).width = columnWidth(column.widthMm)));
  sheet.lines.forEach((one, at) => writeLine(worksheet, one, at + 1));
  writeRow(worksheet, headRow, sheet.head.heightPt, sheet.head.texts.map((value): SheetCell => ({ kind: 'text', value })), () => styleOf(sheet.sizePt, true, 'center'), '');
  const styles = sheet.columns.map((column) => styleOf(sheet.sizePt, false, column.align));
  const sumStyles = sheet.columns.map((column) => styleOf(sheet.sizePt, true, column.align));
  sheet.rows.forEach((row, at) => writeRow(worksheet, headRow + 1 + at, row.heightPt, row.cells, (column) => (row.bold ? sumStyles : styles)[column] ?? {}, ''));
  const counted = rangesOf(sheet.rows, headRow + 1);
  if (sheet.total) {
    const { cells, heightPt } = sheet.total;
    writeRow(worksheet, headRow + 1 + sheet.rows.length, heightPt, cells, (column) => styleOf(sheet.sizePt, true, cells[column]?.kind === 'sum' ? 'right' : 'center'), counted);
  }
  for (const row of sheet.breaks) worksheet.getRow(headRow + 1 + row).addPageBreak(0, lastColumn + 1);
  return withTimes(new Uint8Array(await workbook.xlsx.writeBuffer()), meta.created);
}

/** The arguments of SUM with `#` for the column: the stretches of rows that are counted. */
function rangesOf(rows: readonly SheetRow[], first: number): string {
  const stretches: [number, number][] = [];
  rows.forEach(({ uncounted }, at) => {
    const last = stretches.at(-1);
    if (uncounted) return;
    if (last && last[1] === first + at - 1) last[1] = first + at;
    else stretches.push([first + at, first + at]);
  });
  // SUM takes 255 arguments; a bracket of several is one
  const ranges = stretches.map(([from, to]) => `#${from}:#${to}`);
  const groups = Array.from({ length: Math.ceil(ranges.length / 200) }, (_, at) => ranges.slice(at * 200, (at + 1) * 200).join(','));
  return groups.length > 1 ? groups.map((group) => `(${group})`).join(',') : groups.join('');
}

/** The workbook's own font, which exceljs fixes to another: it gives empty cells their type and columns their measure. */
function withTimes(bytes: Uint8Array, stamp: Date): Uint8Array {
  const parts = unzipSync(bytes);
  const styles = parts[stylesPath];
  if (styles) parts[stylesPath] = strToU8(strFromU8(styles).replace(/<font>(?:(?!<\/font>).)*<name val="Calibri"\/>(?:(?!<\/font>).)*<\/font>/, `<font><sz val="11"/><color theme="1"/><name val="${times}"/><family val="1"/></font>`));
  // entries of folders are left out: Office writes none
  return joinParts(Object.entries(parts).filter(([name]) => !name.endsWith('/')).map(([name, data]) => zipPart(name, data, 6)), stamp);
}

function pageSetup({ page, pagesWide, repeatedColumns, columns }: AppendixSheet, headRow: number): Partial<ExcelJS.PageSetup> {
  return {
    // 9 is A4
    paperSize: 9,
    orientation: page.widthMm > page.heightMm ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: pagesWide,
    // as many pages high as it takes
    fitToHeight: 0,
    printTitlesRow: `${headRow}:${headRow}`,
    ...(pagesWide > 1 && repeatedColumns < columns.length ? { printTitlesColumn: `A:${String.fromCharCode(64 + repeatedColumns)}` } : {}),
    margins: { top: inches(page.topMm), bottom: inches(page.bottomMm), left: inches(page.leftMm), right: inches(page.rightMm), header: inches(page.headerMm), footer: inches(page.footerMm) },
  };
}

const styleOf = (sizePt: number, bold: boolean, align: Align): Partial<ExcelJS.Style> => ({
  font: { name: times, family: 1, size: sizePt, bold },
  alignment: { horizontal: align === 'both' ? 'justify' : align, vertical: 'middle', wrapText: align !== 'right', ...(align === 'left' || align === 'right' ? { indent: 1 } : {}) },
  border: grid,
});

function writeLine(worksheet: ExcelJS.Worksheet, { text, sizePt, bold, italic, align, span, heightPt }: SheetLine, rowNumber: number): void {
  if (span > 1) worksheet.mergeCells(rowNumber, 1, rowNumber, span);
  const row = worksheet.getRow(rowNumber);
  // merged rows never fit themselves to their text
  row.height = heightPt;
  const cell = row.getCell(1);
  cell.value = text === '' ? null : asText(text);
  cell.style = { font: { name: times, family: 1, size: sizePt, bold, italic }, alignment: { horizontal: align, vertical: 'middle', wrapText: true } };
}

function writeRow(worksheet: ExcelJS.Worksheet, rowNumber: number, heightPt: number, cells: readonly SheetCell[], styleAt: (column: number) => Partial<ExcelJS.Style>, summed: string): void {
  const row = worksheet.getRow(rowNumber);
  row.height = heightPt;
  cells.forEach((content, at) => {
    const cell = row.getCell(at + 1);
    const style = styleAt(at);
    cell.style = style;
    switch (content.kind) {
      case 'text':
        cell.value = asText(content.value);
        if (content.bold) cell.style = { ...style, font: { ...style.font, bold: true } };
        // text that looks like a formula stays text when somebody edits the cell
        if (looksLikeFormula(content.value)) cell.style = { ...cell.style, numFmt: '@' };
        break;
      case 'number':
        cell.value = content.value;
        cell.style = { ...style, numFmt: content.format };
        break;
      case 'sum':
        cell.value = summed === '' ? content.value : { formula: `SUM(${summed.replaceAll('#', cell.address.replace(/\d+/g, ''))})`, result: content.value };
        cell.style = { ...style, numFmt: content.format };
        break;
      case 'empty':
        break;
    }
  });
}
