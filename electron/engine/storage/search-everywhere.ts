import type { Kysely } from 'kysely';
import type { Hit } from '../../../shared/contract/search.ts';
import { type Citation, readCitation } from '../../../shared/domain/citation.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { foldVietnamese, lowerVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { SentenceSearch, wantedWords, type WantedWord } from '../../../shared/domain/find-sentence.ts';
import { letterTexts, type TextPlace } from '../../../shared/letter/letter-texts.ts';
import { codeOfLine, incomingTexts, outgoingTexts } from './indexed-texts.ts';
import type { IncomingLine } from './incoming-repository.ts';
import type { OutgoingLine } from './outgoing-repository.ts';
import { readPage } from './register-page.ts';
import { type IndexedTexts, indexColumns, isMarked, wordsIn, wordsOnce } from './index-row.ts';
import { fileTextsOf } from './line-texts.ts';
import { type BookName, searchQuery, type SearchQuery, textQuery } from './register-search.ts';
import type { Database } from './schema.ts';
import { spellOut } from './spell-out.ts';

const incomingColumns = ['id', 'sortKey', 'status', 'year', 'arrivalNumber', 'numberSuffix', 'arrivalDate', 'issuedDate', 'code', 'subject', 'organName', 'toPlaces', 'handedTo', 'signerName', 'signerPosition', 'typeName', 'note', 'receipt'] as const;
const outgoingColumns = ['id', 'sortKey', 'status', 'year', 'codeNumber', 'numberSuffix', 'codeNotation', 'issuedDate', 'subject', 'addressees', 'signerName', 'recipients', 'typeName', 'archiveUnits', 'note', 'receipt', 'reservedReason', 'content'] as const;

type IncomingHitLine = Pick<IncomingLine, (typeof incomingColumns)[number]>;
type OutgoingHitLine = Pick<OutgoingLine, (typeof outgoingColumns)[number]>;
/** A hit before it is known where its words stand. */
type PlainHit = Omit<Hit, 'matched' | 'exact' | 'found'>;

/**
 * The lines of both books that a text finds; a text that cites one dispatch («Công văn số 9187/STC-QLNS ngày 25/11/2026»)
 * finds that one by its number, notation and day, then the letters that name it, and only where there is none the words
 * of the citation.
 */
export async function findEverywhere(database: Kysely<Database>, text: string, limit: number): Promise<Hit[]> {
  const citation = readCitation(text);
  const words = citation && [citation.number, citation.notation ?? ''].join(' ').trim();
  const cited = words ? await findCited(database, words, citation) : [];
  if (cited.length === 0) {
    const hits = await findText(database, text, limit, searchQuery(text));
    return withTextHits(database, hits, text, limit);
  }
  const hits = cited.slice(0, limit);
  // a number alone stands in every other table: only a whole code names a dispatch
  return citation?.notation && words ? withTextHits(database, hits, words, limit) : hits;
}

/** The dispatches of a cited number, those of the cited notation and day first. */
async function findCited(database: Kysely<Database>, words: string, citation: Citation): Promise<Hit[]> {
  const cited = await findText(database, words, mostCited, searchQuery(undefined, { code: words }));
  const own = cited.filter((hit) => numberOf(hit) === citation.number);
  const fits = ({ code, documentDate }: Hit): number =>
    Number(citation.notation !== null && compact(code).endsWith(compact(citation.notation))) * 2 +
    Number(citation.date !== null ? documentDate === citation.date : citation.year !== null && documentDate?.startsWith(String(citation.year)));
  return own.sort((one, other) => fits(other) - fits(one));
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
  const incoming = await readPage<IncomingHitLine>(database, 'incoming', incomingColumns, { query: await spellOut(database, 'incoming', query), conditions: [] }, limit, { offset: 0 });
  const outgoing = await readPage<OutgoingHitLine>(database, 'outgoing', outgoingColumns, { query: await spellOut(database, 'outgoing', query), conditions: [] }, limit, { offset: 0 });
  const inBook: Hit[] = incoming.rows.map((row) => ({ ...incomingHit(row), ...whereFound(text, incomingTexts(row, [])), found: null }));
  const outBook: Hit[] = outgoing.rows.map((row) => ({ ...outgoingHit(row), ...whereFound(text, fieldsOfOutgoing(row, contentOf(row))), found: null }));
  const wanted = compact(text);
  const isNumber = ({ code, number }: Hit): number => Number([code, number ?? '', code.split('/')[0] ?? ''].some((each) => compact(each) === wanted));
  const better = (one: Hit, other: Hit): number => isNumber(other) - isNumber(one) || Number(other.exact) - Number(one.exact) || (other.date ?? '9').localeCompare(one.date ?? '9');
  const share = (own: Hit[], others: Hit[]): Hit[] => own.sort(better).slice(0, Math.max(Math.ceil(limit / 2), limit - others.length));
  return [...share(inBook, outBook), ...share(outBook, inBook)].sort(better).slice(0, limit);
}

const contentOf = ({ content }: Pick<OutgoingLine, 'content'>): Letter => JSON.parse(content) as Letter;
const fieldsOfOutgoing = (row: OutgoingHitLine, letter: Letter): IndexedTexts => outgoingTexts(row, letter.signer.position, []);

const incomingHit = (row: IncomingHitLine): PlainHit => ({
  kind: 'incoming',
  id: row.id,
  code: row.code,
  number: numberWithSuffix(row.arrivalNumber, row.numberSuffix),
  year: row.year,
  subject: row.subject,
  organName: row.organName,
  date: row.arrivalDate,
  documentDate: row.issuedDate,
  status: row.status,
});

const outgoingHit = (row: OutgoingHitLine): PlainHit => ({
  kind: 'outgoing',
  id: row.id,
  code: codeOfLine(row) ?? '',
  number: row.codeNumber === null ? null : numberWithSuffix(row.codeNumber, row.numberSuffix),
  year: row.year,
  subject: row.subject,
  organName: row.addressees,
  date: row.issuedDate,
  documentDate: row.issuedDate,
  status: row.status,
});

/** The hits with, where there is room, the lines in whose letters and files the words stand. */
async function withTextHits(database: Kysely<Database>, hits: readonly Hit[], text: string, limit: number): Promise<Hit[]> {
  const query = textQuery(text);
  const room = limit - hits.length;
  if (!query || room <= 0) return [...hits];
  const wanted = wantedWords(text);
  const known = new Set(hits.map(({ kind, id }) => `${kind} ${id}`));
  const read = async <Row extends { id: number }>(book: BookName, columns: readonly string[]): Promise<Row[]> => {
    const by = `${book}Text` as const;
    const filter = { query: await spellOut(database, by, query), conditions: [], by };
    // hits in the fields are among those in the texts too, where a line has any
    const { rows } = await readPage<Row>(database, book, columns, filter, limit + room, { offset: 0 });
    return rows.filter(({ id }) => !known.has(`${book} ${id}`)).slice(0, room);
  };
  const found: { hit: Hit; isWhole: boolean }[] = [];
  for (const row of await read<IncomingHitLine>('incoming', incomingColumns)) {
    const inside = await findInside(database, 'incoming', row.id, wanted, incomingTexts(row, []), []);
    if (inside) found.push({ hit: { ...incomingHit(row), ...inside.about }, isWhole: inside.isWhole });
  }
  for (const row of await read<OutgoingHitLine>('outgoing', outgoingColumns)) {
    const letter = contentOf(row);
    const inside = await findInside(database, 'outgoing', row.id, wanted, fieldsOfOutgoing(row, letter), letterTexts(letter));
    if (inside) found.push({ hit: { ...outgoingHit(row), ...inside.about }, isWhole: inside.isWhole });
  }
  // words that stand together in a sentence before words that are scattered over the document
  found.sort(
    (one, other) =>
      Number(other.isWhole) - Number(one.isWhole) ||
      Number(other.hit.exact) - Number(one.hit.exact) ||
      (other.hit.date ?? '9').localeCompare(one.hit.date ?? '9'),
  );
  return [...hits, ...found.slice(0, room).map(({ hit }) => hit)];
}

type Inside = Pick<Hit, 'matched' | 'exact' | 'found'>;

/** The sentence inside a document that holds the most of the words; null when they all stand in its fields. */
async function findInside(
  database: Kysely<Database>,
  book: BookName,
  id: number,
  wanted: readonly WantedWord[],
  fields: IndexedTexts,
  texts: readonly TextPlace[],
): Promise<{ about: Inside; isWhole: boolean } | null> {
  const written = [...wordsOnce(indexColumns.flatMap((column) => fields[column].filter((text) => text !== null)))];
  const search = new SentenceSearch<TextPlace>(wanted, written);
  for (const place of texts) search.read(place, place.lines);
  if (!search.isDone) for await (const place of fileTextsOf(database, book, id)) search.read(place, place.lines);
  const found = search.found();
  if (found === null) return null;
  const { place, sentence, marks } = found;
  return { about: { matched: [place.kind], exact: search.isExact, found: { where: place.where, sentence, marks } }, isWhole: search.isWhole };
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
