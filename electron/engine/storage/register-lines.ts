import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { IncomingLine } from './incoming-repository.ts';
import type { OutgoingLine } from './outgoing-repository.ts';
import type { Database } from './schema.ts';

/** Which lines of a year's book are wanted: days inclusive, one series or all. */
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
    ...(series === null ? [] : [sql`${column('series')} = ${series}`]),
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

/** How many lines a span of a book holds, with the days and numbers of its first and last. */
export async function measureBook(database: Kysely<Database>, table: 'incoming' | 'outgoing', span: BookSpan): Promise<{ amount: number; firstDay: string | null; lastDay: string | null; firstNumber: number | null; lastNumber: number | null }> {
  const day = table === 'incoming' ? 'arrivalDate' : 'issuedDate';
  const number = sql.ref(`${table}.${table === 'incoming' ? 'arrivalNumber' : 'codeNumber'}`);
  const { rows } = await sql<{ amount: number; firstDay: string | null; lastDay: string | null; firstNumber: number | null; lastNumber: number | null }>`
    SELECT count(*) AS amount, min(${sql.ref(`${table}.${day}`)}) AS firstDay, max(${sql.ref(`${table}.${day}`)}) AS lastDay, min(${number}) AS firstNumber, max(${number}) AS lastNumber
    FROM ${sql.table(table)} WHERE ${and(conditions(table, day, span))}`.execute(database);
  return rows[0] ?? { amount: 0, firstDay: null, lastDay: null, firstNumber: null, lastNumber: null };
}
