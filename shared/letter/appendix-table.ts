import { formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { fitColumns, type ColumnTexts } from './appendix-columns.ts';
import { placesOf, totalLabel, totalLabelColumn, totalsOf, type TablePlace } from './appendix-rows.ts';
import type { Align, Table, TableCell } from './layout-model.ts';
import type { Appendix, ColumnKind } from './letter.ts';
import { pageGeometry, textWidthOf } from './page-geometry.ts';
import { freeMeasures, tableSizesPt } from './page-rules.ts';

const [usualPt] = tableSizesPt;
const paddingMm = freeMeasures.tablePaddingMm.usual;

/** The ruled table of an appendix with its computed last row, and whether it needs the sheet to lie; none without columns. A list is `lying` anyway and may begin smaller than `usualPt`. */
export function appendixTable(appendix: Appendix, source: string, { lying = false, fromPt = usualPt }: { lying?: boolean; fromPt?: number } = {}): { table: Table[]; landscape: boolean } {
  const { columns, rows } = appendix;
  if (columns.length === 0) return { table: [], landscape: lying };
  const places = rows.map((row, at) => placesOf(columns, row, at));
  const totals = totalsOf(appendix);
  const labelAt = totalLabelColumn(columns);
  const totalTexts = totals?.map((total, at) => (total !== null ? formatVietnameseNumber(total) : at === labelAt ? totalLabel : '')) ?? null;
  const texts = columns.map((column, at): ColumnTexts => ({ ...column, texts: places.map((row) => textAt(row[at])), totalText: totalTexts?.[at] ?? '' }));
  const { widthsMm, landscape, sizePt } = choosePage(texts, lying, fromPt);
  const cell = (where: string, text: string, align: Align, bold = false): TableCell => ({ source: where, runs: [{ text, sizePt, ...(bold ? { bold } : {}) }], align });
  return {
    landscape,
    table: [
      {
        kind: 'table',
        source,
        widthsMm,
        head: columns.map((column, at) => cell(`${source}.columns.${at}`, column.header, 'center', true)),
        rows: places.map((row, rowAt) =>
          row.map((place, at) => cell(place.kind === 'ordinal' ? `${source}.rows.${rowAt}` : `${source}.rows.${rowAt}.${place.cell}`, textAt(place), alignOf(columns[at]?.kind ?? 'text'))),
        ),
        total: totalTexts?.map((text, at) => cell(`${source}.total`, text, totals?.[at] !== null ? 'right' : 'center', true)) ?? null,
        paddingMm,
        cellSpacePt: freeMeasures.tableCellSpacePt.usual,
        lineThicknessPt: freeMeasures.tableLineThicknessPt.usual,
      },
    ],
  };
}

/** The paper and the size in which every word of the table fits: upright first, then lying, then smaller. */
function choosePage(texts: readonly ColumnTexts[], lying: boolean, fromPt: number): { widthsMm: number[]; landscape: boolean; sizePt: number } {
  const fitted = (landscape: boolean, sizePt: number) => ({ landscape, sizePt, ...fitColumns(texts, textWidthOf(pageGeometry(landscape)), sizePt, paddingMm) });
  const tries = [fitted(lying, fromPt)];
  for (const sizePt of tableSizesPt.filter((one) => one <= fromPt)) if (tries.every((one) => one.fit !== 'easy')) tries.push(fitted(true, sizePt));
  return tries.find((one) => one.fit === 'easy') ?? tries.find((one, at) => at > 0 && one.fit === 'tight') ?? tries.at(-1) ?? fitted(true, usualPt);
}

function textAt(place: TablePlace | undefined): string {
  switch (place?.kind) {
    case 'ordinal':
      return String(place.value);
    case 'text':
      return place.value;
    case 'number':
      return formatVietnameseNumber(place.value);
    default:
      return '';
  }
}

/** Where a column's cells stand: ordinals in the middle, numbers right so that figures line up. */
export function alignOf(kind: ColumnKind): Align {
  switch (kind) {
    case 'ordinal':
      return 'center';
    case 'number':
      return 'right';
    case 'text':
      return 'left';
  }
}
