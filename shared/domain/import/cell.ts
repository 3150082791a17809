import type { IsoDate } from '../dates.ts';

/** A day that the sheet itself holds as a day, and how many days it is after 30/12/1899, as Excel counts. */
export interface DayCell {
  date: IsoDate;
}

/** A cell that holds no value although something stands in it: a formula's error, or a formula nobody has computed. */
export interface FaultCell {
  fault: string;
}

/** What a cell of an old book holds; null is an empty one. */
export type Cell = string | number | DayCell | FaultCell | null;

/** A row of a sheet or a line of a CSV. */
export interface SheetRow {
  /** Its number as the office sees it, from 1. */
  row: number;
  cells: Cell[];
  hidden: boolean;
}

/** Cells joined into one, rows and columns from 0, both ends included. */
export interface MergedCells {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** One sheet of a workbook, or the whole of a CSV. */
export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows that hold something, in their order. */
  rows: SheetRow[];
  merged: MergedCells[];
  /** Columns whose font belongs to an old encoding, from 0. */
  fonts: ReadonlyMap<number, LegacyFont>;
  /** The sign between the cells of a CSV: one that nobody quoted shifts the cells after it. */
  delimiter?: string;
}

export type LegacyFont = 'tcvn3' | 'vni';

export const isDayCell = (cell: Cell | undefined): cell is DayCell => typeof cell === 'object' && cell !== null && 'date' in cell;
export const isFaultCell = (cell: Cell | undefined): cell is FaultCell => typeof cell === 'object' && cell !== null && 'fault' in cell;

/** A cell as text: what a person would read in it, as far as a value tells. */
export function cellText(cell: Cell | undefined): string {
  if (cell == null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if (isDayCell(cell)) return `${cell.date.slice(8, 10)}/${cell.date.slice(5, 7)}/${cell.date.slice(0, 4)}`;
  return '';
}
