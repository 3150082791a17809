import type { IsoDate } from '../dates.ts';
import type { BookField } from './book-fields.ts';

/** A line of an old book, read: what it says and nothing more. Empty texts are empty, days nobody wrote are null. */
export interface OldLine {
  /** Row of the sheet it came from, from 1. */
  row: number;
  /** Its sheet, where several are read. */
  sheet?: string;
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
  /** 0 thường to 3 hỏa tốc. */
  priority: number;
  /** Fields whose value is no more than likely. */
  unsure: BookField[];
  /** Nobody has said which column holds its number: it stands in the book outside the series. */
  numberUnknown: boolean;
  /** A dispatch kept in the register of secrets: nothing of it is here but that its number is taken. */
  keptApart: boolean;
}

/** Something that was noticed while reading; `leftOut` when the row does not come in because of it. */
export interface LineProblem {
  /** 0 where the whole sheet is spoken of. */
  row: number;
  /** Its sheet, where several are read. */
  sheet?: string;
  /** From 0. */
  column?: number;
  message: string;
  leftOut: boolean;
}
