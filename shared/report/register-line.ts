import type { IsoDate } from '../domain/dates.ts';

/** What stands on a line of either book beside the dispatch itself. */
interface AnyLine {
  code: string;
  issuedDate: IsoDate | null;
  typeName: string | null;
  subject: string;
  note: string | null;
  cancelReason: string | null;
  /** Why it was entered on a day before that of the number before it; null when it was not, empty when nobody said. */
  backdated: string | null;
  receipt: string | null;
}

/** A line of the incoming book as its printed forms need it (PL IV mục VI, VIII). */
export interface IncomingLine extends AnyLine {
  kind: 'incoming';
  status: 'registered' | 'cancelled' | 'recalled';
  /** `1247`, `12a`: the arrival number as printed. */
  number: string;
  arrivalDate: IsoDate;
  organName: string;
  priority: number;
  toPlaces: string;
  handedDate: IsoDate | null;
  dueDate: IsoDate | null;
  handling: 'waiting' | 'handed' | 'done';
  /** Code of the dispatch that answers it. */
  replyCode: string | null;
}

/** A line of the outgoing book as its printed forms need it (PL IV mục I, III). */
export interface OutgoingLine extends AnyLine {
  kind: 'outgoing';
  status: 'reserved' | 'used' | 'issued' | 'sent' | 'corrected' | 'replaced' | 'recalled' | 'cancelled';
  signerName: string | null;
  addressees: string;
  /** Nơi nhận beyond the addressees; empty when they are all. */
  recipients: string;
  archiveUnits: string;
  copies: number | null;
  sentDate: IsoDate | null;
  /** Why the number was kept for later; null when it was not. */
  reservedReason: string | null;
  /** Code of the dispatch that corrects or replaces this one, or took its reserved number. */
  byCode: string | null;
  /** In the post's book, when the line is of one recipient and not of the whole dispatch. */
  posted?: Posted;
}

/** One recipient's envelope as the post took it; its day and receipt are those of the line. */
export interface Posted {
  to: string;
  copies: number | null;
  note: string | null;
  returnedDate: IsoDate | null;
  returnReason: string | null;
}

export type RegisterLine = IncomingLine | OutgoingLine;
