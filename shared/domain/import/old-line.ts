import type { IsoDate } from '../dates.ts';

/** A line of an old book, read: what it says and nothing more. Empty texts are empty, days nobody wrote are null. */
export interface OldLine {
  /** Row of the sheet it came from, from 1. */
  row: number;
  year: number;
  /** Its number in the book, kept as it is. */
  number: number;
  suffix: string;
  /** Null in an outgoing book. */
  arrivalDate: IsoDate | null;
  organName: string;
  code: string;
  codeNumber: string;
  codeNotation: string;
  issuedDate: IsoDate | null;
  typeName: string | null;
  subject: string;
  signer: string | null;
  toPlaces: string;
  handedDate: IsoDate | null;
  receipt: string | null;
  dueDate: IsoDate | null;
  pages: number | null;
  copies: number | null;
  archiveUnits: string;
  addressees: string;
  note: string | null;
  /** What the book says of its being cancelled, or null. */
  cancelled: string | null;
}

/** Something that was noticed while reading; `leftOut` when the row does not come in because of it. */
export interface LineProblem {
  row: number;
  /** From 0. */
  column?: number;
  message: string;
  leftOut: boolean;
}
