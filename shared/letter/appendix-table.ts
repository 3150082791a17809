import { formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { fitColumns, wordWidths, type ColumnTexts, type FittedColumns } from './appendix-columns.ts';
import { placesOfRows, totalLabel, totalLabelColumn, totalsOf, type TablePlace } from './appendix-rows.ts';
import type { Align, Table, TableCell } from './layout-model.ts';
import type { Appendix, ColumnKind } from './letter.ts';
import { pageGeometry, textWidthOf } from './page-geometry.ts';
import { keptTogether, readTable, standsOut } from './row-kind.ts';
import { freeMeasures, tableSizesPt } from './page-rules.ts';
import { textWidthMm } from './text-width.ts';
import { unbrokenWithin } from './unbroken.ts';

const [usualPt] = tableSizesPt;
const paddingMm = freeMeasures.tablePaddingMm.usual;

/** The ruled table of an appendix with its computed last row, and whether it needs the sheet to lie; none without columns. A list is `lying` anyway and may begin smaller than `usualPt`. What no paper holds is several tables, or with `whole` one wider than its paper. */
export function appendixTable(appendix: Appendix, source: string, { lying = false, fromPt = usualPt, whole = false }: { lying?: boolean; fromPt?: number; whole?: boolean } = {}): { table: Table[]; landscape: boolean } {
  const { columns } = appendix;
  if (columns.length === 0) return { table: [], landscape: lying };
  const places = placesOfRows(appendix);
  const reading = readTable(appendix);
  const bold = reading.rows.map(standsOut);
  const isBold = (row: number, place: TablePlace): boolean => (bold[row] ?? false) || (place.kind === 'text' && (place.bold ?? false));
  const totals = totalsOf(appendix);
  const together = keptTogether(reading.rows, totals !== null);
  const labelAt = totalLabelColumn(columns);
  const totalTexts = totals?.map((total, at) => (total !== null ? formatVietnameseNumber(total) : at === labelAt ? totalLabel : '')) ?? null;
  const texts = columns.map((column, at): ColumnTexts => ({ ...column, texts: places.map((row) => textAt(row[at])), totalText: totalTexts?.[at] ?? '' }));
  const parts = whole ? [wholeTable(texts, lying, fromPt)] : partsOf(texts, lying, fromPt);
  return {
    landscape: parts.some((part) => part.landscape),
    table: parts.map((part): Table => {
      const { sizePt, widthsMm } = part;
      const cell = (where: string, text: string, align: Align, bold = false): TableCell => ({ source: where, runs: [{ text, sizePt, ...(bold ? { bold } : {}) }], align });
      // a sheet is worked with: its texts stay as typed
      const held = (text: string, column: number, isBold = false): string =>
        whole ? text : unbrokenWithin(text, (widthsMm[part.columns.indexOf(column)] ?? Infinity) - 2 * part.paddingMm, (one) => textWidthMm(one, { sizePt, bold: isBold }));
      const ofPart = <T>(row: readonly T[]): T[] => part.columns.flatMap((at) => (row[at] === undefined ? [] : [row[at]]));
      return {
        kind: 'table',
        source,
        widthsMm,
        head: ofPart(columns.map((column, at) => cell(`${source}.columns.${at}`, held(column.header, at, true), 'center', true))),
        rows: places.map((row, rowAt) =>
          ofPart(row.map((place, at) => cell(place.kind === 'ordinal' || place.kind === 'mark' ? `${source}.rows.${rowAt}` : `${source}.rows.${rowAt}.${place.cell}`, place.kind === 'text' ? held(textAt(place), at, isBold(rowAt, place)) : textAt(place), alignOf(columns[at]?.kind ?? 'text'), isBold(rowAt, place)))),
        ),
        total: totalTexts ? ofPart(totalTexts.map((text, at) => cell(`${source}.total`, text, totals?.[at] !== null ? 'right' : 'center', true))) : null,
        together,
        paddingMm: part.paddingMm,
        cellSpacePt: freeMeasures.tableCellSpacePt.usual,
        lineThicknessPt: freeMeasures.tableLineThicknessPt.usual,
      };
    }),
  };
}

interface ChosenPage {
  widthsMm: number[];
  landscape: boolean;
  sizePt: number;
  paddingMm: number;
  fit: FittedColumns['fit'];
}

/**
 * The paper and the size in which every word of the table fits: upright first, then lying, then smaller, then with less
 * padding. What no paper holds is `broken`.
 */
function choosePage(texts: readonly ColumnTexts[], lying: boolean, fromPt: number): ChosenPage {
  const fitted = (landscape: boolean, sizePt: number, padding = paddingMm): ChosenPage => ({
    landscape,
    sizePt,
    paddingMm: padding,
    ...fitColumns(texts, textWidthOf(pageGeometry(landscape)), sizePt, padding),
  });
  const sizes = tableSizesPt.filter((one) => one <= fromPt);
  const tries = [fitted(lying, fromPt)];
  for (const sizePt of sizes) if (tries.every((one) => one.fit !== 'easy')) tries.push(fitted(true, sizePt));
  const usual = tries.find((one) => one.fit === 'easy') ?? tries.find((one, at) => at > 0 && one.fit === 'tight');
  if (usual) return usual;
  const tight = sizes.map((sizePt) => fitted(true, sizePt, freeMeasures.tightTablePaddingMm.usual));
  return tight.find((one) => one.fit !== 'broken') ?? tight.at(-1) ?? fitted(true, usualPt);
}

/** Whether no number of these columns is broken; a word longer than its column may be. */
function numbersWhole({ fit, widthsMm, sizePt, paddingMm: padding }: ChosenPage, texts: readonly ColumnTexts[], columns: readonly number[]): boolean {
  if (fit !== 'broken') return true;
  const words = wordWidths(columns.flatMap((at) => texts[at] ?? []), sizePt, padding);
  return columns.every((at, place) => texts[at]?.kind === 'text' || (widthsMm[place] ?? 0) >= (words[place] ?? 0) - 0.01);
}

/** The columns of a part, by their place in the table, and how they are set. */
interface TablePart extends ChosenPage {
  columns: number[];
}

/** The table in one, as wide as its words and numbers ask for. */
function wholeTable(texts: readonly ColumnTexts[], lying: boolean, fromPt: number): TablePart {
  const page = choosePage(texts, lying, fromPt);
  const columns = texts.map((_, at) => at);
  return page.fit === 'broken' ? { ...page, widthsMm: wordWidths(texts, page.sizePt, page.paddingMm), columns } : { ...page, columns };
}

/**
 * A table wider than any paper goes on in parts one below the other: the first columns, up to the one that names the row,
 * stand in each, and every part takes as many of the others as stay whole.
 */
function partsOf(texts: readonly ColumnTexts[], lying: boolean, fromPt: number): TablePart[] {
  const all = texts.map((_, at) => at);
  const whole = choosePage(texts, lying, fromPt);
  const name = totalLabelColumn(texts);
  const repeated = texts[name]?.kind === 'text' ? name + 1 : 0;
  if (numbersWhole(whole, texts, all) || repeated === 0 || texts.length - repeated < 2) return [{ ...whole, columns: all }];
  const named = all.slice(0, repeated);
  const chosen = (columns: number[]): ChosenPage => choosePage(columns.flatMap((at) => texts[at] ?? []), true, fromPt);
  const stays = (columns: number[]): boolean => numbersWhole(chosen(columns), texts, columns);
  const groups: number[][] = [];
  for (const at of all.slice(repeated)) {
    const last = groups.at(-1);
    if (last && stays([...named, ...last, at])) last.push(at);
    else groups.push([at]);
  }
  // the same count in each part, so that the last is no narrow strip
  const each = Math.ceil((texts.length - repeated) / groups.length);
  const even = groups.map((_, part) => all.slice(repeated + part * each, repeated + (part + 1) * each)).filter((group) => group.length > 0);
  const set = (sets: number[][]): TablePart[] => sets.map((group) => ({ ...chosen([...named, ...group]), columns: [...named, ...group] }));
  return set(even.every((group) => stays([...named, ...group])) ? even : groups);
}

function textAt(place: TablePlace | undefined): string {
  switch (place?.kind) {
    case 'ordinal':
      return String(place.value);
    case 'text':
    case 'mark':
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
