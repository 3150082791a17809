import { alignOfColumn, columnOrdinals, columnWidths, type BookForm } from '../../../shared/report/book-form.ts';
import { bookTypePt, bookWidthMm, unbrokenLinesMax } from '../../../shared/report/book-page.ts';
import { cellText, isStruck, type PrintedRow } from '../../../shared/report/printed-row.ts';
import { escapeXml } from './escape-xml.ts';
import { lineCounter } from './line-count.ts';
import { dxaColumns, dxaOfMm, dxaOfPt, eighthsOfPt } from './word-units.ts';

const paddingMm = 1;
const cellSpacePt = 2;
/** Rows with nothing in them leave room for handwriting. */
const leastRowPt = 22;
const linePt = 0.5;

/**
 * The table of a book as it stands in word/document.xml. Written here and not drawn by the library: a book has thousands
 * of rows, all of them the same but for their words.
 */
export function registerTableXml(form: BookForm, rows: readonly PrintedRow[]): string {
  const widthsMm = columnWidths(form, bookWidthMm);
  const widths = dxaColumns(widthsMm);
  const headStarts = widths.map((width) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`);
  // a line that goes on over a page begins at its top in every column
  const cellStarts = widths.map((width) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>`);
  const counters = widthsMm.map((widthMm) => lineCounter(widthMm - 2 * paddingMm, bookTypePt.row));
  const spacing = `<w:spacing w:before="${dxaOfPt(cellSpacePt)}" w:after="${dxaOfPt(cellSpacePt)}"/>`;
  const paragraphs = form.columns.map((column) => `<w:p><w:pPr><w:widowControl/>${spacing}${alignOfColumn(column) === 'center' ? '<w:jc w:val="center"/>' : ''}</w:pPr>`);

  const headRow = (texts: readonly string[], bold: boolean): string => {
    const style = `<w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${(bold ? bookTypePt.head : bookTypePt.ordinal) * 2}"/></w:rPr>`;
    const cells = texts.map((text, at) => `${headStarts[at] ?? ''}<w:p><w:pPr>${spacing}<w:jc w:val="center"/></w:pPr><w:r>${style}<w:t>${escapeXml(text)}</w:t></w:r></w:p></w:tc>`);
    return `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${cells.join('')}</w:tr>`;
  };

  const whole = `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${dxaOfPt(leastRowPt)}" w:hRule="atLeast"/></w:trPr>`;
  const breakable = whole.replace('<w:cantSplit/>', '');
  const bodyRow = (row: PrintedRow): string => {
    let cells = '';
    let short = true;
    form.columns.forEach((column, at) => {
      const text = cellText(column, row.cells[at] ?? null);
      short &&= (counters[at]?.(text) ?? 1) <= unbrokenLinesMax;
      cells += `${cellStarts[at] ?? ''}${paragraphs[at] ?? ''}${text === '' ? '' : runXml(text, isStruck(row, at))}</w:p></w:tc>`;
    });
    return `${short ? whole : breakable}${cells}</w:tr>`;
  };

  const line = `w:val="single" w:sz="${eighthsOfPt(linePt)}" w:space="0" w:color="000000"`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${line}/>`).join('');
  const padding = dxaOfMm(paddingMm);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>`,
    `<w:tblCellMar><w:left w:w="${padding}" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
    headRow(form.columns.map(({ header }) => header), true),
    headRow(columnOrdinals(form), false),
    ...rows.map(bodyRow),
    '</w:tbl>',
  ].join('');
}

/** One run; a line feed inside its text is a line break. */
function runXml(text: string, struck: boolean): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  return `<w:r>${struck ? '<w:rPr><w:strike/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`;
}
