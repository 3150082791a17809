import type { Appendix, Row } from './letter.ts';
import type { SummedColumn } from './row-figures.ts';
import type { RowMark } from './row-outline.ts';
import type { RowWord } from './row-words.ts';

/**
 * `item` has figures of its own; `group` heads the rows under it and is their sum; `subtotal`, `total` are sums of rows;
 * `part` is made of figures that the row above it already holds; `aside` is no addend (average, sum from an earlier day);
 * `unsure` may be one or the other and is asked about.
 */
export type RowKind = 'item' | 'group' | 'subtotal' | 'total' | 'part' | 'aside' | 'unsure';

export interface ReadRow {
  kind: RowKind;
  /** Whether its figures go into the sum of the table. */
  counted: boolean;
}

/** Something about a row of a table, as a sentence that begins with the row. */
export interface RowFinding {
  row: number;
  message: string;
}

export interface TableReading {
  rows: ReadRow[];
  /** Sums that are printed wrong: nothing goes out with one unless somebody says why. */
  wrong: RowFinding[];
  /** What cannot be told and is asked. */
  asked: RowFinding[];
}

export type Table = Pick<Appendix, 'columns' | 'rows'>;

/** A table while it is read: its rows as they were typed, and what has been found of them. */
export interface TableDesk extends TableReading {
  table: Table;
  columns: SummedColumn[];
  figures: (number | null)[][];
  names: string[];
  words: (RowWord | null)[];
  marks: RowMark[];
  /** Rows that are sums by their words or by what they were given as. */
  isSum: boolean[];
  /** The row each stands under. */
  parent: (number | null)[];
}

/** Whether a row was given as one of a kind. */
export const isGiven = (row: Row | undefined, as: 'group' | 'subtotal' | 'item'): boolean => row !== undefined && !Array.isArray(row) && as in row;

/** How a sentence about a row begins. */
export const rowCalled = ({ names }: TableDesk, row: number): string => `dòng ${row + 1} «${names[row] ?? ''}»`;

/** A row that its writer called one of its own. */
export const isOwn = ({ table }: TableDesk, row: number): boolean => isGiven(table.rows[row], 'item');
