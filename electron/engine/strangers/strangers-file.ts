import type { Cell } from '../../../shared/domain/import/cell.ts';

/** A file of somebody else's making: its bytes pass to the thread that reads it. */
export interface StrangersFile {
  name: string;
  bytes: Uint8Array;
}

/** A list with named columns as it crosses between threads. */
export interface PlainNamedSheet {
  columns: { column: string; header: string; field: string | null }[];
  rows: { row: number; cells: Record<string, Cell>; fault: string | null }[];
}

/** How far a work is: phase, done, total. */
export type Step = readonly [phase: string, done: number, total: number | null];
