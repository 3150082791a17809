import { type Kysely, sql } from 'kysely';
import type { Hit } from '../../../shared/contract/search.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { codeOfLine, type OutgoingLine } from './outgoing-repository.ts';
import { readPage } from './register-page.ts';
import { type BookName, indexColumns, searchQuery } from './register-search.ts';
import type { Database } from './schema.ts';

interface IncomingHit {
  id: number;
  sortKey: number;
  status: string;
  year: number;
  arrivalNumber: number;
  numberSuffix: string;
  arrivalDate: string;
  code: string;
  subject: string;
  organName: string;
}
type OutgoingHit = Pick<OutgoingLine, 'id' | 'sortKey' | 'status' | 'year' | 'codeNumber' | 'numberSuffix' | 'codeNotation' | 'issuedDate' | 'subject' | 'addressees'>;

/** The lines of both books that a text finds, exact tones first, then the newest. */
export async function findEverywhere(database: Kysely<Database>, text: string, limit: number): Promise<Hit[]> {
  const query = searchQuery(text);
  if (!query) return [];
  const filter = { query, conditions: [] };
  const incoming = await readPage<IncomingHit>(database, 'incoming', ['id', 'sortKey', 'status', 'year', 'arrivalNumber', 'numberSuffix', 'arrivalDate', 'code', 'subject', 'organName'], filter, limit, { offset: 0 });
  const outgoing = await readPage<OutgoingHit>(database, 'outgoing', ['id', 'sortKey', 'status', 'year', 'codeNumber', 'numberSuffix', 'codeNotation', 'issuedDate', 'subject', 'addressees'], filter, limit, { offset: 0 });
  const places = { incoming: await whereFound(database, 'incoming', text, query.exact, incoming.rows), outgoing: await whereFound(database, 'outgoing', text, query.exact, outgoing.rows) };
  const hits: Hit[] = [
    ...incoming.rows.map((row) => ({ kind: 'incoming' as const, id: row.id, code: row.code, number: numberWithSuffix(row.arrivalNumber, row.numberSuffix), year: row.year, subject: row.subject, organName: row.organName, date: row.arrivalDate, status: row.status, ...places.incoming(row.sortKey) })),
    ...outgoing.rows.map((row) => ({ kind: 'outgoing' as const, id: row.id, code: codeOfLine(row) ?? '', number: row.codeNumber === null ? null : numberWithSuffix(row.codeNumber, row.numberSuffix), year: row.year, subject: row.subject, organName: row.addressees, date: row.issuedDate, status: row.status, ...places.outgoing(row.sortKey) })),
  ];
  return hits.sort((one, other) => Number(other.exact) - Number(one.exact) || (other.date ?? '9').localeCompare(one.date ?? '9')).slice(0, limit);
}

/** In which columns of the index the words stand, and whether with the very tones: asked of the few lines shown. */
async function whereFound(database: Kysely<Database>, book: BookName, text: string, exact: string | null, rows: readonly { sortKey: number }[]): Promise<(sortKey: number) => { matched: string[]; exact: boolean }> {
  const keys = JSON.stringify(rows.map(({ sortKey }) => sortKey));
  const index = sql.table(`${book}Index`);
  const among = async (query: string): Promise<Set<number>> => {
    const { rows: found } = await sql<{ rowid: number }>`SELECT rowid FROM ${index} WHERE ${index} MATCH ${query} AND rowid IN (SELECT value FROM json_each(${keys}))`.execute(database);
    return new Set(found.map(({ rowid }) => rowid));
  };
  if (rows.length === 0) return () => ({ matched: [], exact: false });
  const columns: [string, Set<number>][] = [];
  for (const column of indexColumns) {
    const words = searchQuery(undefined, { [column]: text })?.all.replaceAll(' AND ', ' OR ');
    if (words) columns.push([column, await among(words)]);
  }
  const toned = exact === null ? null : await among(exact);
  return (sortKey) => ({ matched: columns.filter(([, found]) => found.has(sortKey)).map(([column]) => column), exact: toned === null || toned.has(sortKey) });
}
