import { foldVietnamese } from '../vietnamese-text.ts';
import { type BookField, type BookKind, fieldHeaded, headWords, isCount } from './book-fields.ts';
import { type Sheet, type SheetRow, cellText } from './cell.ts';
import { type LegacyEncoding, fromLegacy } from './legacy-encoding.ts';

/** Rows, from the top, among which the heads are looked for. */
const rowsLookedAt = 40;
/** Fewest fields that make a row the heads of a book. */
const fewestFields = 3;
/** Longest text that can head a column. */
const headMaxLength = 120;

/** The heads of a sheet: the rows they take, and what stands over every column. */
export interface Head {
  /** Row numbers as the sheet counts them. */
  first: number;
  last: number;
  /** Text over every column, from 0; empty where there is none. */
  texts: string[];
  /** The field of every column that has one. */
  fields: ReadonlyMap<number, BookField>;
}

/** The folded words of texts over columns; old fonts are read as what they mean. */
const wordsOf = (text: string, encoding: LegacyEncoding | null): string => headWords(foldVietnamese(encoding ? fromLegacy(text, encoding) : text));

/** Finds the heads among the first rows, one row or two joined, without tones; null when no row looks like them. */
export function findHead(sheet: Sheet, book: BookKind, wanted?: number): Head | null {
  const candidates = wanted === undefined ? sheet.rows.slice(0, rowsLookedAt) : sheet.rows.filter(({ row }) => row === wanted);
  let best: { head: Head; score: number } | null = null;
  for (const row of candidates) {
    const place = sheet.rows.indexOf(row);
    const below = sheet.rows[place + 1];
    const twoRows = below && below.row === row.row + 1 && filled(row) > 1 && mayBeHead(below);
    for (const second of twoRows ? [undefined, below] : [undefined]) {
      const found = readHead(sheet, book, row, second);
      // a second row must bring something: else the first data row would be taken for it
      if (!best || found.score > best.score + (second ? 0.5 : 0)) best = found;
    }
  }
  if (!best || (wanted === undefined && best.head.fields.size < fewestFields)) return null;
  return best.head;
}

const filled = (row: SheetRow): number => row.cells.filter((cell) => cellText(cell) !== '').length;

const mayBeHead = (row: SheetRow): boolean => row.cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.length <= headMaxLength && !/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/.test(cell)));

function readHead(sheet: Sheet, book: BookKind, row: SheetRow, second: SheetRow | undefined): { head: Head; score: number } {
  const upper = spread(sheet, row);
  const lower = second?.cells.map(cellText) ?? [];
  const texts = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => joined(upper[column] ?? '', lower[column] ?? ''));
  let best: { head: Head; score: number } = { head: { first: row.row, last: second?.row ?? row.row, texts, fields: new Map() }, score: 0 };
  for (const encoding of [null, 'tcvn3', 'vni'] as const) {
    // «Đến» over «Ngày» is «ngày đến», «Văn bản» over «Số» is «số văn bản»
    const heads = texts.map((text, column) => [wordsOf(joined(lower[column] ?? '', upper[column] ?? ''), encoding), wordsOf(text, encoding)]);
    const fields = proposeFields(heads, book);
    if (fields.size > best.score) best = { head: { ...best.head, fields }, score: fields.size };
  }
  return best;
}

const joined = (upper: string, lower: string): string => (upper === lower ? upper : `${upper} ${lower}`).replace(/\s+/g, ' ').trim();

/** The row's texts, each over all columns that it was joined over. */
function spread(sheet: Sheet, row: SheetRow): string[] {
  const texts = row.cells.map(cellText).map((text) => (text.length > headMaxLength ? '' : text));
  for (const { top, left, right } of sheet.merged) {
    if (top !== row.row - 1 || right === left || right - left > 60) continue;
    for (let column = left + 1; column <= right; column += 1) texts[column] = texts[left] ?? '';
  }
  return Array.from(texts, (text) => text ?? '');
}

/** One column for every field: of several that could be it the surest, then the leftmost. A head may be worded two ways. */
function proposeFields(heads: readonly (readonly string[])[], book: BookKind): Map<number, BookField> {
  const taken = new Map<BookField, { column: number; rank: number }>();
  heads.forEach((wordings, column) => {
    const named = wordings.map((words) => fieldHeaded(words, book)).filter((found) => found !== null).sort((one, other) => one.rank - other.rank)[0];
    const before = named && taken.get(named.field);
    if (named && (!before || named.rank < before.rank)) taken.set(named.field, { column, rank: named.rank });
  });
  // «Tên loại và trích yếu» is one column; what else seems to be a subject beside it is a part of it
  if (taken.has('typeAndSubject')) taken.delete('subject');
  const count = heads.findIndex((wordings) => wordings.some(isCount));
  if (book === 'incoming' && !taken.has('number') && count >= 0 && taken.size >= fewestFields - 1) taken.set('number', { column: count, rank: 99 });
  return new Map([...taken].map(([field, { column }]): [number, BookField] => [column, field]).sort(([one], [other]) => one - other));
}
