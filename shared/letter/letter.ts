import type { Recurrence } from '../domain/recurrence.ts';

/** What a letter says: data only, no layout. Dates are ISO local days; texts are NFC as typed. */

/** 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc (PL VI, Priority). */
export type Priority = 0 | 1 | 2 | 3;

export interface Recipient {
  name: string;
  /** Printed in brackets after the name: `để b/c`. */
  purpose?: string | null | undefined;
}

/** What the last Nơi nhận line is made of; the office's pattern decides how (`LetterForm.archivePattern`). */
export interface ArchiveCopy {
  units: string;
  drafter: string | null;
  copies: number | null;
}

export interface Signer {
  /** `KT. CHỦ TỊCH`; several lines are separated by line feeds (`TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH`). */
  competence: string | null;
  position: string;
  /** Another office of the signer, printed above the name (ô 7b). */
  otherPosition?: string | null | undefined;
  fullName: string | null;
}

export type ColumnKind = 'ordinal' | 'text' | 'number';

export interface AppendixColumn {
  header: string;
  kind: ColumnKind;
  /** Whether the last row carries this column's sum (number columns only). */
  total?: boolean | undefined;
}

/** A cell of a row; ordinal columns take no cell. */
export type Cell = string | number | null;

/**
 * A row of the table, or one whose kind is said: the head of the rows under it with its own number («I»), a sum of rows
 * above it, a row of its own whatever its name.
 */
export type Row = Cell[] | { group: string; cells: Cell[] } | { subtotal: true; cells: Cell[] } | { item: true; cells: Cell[] };

/** The cells of a row, whatever its kind. */
export const cellsOf = (row: Row): Cell[] => (Array.isArray(row) ? row : row.cells);

/** The same kind of row with other cells. */
export const withCells = (row: Row, cells: Cell[]): Row => (Array.isArray(row) ? cells : { ...row, cells });

/** An appendix of one table. */
export interface Appendix {
  title: string;
  columns: AppendixColumn[];
  rows: Row[];
}

/** A table whose rows are all rows by themselves, as the program makes them. */
export interface PlainAppendix extends Appendix {
  rows: Cell[][];
}

/** A duty the letter lays on agencies; `due` is the last day that counts, null while `within` is still to be counted from the day of issue. */
export interface Obligation {
  agencies: string[];
  what: string;
  due: string | null;
  time: string | null;
  recurrence: Recurrence | null;
  until?: string | null | undefined;
  reportTo?: string | null | undefined;
  /** How the letter says it: «trước ngày» or «đến hết ngày». */
  bound?: 'before' | 'through' | null | undefined;
  /** A term instead of a day: `trong 05 ngày làm việc`, counted from the day of issue. */
  within?: { amount: number; unit: 'days' | 'working-days' } | null | undefined;
  /** Figures wanted in the report; none when its form is free. */
  columns?: AppendixColumn[] | undefined;
  /** The sentence of the letter it was read from. */
  sentence?: string | null | undefined;
}

export interface Letter {
  typeName: string;
  codeNotation: string;
  /** Địa danh; the office's own when null. */
  place: string | null;
  issuedDate: string | null;
  subject: string;
  priority: Priority;
  addressees: string[];
  /** One paragraph a line; a leading `1.`, `a)`, `-` sets the level; `**bold**`, `*italic*`, `\*` a star. */
  body: string;
  recipients: Recipient[];
  archive: ArchiveCopy;
  signer: Signer;
  appendices: Appendix[];
  obligations: Obligation[];
  /** «Ép vừa trang»: the free measures of the page are drawn tighter so that the letter takes a page less. */
  fitPage?: boolean | undefined;
}

/** A letter in which nothing has been written yet. */
export const emptyLetter = (codeNotation = ''): Letter => ({
  typeName: 'Công văn',
  codeNotation,
  place: null,
  issuedDate: null,
  subject: '',
  priority: 0,
  addressees: [],
  body: '',
  recipients: [{ name: 'Như trên' }],
  archive: { units: 'VT', drafter: null, copies: null },
  signer: { competence: null, position: '', fullName: null },
  appendices: [],
  obligations: [],
});
