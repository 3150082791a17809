import { BorderStyle, Paragraph as WordParagraph, Table as WordTable, TableCell as WordCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { Columns, Paragraph, Rule, Table, TableCell } from '../../../shared/letter/layout-model.ts';
import { makeParagraph } from '../../../shared/letter/make-paragraph.ts';
import { tinyParagraph, wordParagraph, wordRule } from './word-paragraph.ts';
import { dxaColumns, dxaOfMm, eighthsOfPt } from './word-units.ts';
import type { WordWriter } from './word-writer.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
const noMargins = { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 };

const dxa = (size: number) => ({ size, type: WidthType.DXA });
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Cells side by side without lines; its rows never break over pages. */
export function wordColumns(columns: Columns): WordTable {
  const widths = dxaColumns(columns.widthsMm);
  return new WordTable({
    width: dxa(sum(widths)),
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: noMargins,
    rows: columns.rows.map(
      (row) => new TableRow({ cantSplit: true, children: row.map((cell, at) => new WordCell({ width: dxa(widths[at] ?? 0), children: cellChildren(cell, columns.widthsMm[at] ?? 0) })) }),
    ),
  });
}

const cellChildren = (cell: (Paragraph | Rule)[], widthMm: number) => (cell.length === 0 ? [tinyParagraph()] : cell.map((block) => (block.kind === 'rule' ? wordRule(block, widthMm) : wordParagraph(block))));

/** A ruled table whose head repeats on every page. Each kind of row is drawn once and then filled, row by row. */
export function writtenTable(table: Table, writer: WordWriter): string {
  const widths = dxaColumns(table.widthsMm);
  const line = { style: BorderStyle.SINGLE, size: eighthsOfPt(table.lineThicknessPt), color: '000000' };
  const padding = dxaOfMm(table.paddingMm);
  const emptyRow = (head: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(head ? { tableHeader: true } : {}),
      children: widths.map((width) => new WordCell({ width: dxa(width), verticalAlign: VerticalAlign.CENTER, children: [new WordParagraph({})] })),
    });
  const drawn = writer.xmlOf(
    new WordTable({
      width: dxa(sum(widths)),
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
      margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: padding, right: padding },
      rows: [emptyRow(true), emptyRow(false)],
    }),
  );
  const [start = '', head = '', body = ''] = drawn.split(/(?=<w:tr>)/);
  const filled = (row: string): ((cells: readonly TableCell[], keepWithNext?: boolean) => string) => {
    const [first = '', ...rest] = row.split('<w:p/>');
    return (cells, keepWithNext = false) =>
      cells.reduce((xml, cell, at) => xml + writer.paragraph({ ...cellParagraph(cell, table.cellSpacePt), keepWithNext }) + (rest[at] ?? ''), first);
  };
  const bodyRow = body.slice(0, body.lastIndexOf('</w:tbl>'));
  const fill = filled(bodyRow);
  // a total never stands alone on a page, a head never at its foot
  const rows = [...table.rows.map((row, at) => fill(row, table.together[at])), ...(table.total ? [fill(table.total)] : [])];
  return `${start}${filled(head)(table.head)}${rows.join('')}</w:tbl>`;
}

const cellParagraph = ({ source, runs, align }: TableCell, spacePt: number): Paragraph => makeParagraph(source, align, runs, { spaceBeforePt: spacePt, spaceAfterPt: spacePt });
