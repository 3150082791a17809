import type { Kysely } from 'kysely';
import type { Hit } from '../../../shared/contract/search.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { foldVietnamese, lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { codeOfLine, incomingTexts, outgoingTexts } from './indexed-texts.ts';
import type { IncomingLine } from './incoming-repository.ts';
import type { OutgoingLine } from './outgoing-repository.ts';
import { readPage } from './register-page.ts';
import { type IndexedTexts, indexColumns, isMarked, wordsIn } from './index-row.ts';
import { searchQuery } from './register-search.ts';
import type { Database } from './schema.ts';
import { spellOut } from './spell-out.ts';

const incomingColumns = ['id', 'sortKey', 'status', 'year', 'arrivalNumber', 'numberSuffix', 'arrivalDate', 'code', 'subject', 'organName', 'toPlaces', 'handedTo', 'signerName', 'signerPosition', 'typeName', 'note', 'receipt'] as const;
const outgoingColumns = ['id', 'sortKey', 'status', 'year', 'codeNumber', 'numberSuffix', 'codeNotation', 'issuedDate', 'subject', 'addressees', 'signerName', 'recipients', 'typeName', 'archiveUnits', 'note', 'receipt', 'reservedReason', 'content'] as const;

/**
 * The lines of both books that a text finds: the number typed first, then exact tones, then the newest. Neither book takes
 * more than half of the places while the other can fill its own.
 */
export async function findEverywhere(database: Kysely<Database>, text: string, limit: number): Promise<Hit[]> {
  const query = searchQuery(text);
  if (!query) return [];
  const incoming = await readPage<Pick<IncomingLine, (typeof incomingColumns)[number]>>(database, 'incoming', incomingColumns, { query: await spellOut(database, 'incoming', query), conditions: [] }, limit, { offset: 0 });
  const outgoing = await readPage<Pick<OutgoingLine, (typeof outgoingColumns)[number]>>(database, 'outgoing', outgoingColumns, { query: await spellOut(database, 'outgoing', query), conditions: [] }, limit, { offset: 0 });
  const inBook: Hit[] = incoming.rows.map((row) => ({ kind: 'incoming' as const, id: row.id, code: row.code, number: numberWithSuffix(row.arrivalNumber, row.numberSuffix), year: row.year, subject: row.subject, organName: row.organName, date: row.arrivalDate, status: row.status, ...whereFound(text, incomingTexts(row, [])) }));
  const outBook: Hit[] = outgoing.rows.map((row) => ({ kind: 'outgoing' as const, id: row.id, code: codeOfLine(row) ?? '', number: row.codeNumber === null ? null : numberWithSuffix(row.codeNumber, row.numberSuffix), year: row.year, subject: row.subject, organName: row.addressees, date: row.issuedDate, status: row.status, ...whereFound(text, outgoingTexts(row, (JSON.parse(row.content) as Letter).signer.position, [])) }));
  const wanted = compact(text);
  const isNumber = ({ code, number }: Hit): number => Number([code, number ?? '', code.split('/')[0] ?? ''].some((each) => compact(each) === wanted));
  const better = (one: Hit, other: Hit): number => isNumber(other) - isNumber(one) || Number(other.exact) - Number(one.exact) || (other.date ?? '9').localeCompare(one.date ?? '9');
  const share = (own: Hit[], others: Hit[]): Hit[] => own.sort(better).slice(0, Math.max(Math.ceil(limit / 2), limit - others.length));
  return [...share(inBook, outBook), ...share(outBook, inBook)].sort(better).slice(0, limit);
}

/** A number or code as it is compared: without spaces, tones, leading zeros. */
const compact = (text: string): string => foldVietnamese(text).replace(/\s+/g, '').replace(/^0+(?=\d)/, '');

/** In which of a line's texts the words stand, and whether with the very tones that were typed; names of files are not read again, so what stands nowhere else is theirs. */
function whereFound(text: string, texts: IndexedTexts): { matched: string[]; exact: boolean } {
  const typed = wordsIn(lowerVietnamese(text.normalize('NFC')));
  const written = indexColumns.map((column) => ({ column, words: wordsIn(lowerVietnamese(texts[column].filter(Boolean).join(' ').normalize('NFC'))) }));
  const matched = written.filter(({ words }) => typed.some((word) => words.some((each) => foldVietnamese(each).startsWith(foldVietnamese(word)))));
  const exact = typed.filter(isMarked).every((word) => written.some(({ words }) => words.some((each) => each.startsWith(word))));
  return { matched: matched.length === 0 ? ['rest'] : matched.map(({ column }) => column), exact };
}
