import type { Generated } from 'kysely';
import type { BookYearActName } from '../../../shared/contract/books.ts';
import type { YearState } from '../../../shared/domain/book-years.ts';
import type { Handling, IncomingStatus } from '../../../shared/contract/incoming.ts';
import type { AgencyTable, CalendarDayKind, ObligationTable, OwedTable, RecipientTable, TrackingSubject } from './schema-owed.ts';
import type { HistoryEntry, OutgoingRow, OutgoingStatus, StoredFile } from '../../../shared/contract/outgoing.ts';

type Book = 'incoming' | 'outgoing';

/** How far a kept file's text can be found; see migration 0007. */
export type FileTextState = 'waiting' | 'read' | 'cut' | 'none' | 'unreadable' | 'secret';

/** The tables as Kysely sees them; migrations make them. Instants and days are local ISO texts, JSON is text, flags are 0 or 1. */
export interface Database {
  setting: { key: string; value: string };
  agency: AgencyTable;
  agencyGroup: { id: Generated<number>; name: string; shortName: string; abbreviation: string; aliases: Generated<string>; rule: string | null; validFrom: string | null; validTo: string | null };
  groupMember: { groupId: number; agencyId: number; ordinal: number; validFrom: string | null; validTo: string | null };
  calendarYear: { year: number; confirmed: number; source: string };
  calendarDay: { day: string; year: number; kind: CalendarDayKind; name: string; source: string };
  trackingAct: { id: Generated<number>; at: string; who: string; act: string; reason: string | null; amount: number; undoOf: number | null };
  trackingHistory: { id: Generated<number>; actId: number; subject: TrackingSubject; subjectId: number; changes: string };
  recipient: RecipientTable;
  obligation: ObligationTable;
  obligationDay: { obligationId: number; n: number; day: string; instant: string };
  duty: { id: Generated<number>; obligationId: number; ordinal: number; line: string; agencyId: number | null; name: string; settled: Generated<number>; settledLate: Generated<number>; excused: Generated<number>; firstOpen: Generated<number> };
  owed: OwedTable;
  book: { kind: Book; series: string; year: number; next: number; startedAt: string | null };
  bookYear: { kind: Book; year: number; state: YearState };
  bookYearAct: { id: Generated<number>; at: string; who: string; kind: Book; year: number; act: BookYearActName; reason: string | null };
  outgoing: {
    id: Generated<number>;
    origin: OutgoingRow['origin'];
    /** `used`: a reserved number that has passed to the line `byId`. */
    status: OutgoingStatus | 'used';
    series: string;
    year: number;
    codeNumber: number | null;
    numberSuffix: Generated<string>;
    twin: Generated<number>;
    codeNotation: string;
    typeName: string;
    issuedDate: string | null;
    subject: string;
    priority: number;
    addressees: string;
    recipients: Generated<string>;
    signerName: string | null;
    archiveUnits: Generated<string>;
    copies: number | null;
    appendixCount: number;
    sentDate: string | null;
    receipt: string | null;
    note: string | null;
    cancelReason: string | null;
    backdated: string | null;
    reservedReason: string | null;
    byId: number | null;
    /** The whole letter, JSON; of a line without a letter of ours, what is known of it in the same form. */
    content: string;
    /** Office and letter form at the moment of issue, JSON. */
    issuedAs: string | null;
    fileCount: Generated<number>;
    batch: number | null;
    importKey: string | null;
    /** See sort-key.ts. */
    sortKey: number;
    updatedAt: string;
    /** Grows with every change of the line. */
    revision: Generated<number>;
  };
  outgoingHistory: { id: Generated<number>; outgoingId: number; at: string; who: string; act: Exclude<HistoryEntry['act'], 'import'>; reason: string | null; changes: string | null; actId: number | null };
  outgoingFile: { outgoingId: number; role: StoredFile['role']; ordinal: number; name: string; size: number; sha256: string; removedAt: string | null };
  outgoingCount: { year: number; status: OutgoingStatus; amount: number };
  incoming: {
    id: Generated<number>;
    status: IncomingStatus;
    series: string;
    year: number;
    arrivalNumber: number;
    numberSuffix: Generated<string>;
    twin: Generated<number>;
    arrivalDate: string;
    organName: string;
    code: string;
    codeNumber: string;
    codeNotation: string;
    issuedDate: string | null;
    typeName: string | null;
    subject: string;
    signerName: string | null;
    signerPosition: string | null;
    signerCompetence: string | null;
    priority: number;
    pages: number | null;
    copies: number | null;
    toPlaces: string;
    handedDate: string | null;
    handedTo: string | null;
    receipt: string | null;
    dueDate: string | null;
    handling: Handling;
    needsReply: number;
    replyId: number | null;
    note: string | null;
    cancelReason: string | null;
    doubleReason: string | null;
    backdated: string | null;
    fileCount: Generated<number>;
    batch: number | null;
    importKey: string | null;
    sortKey: number;
    organKey: string;
    codeKey: string;
    updatedAt: string;
    revision: Generated<number>;
  };
  incomingHistory: { id: Generated<number>; incomingId: number; at: string; who: string; act: 'register' | 'update' | 'cancel' | 'restore' | 'recall' | 'attach' | 'detach' | 'undo'; reason: string | null; changes: string | null; actId: number | null };
  incomingFile: { incomingId: number; ordinal: number; name: string; size: number; sha256: string; removedAt: string | null };
  incomingCount: { year: number; status: IncomingStatus; amount: number };
  /** What a kept file says; `packed` is its text in raw deflate. */
  fileText: { sha256: string; state: Generated<FileTextState>; reason: string | null; words: string | null; packed: Buffer | null };
  textBackfill: { book: Book; doneId: number; lastId: number };
  importBatch: { id: Generated<number>; at: string; who: string; book: Book; fileName: string; sha256: string; imported: number; skipped: number; undoneAt: string | null; undoneBy: string | null };
  registerAct: { id: Generated<number>; at: string; who: string; book: Book; act: string; reason: string | null; amount: number; undoOf: number | null };
  usedValue: { field: string; value: string; amount: number; lastAt: string };
  saved: { kind: string; name: string; content: string; updatedAt: string };
}
