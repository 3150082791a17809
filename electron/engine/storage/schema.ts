import type { Generated } from 'kysely';

/** The tables as Kysely sees them; migrations make them. Instants and days are local ISO texts, JSON is text. */
export interface Database {
  setting: { key: string; value: string };
  agency: { id: Generated<number>; name: string; shortName: string; abbreviation: string; kind: string };
  book: { kind: 'incoming' | 'outgoing'; series: string; year: number; next: number; startedAt: string | null };
  outgoing: {
    id: Generated<number>;
    status: 'draft' | 'issued' | 'cancelled';
    series: string;
    year: number;
    codeNumber: number | null;
    codeNotation: string;
    typeName: string;
    issuedDate: string | null;
    subject: string;
    priority: number;
    addressees: string;
    signerName: string | null;
    appendixCount: number;
    cancelReason: string | null;
    /** The whole letter, JSON. */
    content: string;
    /** Office and letter form at the moment of issue, JSON. */
    issuedAs: string | null;
    /** What the list is ordered by, newest greatest. */
    position: string;
    updatedAt: string;
    /** Grows with every change of the line. */
    revision: Generated<number>;
  };
  outgoingHistory: { id: Generated<number>; outgoingId: number; at: string; who: string; act: 'draft' | 'update' | 'issue' | 'cancel' | 'restore'; reason: string | null };
  outgoingFile: { outgoingId: number; role: 'letter' | 'appendix-docx' | 'appendix-xlsx'; ordinal: number; name: string; size: number; sha256: string };
  outgoingCount: { year: number; status: 'draft' | 'issued' | 'cancelled'; amount: number };
}
