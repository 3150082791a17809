import { exactSum, formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { cellsOf, type Appendix, type AppendixColumn, type Cell, type Row } from './letter.ts';
import { numberInCell } from './number-in-cell.ts';
import { readTable, takesOrdinal } from './row-kind.ts';
import { isOrdinal, typedOrdinalCell } from './row-outline.ts';

/** The label of the computed last row. */
export const totalLabel = 'Tổng cộng';

/** What stands in a place of the table: an ordinal, the number of a group («I»), a text, a number, or nothing. `cell` counts cells of the row. */
export type TablePlace =
  | { kind: 'ordinal'; value: number }
  | { kind: 'mark'; value: string }
  | { kind: 'text'; value: string; cell: number; bold?: boolean }
  | { kind: 'number'; value: number; cell: number }
  | { kind: 'empty'; cell: number };

/** Every row with its places; heads, sums and parts take no ordinal, and a numbered head starts the count anew. */
export function placesOfRows(table: Pick<Appendix, 'columns' | 'rows'>): TablePlace[][] {
  const { columns, rows } = table;
  const reading = readTable(table);
  let ordinal = 0;
  return rows.map((row, at) => {
    const read = reading.rows[at];
    if (read?.kind === 'group' && startsAnew(columns, row)) ordinal = 0;
    return placesOf(columns, row, read && takesOrdinal(read) ? (ordinal += 1) : null);
  });
}

const numbered = /^\s*(?:\*\*)?\s*(?:[IVX]+|[A-HĐ])\s*[.)/:–-]/u;

/** Whether the rows under a head are counted from 1: it has a number of its own. */
function startsAnew(columns: readonly AppendixColumn[], row: Row): boolean {
  if (!Array.isArray(row)) return 'group' in row;
  const name = columns.filter(({ kind }) => kind !== 'ordinal').findIndex(({ kind }) => kind === 'text');
  return numbered.test(String(row[name] ?? ''));
}

/** A cell that is bold from end to end, in the stars of the body. */
const wholeBold = /^\*\*(?! )([^*]+)(?<! )\*\*$/su;

/** One row with a place for every column; a number that cannot be told stays the text it is. */
export function placesOf(columns: readonly AppendixColumn[], row: Row, ordinal: number | null): TablePlace[] {
  const { cells, mark } = withMark(columns, row);
  let cell = -1;
  return columns.map((column): TablePlace => {
    if (column.kind === 'ordinal') {
      if (mark !== null) return { kind: 'mark', value: mark };
      return ordinal === null ? { kind: 'empty', cell: 0 } : { kind: 'ordinal', value: ordinal };
    }
    cell += 1;
    const value = cells[cell] ?? null;
    if (value === null || value === '') return { kind: 'empty', cell };
    if (column.kind === 'number') {
      const number = numberInCell(value);
      if (typeof number === 'number') return { kind: 'number', value: number, cell };
      if (number === null) return { kind: 'empty', cell };
    }
    if (typeof value === 'number') return { kind: 'text', value: formatVietnameseNumber(value), cell };
    const inner = wholeBold.exec(value.trim())?.[1];
    return inner === undefined ? { kind: 'text', value: value.trim(), cell } : { kind: 'text', value: inner, cell, bold: true };
  });
}

/** The number a head was given, for the ordinal column; where there is none it stands before the head's name. */
function withMark(columns: readonly AppendixColumn[], row: Row): { cells: Cell[]; mark: string | null } {
  const cells = cellsOf(row);
  if (Array.isArray(row) || !('group' in row) || row.group.trim() === '') return { cells, mark: null };
  const group = row.group.trim();
  const cellColumns = columns.filter(({ kind }) => kind !== 'ordinal');
  const ordinalCell = typedOrdinalCell(columns);
  if (ordinalCell >= 0 && isOrdinal(group)) return { cells: cells.with(ordinalCell, cells[ordinalCell] ?? group), mark: null };
  if (cellColumns.length < columns.length && isOrdinal(group)) return { cells, mark: group };
  const at = cellColumns.findIndex(({ kind }, cell) => kind === 'text' && cell !== ordinalCell);
  if (at < 0) return { cells, mark: group };
  const name = String(cells[at] ?? '').trim();
  if (name.startsWith(group)) return { cells, mark: null };
  return { cells: Array.from({ length: Math.max(cells.length, at + 1) }, (_, cell) => (cell === at ? [isOrdinal(group) ? group.replace(/[.)]?$/u, '.') : group, name].filter((part) => part !== '').join(' ') : (cells[cell] ?? null))), mark: null };
}

/** A row as wide as its table: a head or a sum may be given fewer cells, a head its number apart from them. */
export function fullRow(columns: readonly AppendixColumn[], row: Row): Row {
  if (Array.isArray(row)) return row;
  const width = columns.filter(({ kind }) => kind !== 'ordinal').length;
  const ordinalCell = typedOrdinalCell(columns);
  const { cells } = row;
  const placed = 'group' in row && ordinalCell >= 0 && cells.length === width - 1 ? cells.toSpliced(ordinalCell, 0, row.group.trim()) : cells;
  return placed.length >= width ? { ...row, cells: placed } : { ...row, cells: [...placed, ...Array.from({ length: width - placed.length }, () => null)] };
}

/** The sums of the columns that ask for one (null elsewhere), or null when none does. */
export function totalsOf(table: Pick<Appendix, 'columns' | 'rows'>): (number | null)[] | null {
  const { columns, rows } = table;
  if (!columns.some((column) => column.total && column.kind === 'number')) return null;
  const reading = readTable(table);
  const counted = rows.filter((_, at) => reading.rows[at]?.counted).map(cellsOf);
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
  const ordinalCell = typedOrdinalCell(columns);
  let cell = -1;
  const text = columns.findIndex((column) => {
    if (column.kind !== 'ordinal') cell += 1;
    return column.kind === 'text' && cell !== ordinalCell;
  });
  return text >= 0 ? text : columns.findIndex((column) => !(column.total && column.kind === 'number'));
}
