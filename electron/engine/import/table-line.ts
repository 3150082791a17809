import { codeKeyOf, organKeyOf } from '../../../shared/domain/double-key.ts';
import { commonSeries, seriesOf, type SeriesRule } from '../../../shared/domain/numbering.ts';
import type { BookKind } from '../../../shared/domain/import/book-fields.ts';
import type { OldLine } from '../../../shared/domain/import/old-line.ts';
import { emptyLetter } from '../../../shared/letter/letter.ts';
import type { ImportedIncoming, ImportedLine, ImportedOutgoing } from '../storage/import-lines.ts';

/** Where lines stand whose number nobody knows: no number is given or taken in it. */
export const unknownSeries = 'không rõ số đến';

/** What lines of a table take from their surroundings. */
export interface TableRules {
  series: readonly SeriesRule[];
  today: string;
}

/** A line of an old book as its table wants it, but for what the book it comes into gives it. */
export const tableLine = (line: OldLine, importKey: string, book: BookKind, rules: TableRules): ImportedLine => (book === 'incoming' ? incomingLine(line, importKey, rules) : outgoingLine(line, importKey, rules));

/** A due date of an old line still ahead: somebody has yet to settle it. What is past is taken for settled. */
const handlingOf = (line: OldLine, today: string): 'waiting' | 'handed' | 'done' => (line.dueDate === null || line.dueDate < today || line.cancelled !== null ? 'done' : line.handedDate !== null || line.toPlaces !== '' ? 'handed' : 'waiting');

function incomingLine(line: OldLine, importKey: string, { today }: TableRules): ImportedIncoming {
  return {
    status: line.cancelled === null ? 'registered' : 'cancelled', series: line.numberUnknown ? unknownSeries : commonSeries, year: line.year, arrivalNumber: line.number, numberSuffix: line.suffix,
    arrivalDate: line.arrivalDate ?? `${line.year}-12-31`, organName: line.organName, code: line.code, codeNumber: line.codeNumber, codeNotation: line.codeNotation,
    issuedDate: line.issuedDate, typeName: line.typeName, subject: line.subject, signerName: line.signer, signerPosition: null, signerCompetence: null, priority: line.priority,
    pages: line.pages, copies: line.copies, toPlaces: line.toPlaces, handedDate: line.handedDate, handedTo: null, receipt: line.receipt, dueDate: line.dueDate,
    handling: handlingOf(line, today), needsReply: 0, replyId: null, note: line.numberUnknown ? [unknownSeries, line.note].filter(Boolean).join('; ') : line.note, cancelReason: line.cancelled, doubleReason: null, backdated: null,
    importKey, organKey: organKeyOf(line.organName), codeKey: codeKeyOf(line.code),
  };
}

const namesIn = (text: string): string[] => text.split(/[;\n]/).map((name) => name.trim()).filter(Boolean);

function outgoingLine(line: OldLine, importKey: string, { series }: TableRules): ImportedOutgoing {
  const typeName = line.typeName ?? '';
  const letter = {
    ...emptyLetter(line.codeNotation), typeName, issuedDate: line.issuedDate, subject: line.subject, addressees: namesIn(line.addressees),
    recipients: namesIn(line.toPlaces).map((name) => ({ name, purpose: null })), archive: { units: line.archiveUnits, drafter: null, copies: line.copies },
    signer: { competence: null, position: '', fullName: line.signer },
  };
  return {
    origin: 'old-book', status: line.cancelled !== null ? 'cancelled' : line.handedDate !== null || line.receipt !== null ? 'sent' : 'issued', series: seriesOf(typeName, series), year: line.year,
    codeNumber: line.number, numberSuffix: line.suffix, codeNotation: line.codeNotation, typeName, issuedDate: line.issuedDate, subject: line.subject, priority: line.priority,
    addressees: letter.addressees.join('; '), recipients: letter.recipients.map(({ name }) => name).join('; '), signerName: line.signer, archiveUnits: line.archiveUnits, copies: line.copies,
    appendixCount: 0, sentDate: line.handedDate, receipt: line.receipt, note: line.note, cancelReason: line.cancelled, backdated: null, reservedReason: null, byId: null,
    content: JSON.stringify(letter), issuedAs: null, importKey,
  };
}
