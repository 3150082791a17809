import type { Kysely } from 'kysely';
import type { Hit } from '../../../shared/contract/search.ts';
import { readCitation } from '../../../shared/domain/citation.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { foldVietnamese, lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { codeOfLine, incomingTexts, outgoingTexts } from './indexed-texts.ts';
import type { IncomingLine } from './incoming-repository.ts';
import type { OutgoingLine } from './outgoing-repository.ts';
import { readPage } from './register-page.ts';
import { type IndexedTexts, indexColumns, isMarked, wordsIn } from './index-row.ts';
import { searchQuery, type SearchQuery } from './register-search.ts';
import type { Database } from './schema.ts';
import { spellOut } from './spell-out.ts';

const incomingColumns = ['id', 'sortKey', 'status', 'year', 'arrivalNumber', 'numberSuffix', 'arrivalDate', 'issuedDate', 'code', 'subject', 'organName', 'toPlaces', 'handedTo', 'signerName', 'signerPosition', 'typeName', 'note', 'receipt'] as const;
const outgoingColumns = ['id', 'sortKey', 'status', 'year', 'codeNumber', 'numberSuffix', 'codeNotation', 'issuedDate', 'subject', 'addressees', 'signerName', 'recipients', 'typeName', 'archiveUnits', 'note', 'receipt', 'reservedReason', 'content'] as const;

/**
 * The lines of both books that a text finds; a text that cites one dispatch («Công văn số 9187/STC-QLNS ngày 25/11/2026»)
 * finds that one by its number, notation and day, and only where there is none the words of the citation.
 */
export async function findEverywhere(database: Kysely<Database>, text: string, limit: number): Promise<Hit[]> {
  const citation = readCitation(text);
  if (citation === null) return findText(database, text, limit, searchQuery(text));
  const words = [citation.number, citation.notation ?? ''].join(' ').trim();
  const cited = await findText(database, words, mostCited, searchQuery(undefined, { code: words }));
  const own = cited.filter((hit) => numberOf(hit) === citation.number);
  if (own.length === 0) return findText(database, text, limit, searchQuery(text));
  const fits = ({ code, documentDate }: Hit): number =>
    Number(citation.notation !== null && compact(code).endsWith(compact(citation.notation))) * 2 +
    Number(citation.date !== null ? documentDate === citation.date : citation.year !== null && documentDate?.startsWith(String(citation.year)));
  return own.sort((one, other) => fits(other) - fits(one)).slice(0, limit);
}

/** How many lines of the cited number are looked at: many agencies send one in every year. */
const mostCited = 200;

const numberOf = ({ code, number, kind }: Hit): string => compact(kind === 'outgoing' ? (number ?? '') : (code.split(/[/-]/)[0] ?? ''));

/**
 * The lines of both books that a text finds: the number typed first, then exact tones, then the newest. Neither book takes
 * more than half of the places while the other can fill its own.
 */
async function findText(database: Kysely<Database>, text: string, limit: number, query: SearchQuery | null | undefined): Promise<Hit[]> {
  if (!query) return [];
  const incoming = await readPage<Pick<IncomingLine, (typeof incomingColumns)[number]>>(database, 'incoming', incomingColumns, { query: await spellOut(database, 'incoming', query), conditions: [] }, limit, { offset: 0 });
  const outgoing = await readPage<Pick<OutgoingLine, (typeof outgoingColumns)[number]>>(database, 'outgoing', outgoingColumns, { query: await spellOut(database, 'outgoing', query), conditions: [] }, limit, { offset: 0 });
  const inBook: Hit[] = incoming.rows.map((row) => ({ kind: 'incoming' as const, id: row.id, code: row.code, number: numberWithSuffix(row.arrivalNumber, row.numberSuffix), year: row.year, subject: row.subject, organName: row.organName, date: row.arrivalDate, documentDate: row.issuedDate, status: row.status, ...whereFound(text, incomingTexts(row, [])) }));
  const outBook: Hit[] = outgoing.rows.map((row) => ({ kind: 'outgoing' as const, id: row.id, code: codeOfLine(row) ?? '', number: row.codeNumber === null ? null : numberWithSuffix(row.codeNumber, row.numberSuffix), year: row.year, subject: row.subject, organName: row.addressees, date: row.issuedDate, documentDate: row.issuedDate, status: row.status, ...whereFound(text, outgoingTexts(row, (JSON.parse(row.content) as Letter).signer.position, [])) }));
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
