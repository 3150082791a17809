import { exactSum, formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import type { Appendix, AppendixColumn, Cell } from './letter.ts';
import { numberInCell } from './number-in-cell.ts';
import { isCounted, rowKind } from './row-kind.ts';

/** The label of the computed last row. */
export const totalLabel = 'Tổng cộng';

/** What stands in a place of the table: an ordinal, a text, a number, or nothing. `cell` counts cells of the row. */
export type TablePlace = { kind: 'ordinal'; value: number } | { kind: 'text'; value: string; cell: number } | { kind: 'number'; value: number; cell: number } | { kind: 'empty'; cell: number };

/** Every row with its places; sums of rows above take no ordinal. */
export function placesOfRows({ columns, rows }: Pick<Appendix, 'columns' | 'rows'>): TablePlace[][] {
  let ordinal = 0;
  return rows.map((row) => placesOf(columns, row, isCounted(rowKind(columns, row)) ? (ordinal += 1) : null));
}

/** One row with a place for every column; a number that cannot be told stays the text it is. */
export function placesOf(columns: readonly AppendixColumn[], row: readonly Cell[], ordinal: number | null): TablePlace[] {
  let cell = -1;
  return columns.map((column): TablePlace => {
    if (column.kind === 'ordinal') return ordinal === null ? { kind: 'empty', cell: 0 } : { kind: 'ordinal', value: ordinal };
    cell += 1;
    const value = row[cell] ?? null;
    if (value === null || value === '') return { kind: 'empty', cell };
    if (column.kind === 'number') {
      const number = numberInCell(value);
      if (typeof number === 'number') return { kind: 'number', value: number, cell };
      if (number === null) return { kind: 'empty', cell };
    }
    return { kind: 'text', value: typeof value === 'number' ? formatVietnameseNumber(value) : value.trim(), cell };
  });
}

/** The sums of the columns that ask for one (null elsewhere), or null when none does. */
export function totalsOf({ columns, rows }: Appendix): (number | null)[] | null {
  if (!columns.some((column) => column.total && column.kind === 'number')) return null;
  const counted = rows.filter((row) => isCounted(rowKind(columns, row)));
  let cell = -1;
  return columns.map((column) => {
    if (column.kind === 'ordinal') return null;
    cell += 1;
    if (!column.total || column.kind !== 'number') return null;
    const numbers = counted.map((row) => numberInCell(row[cell] ?? null)).filter((value) => typeof value === 'number');
    return exactSum(numbers);
  });
}

/** The column the label of the total stands in: the first text column, else the first without a sum; -1 when all have one. */
export function totalLabelColumn(columns: readonly AppendixColumn[]): number {
  const text = columns.findIndex((column) => column.kind === 'text');
  return text >= 0 ? text : columns.findIndex((column) => !(column.total && column.kind === 'number'));
}
