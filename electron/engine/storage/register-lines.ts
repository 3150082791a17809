import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { IncomingLine } from './incoming-repository.ts';
import type { OutgoingLine } from './outgoing-repository.ts';
import type { Database } from './schema.ts';

/** Which lines of a year's book are wanted: days inclusive (of sending for what the post took), one series or all. */
export interface BookSpan {
  year: number;
  from: string | null;
  to: string | null;
  series: string | null;
}

/** An incoming line with the code of its answer. */
export type IncomingBookLine = Pick<IncomingLine, 'status' | 'arrivalNumber' | 'numberSuffix' | 'arrivalDate' | 'organName' | 'code' | 'issuedDate' | 'typeName' | 'subject' | 'priority' | 'toPlaces' | 'handedDate' | 'receipt' | 'dueDate' | 'handling' | 'note' | 'cancelReason' | 'backdated'> & {
  replyNumber: number | null;
  replySuffix: string | null;
  replyNotation: string | null;
};

/** An outgoing line with the code of the one that corrects or replaces it. */
export type OutgoingBookLine = Pick<OutgoingLine, 'id' | 'origin' | 'status' | 'series' | 'codeNumber' | 'numberSuffix' | 'codeNotation' | 'issuedDate' | 'typeName' | 'subject' | 'signerName' | 'addressees' | 'recipients' | 'archiveUnits' | 'copies' | 'sentDate' | 'receipt' | 'note' | 'cancelReason' | 'backdated' | 'reservedReason'> & {
  byNumber: number | null;
  bySuffix: string | null;
  byNotation: string | null;
};

/** A sending by post: of a whole dispatch (`ordinal` 0), or to one of its recipients with the day and receipt of that one. */
export type PostBookLine = OutgoingBookLine & {
  ordinal: number;
  postedTo: string | null;
  postedCopies: number | null;
  postedNote: string | null;
  returnedDate: string | null;
  returnReason: string | null;
};

const incomingColumns = ['status', 'arrivalNumber', 'numberSuffix', 'arrivalDate', 'organName', 'code', 'issuedDate', 'typeName', 'subject', 'priority', 'toPlaces', 'handedDate', 'receipt', 'dueDate', 'handling', 'note', 'cancelReason', 'backdated', 'sortKey'];
const outgoingColumns = ['id', 'origin', 'status', 'series', 'codeNumber', 'numberSuffix', 'codeNotation', 'issuedDate', 'typeName', 'subject', 'signerName', 'addressees', 'recipients', 'archiveUnits', 'copies', 'sentDate', 'receipt', 'note', 'cancelReason', 'backdated', 'reservedReason'];

const of = (table: string, columns: readonly string[]): RawBuilder<unknown> => sql.join(columns.map((column) => sql.ref(`${table}.${column}`)));

function conditions(table: 'incoming' | 'outgoing', day: string, { year, from, to, series }: BookSpan): RawBuilder<unknown>[] {
  const column = (name: string): RawBuilder<unknown> => sql.ref(`${table}.${name}`);
  return [
    sql`${column('year')} = ${year}`,
    ...(table === 'outgoing' ? [sql`outgoing.codeNumber IS NOT NULL`] : []),
    ...(from === null ? [] : [sql`${column(day)} >= ${from}`]),
    ...(to === null ? [] : [sql`${column(day)} <= ${to}`]),
    // the plus keeps to the index that gives the lines in order: the one of the numbers would sort the book at every stride
    ...(series === null ? [] : [sql`+${column('series')} = ${series}`]),
  ];
}

const and = (all: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join([...all], sql` AND `);

/** Lines read in one go while a book is walked: few enough that other calls are not kept waiting. */
const stride = 500;

/** The incoming lines of a year in the order of their numbers, a stride at a time; cancelled ones among them. */
export async function* incomingBookLines(database: Kysely<Database>, span: BookSpan, { offset = 0, limit = Number.MAX_SAFE_INTEGER }: { offset?: number; limit?: number } = {}): AsyncGenerator<IncomingBookLine[]> {
  let after = -1;
  let skip = offset;
  for (let left = limit; left > 0; ) {
    const { rows } = await sql<IncomingBookLine & { sortKey: number }>`
      SELECT ${of('incoming', incomingColumns)}, reply.codeNumber AS replyNumber, reply.numberSuffix AS replySuffix, reply.codeNotation AS replyNotation
      FROM incoming LEFT JOIN outgoing AS reply ON reply.id = incoming.replyId
      WHERE ${and([...conditions('incoming', 'arrivalDate', span), sql`incoming.sortKey > ${after}`])}
      ORDER BY incoming.sortKey LIMIT ${Math.min(stride, left)} OFFSET ${skip}`.execute(database);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < Math.min(stride, left)) return;
    left -= rows.length;
    after = last.sortKey;
    skip = 0;
  }
}

/** The numbered outgoing lines of a year in the order of their numbers, a stride at a time; cancelled and kept ones among them. */
export async function* outgoingBookLines(database: Kysely<Database>, span: BookSpan, { offset = 0, limit = Number.MAX_SAFE_INTEGER }: { offset?: number; limit?: number } = {}): AsyncGenerator<OutgoingBookLine[]> {
  let after = { codeNumber: -1, id: 0 };
  let skip = offset;
  for (let left = limit; left > 0; ) {
    const { rows } = await sql<OutgoingBookLine>`
      SELECT ${of('outgoing', outgoingColumns)}, other.codeNumber AS byNumber, other.numberSuffix AS bySuffix, other.codeNotation AS byNotation
      FROM outgoing LEFT JOIN outgoing AS other ON other.id = outgoing.byId
      WHERE ${and([...conditions('outgoing', 'issuedDate', span), sql`(outgoing.codeNumber, outgoing.id) > (${after.codeNumber}, ${after.id})`])}
      ORDER BY outgoing.codeNumber, outgoing.id LIMIT ${Math.min(stride, left)} OFFSET ${skip}`.execute(database);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < Math.min(stride, left)) return;
    left -= rows.length;
    after = { codeNumber: last.codeNumber ?? 0, id: last.id };
    skip = 0;
  }
}

/**
 * What was sent in a year, in the order of its days, a stride at a time: the post takes letters by the day, not by their numbers.
 * Recipients that went by post stand each on a line of its own; a dispatch with none is one line on its own day of sending.
 */
export async function* postBookLines(database: Kysely<Database>, span: BookSpan, { offset = 0, limit = Number.MAX_SAFE_INTEGER }: { offset?: number; limit?: number } = {}): AsyncGenerator<PostBookLine[]> {
  let after = { sentDate: '', codeNumber: -1, id: 0, ordinal: 0 };
  let skip = offset;
  for (let left = limit; left > 0; ) {
    // both halves are read in the order of their days and merged: neither is sorted whole
    const { rows } = await sql<PostBookLine>`
      SELECT ${ofDispatch}, outgoing.sentDate AS sentDate, outgoing.receipt AS receipt, 0 AS ordinal,
        NULL AS postedTo, NULL AS postedCopies, NULL AS postedNote, NULL AS returnedDate, NULL AS returnReason, ${byColumns}
      FROM outgoing LEFT JOIN outgoing AS other ON other.id = outgoing.byId
      WHERE ${and([...sentConditions(span), sql`(outgoing.sentDate, outgoing.codeNumber, outgoing.id) > (${after.sentDate}, ${after.codeNumber}, ${after.id})`])}
      UNION ALL
      SELECT ${ofDispatch}, recipient.sentDate, recipient.receipt, recipient.ordinal,
        recipient.name, recipient.copies, recipient.note, recipient.returnedDate, recipient.returnReason, ${byColumns}
      FROM recipient CROSS JOIN outgoing ON outgoing.id = recipient.outgoingId LEFT JOIN outgoing AS other ON other.id = outgoing.byId
      WHERE ${and([...postedConditions(span, after.sentDate), sql`(recipient.sentDate, outgoing.codeNumber, outgoing.id, recipient.ordinal) > (${after.sentDate}, ${after.codeNumber}, ${after.id}, ${after.ordinal})`])}
      ORDER BY sentDate, codeNumber, id, ordinal LIMIT ${Math.min(stride, left)} OFFSET ${skip}`.execute(database);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < Math.min(stride, left)) return;
    left -= rows.length;
    after = { sentDate: last.sentDate ?? '', codeNumber: last.codeNumber ?? 0, id: last.id, ordinal: last.ordinal };
    skip = 0;
  }
}

// a union is ordered by the names of its columns, so they are written out
const ofDispatch = sql.join(outgoingColumns.filter((column) => column !== 'sentDate' && column !== 'receipt').map((column) => sql`${sql.ref(`outgoing.${column}`)} AS ${sql.ref(column)}`));
const byColumns = sql`other.codeNumber AS byNumber, other.numberSuffix AS bySuffix, other.codeNotation AS byNotation`;

/** A letter of December that went in January stands in the post's book of January. What went to recipients by post stands there for each. */
function sentConditions({ year, from, to, series }: BookSpan): RawBuilder<unknown>[] {
  return [
    sql`outgoing.sentDate IS NOT NULL`,
    sql`outgoing.codeNumber IS NOT NULL`,
    sql`outgoing.sentDate >= ${later(from, `${year}-01-01`)}`,
    sql`outgoing.sentDate <= ${earlier(to, `${year}-12-31`)}`,
    ...(series === null ? [] : [sql`+outgoing.series = ${series}`]),
    sql`NOT EXISTS (SELECT 1 FROM recipient AS posted WHERE posted.outgoingId = outgoing.id AND posted.how = 'post' AND +posted.sentDate IS NOT NULL)`,
  ];
}

/** Recipients that went by post in the span, from the day where the stride begins. */
function postedConditions({ year, from, to, series }: BookSpan, start: string): RawBuilder<unknown>[] {
  return [
    sql`recipient.sentDate >= ${later(start, later(from, `${year}-01-01`))}`,
    sql`recipient.sentDate <= ${earlier(to, `${year}-12-31`)}`,
    sql`recipient.how = 'post'`,
    sql`outgoing.codeNumber IS NOT NULL`,
    ...(series === null ? [] : [sql`+outgoing.series = ${series}`]),
  ];
}

const later = (day: string | null, bound: string): string => (day !== null && day > bound ? day : bound);
const earlier = (day: string | null, bound: string): string => (day !== null && day < bound ? day : bound);

/** What a span of a book holds of one series: how many lines, the days and numbers of its first and last. */
export interface SeriesMeasure {
  series: string;
  amount: number;
  firstDay: string | null;
  lastDay: string | null;
  firstNumber: number;
  lastNumber: number;
}

/** Measures a span of a book, each series by itself, by name. */
export async function measureBook(database: Kysely<Database>, book: 'incoming' | 'outgoing' | 'post', span: BookSpan): Promise<SeriesMeasure[]> {
  if (book === 'post') return measurePost(database, span);
  const table = book;
  const dayName = { incoming: 'arrivalDate', outgoing: 'issuedDate' }[book];
  const day = sql.ref(`${table}.${dayName}`);
  const number = sql.ref(`${table}.${book === 'incoming' ? 'arrivalNumber' : 'codeNumber'}`);
  const { rows } = await sql<SeriesMeasure>`
    SELECT series, count(*) AS amount, min(${day}) AS firstDay, max(${day}) AS lastDay, min(${number}) AS firstNumber, max(${number}) AS lastNumber
    FROM ${sql.table(table)} WHERE ${and(conditions(table, dayName, span))}
    GROUP BY series ORDER BY series`.execute(database);
  return rows;
}

async function measurePost(database: Kysely<Database>, span: BookSpan): Promise<SeriesMeasure[]> {
  const { rows } = await sql<SeriesMeasure>`
    SELECT series, count(*) AS amount, min(day) AS firstDay, max(day) AS lastDay, min(number) AS firstNumber, max(number) AS lastNumber
    FROM (
      SELECT outgoing.series AS series, outgoing.sentDate AS day, outgoing.codeNumber AS number FROM outgoing WHERE ${and(sentConditions(span))}
      UNION ALL
      SELECT outgoing.series, recipient.sentDate, outgoing.codeNumber FROM recipient CROSS JOIN outgoing ON outgoing.id = recipient.outgoingId WHERE ${and(postedConditions(span, ''))}
    ) GROUP BY series ORDER BY series`.execute(database);
  return rows;
}
