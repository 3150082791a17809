import { type RawBuilder, sql } from 'kysely';
import type { incomingSorts, outgoingSorts } from '../../../shared/domain/list-sort.ts';
import type { SortValue } from './sorted-lines.ts';

const plain = (column: string): SortValue => ({ value: sql.ref(column) });
const text = (column: string): SortValue => ({ value: sql.ref(column), asText: true });
/** 0 stands for nothing: such a line has no value to be sorted by. */
const unlessNone = (column: string): SortValue => ({ value: sql`nullif(${sql.ref(column)}, 0)` });

const ranks = (column: string, names: readonly string[]): RawBuilder<number> => sql`CASE ${sql.ref(column)} ${sql.join(names.map((name, rank) => sql`WHEN ${name} THEN CAST(${rank} AS INTEGER)`), sql` `)} END`;

/** What each column of the incoming list is sorted by: what is seen in it. */
export const incomingSortValues: Readonly<Record<(typeof incomingSorts)[number], SortValue>> = {
  // by year, then by number
  number: plain('incoming.sortKey'),
  arrival: plain('incoming.arrivalDate'),
  organName: text('incoming.organName'),
  code: text('incoming.code'),
  issued: plain('incoming.issuedDate'),
  subject: text('incoming.subject'),
  typeName: text('incoming.typeName'),
  people: { value: sql`coalesce(nullif(incoming.toPlaces, ''), incoming.handedTo)`, asText: true },
  handed: plain('incoming.handedDate'),
  due: plain('incoming.dueDate'),
  handling: { value: sql`CASE incoming.status WHEN 'recalled' THEN 3 WHEN 'cancelled' THEN 4 ELSE ${ranks('incoming.handling', ['waiting', 'handed', 'done'])} END` },
  priority: plain('incoming.priority'),
  signer: text('incoming.signerName'),
  receipt: text('incoming.receipt'),
  needsReply: { value: sql`CASE WHEN incoming.replyId IS NOT NULL THEN 2 WHEN incoming.needsReply = 1 THEN 1 END` },
  pages: plain('incoming.pages'),
  copies: plain('incoming.copies'),
  files: unlessNone('incoming.fileCount'),
  note: text('incoming.note'),
};

/** What each column of the outgoing list is sorted by. */
export const outgoingSortValues: Readonly<Record<(typeof outgoingSorts)[number], SortValue>> = {
  // by year, then by number; lines of several series that share a number by their notation
  code: { value: sql`CASE WHEN outgoing.codeNumber IS NOT NULL THEN printf('%d %d%s %s', outgoing.year, outgoing.codeNumber, outgoing.numberSuffix, outgoing.codeNotation) END`, asText: true },
  issued: plain('outgoing.issuedDate'),
  subject: text('outgoing.subject'),
  typeName: text('outgoing.typeName'),
  addressees: text('outgoing.addressees'),
  people: text('outgoing.signerName'),
  recipients: text('outgoing.recipients'),
  archive: text('outgoing.archiveUnits'),
  copies: plain('outgoing.copies'),
  sent: plain('outgoing.sentDate'),
  receipt: text('outgoing.receipt'),
  files: unlessNone('outgoing.fileCount'),
  note: text('outgoing.note'),
  series: text('outgoing.series'),
  status: { value: ranks('outgoing.status', ['draft', 'reserved', 'issued', 'sent', 'corrected', 'replaced', 'recalled', 'cancelled']) },
};
