import { foldVietnamese } from '../vietnamese-text.ts';
import { type BookField, type BookKind, type NamedField, fieldsHeaded, headWords, isCount, spacedHead } from './book-fields.ts';
import { type Sheet, type SheetRow, cellText } from './cell.ts';
import { columnValues, type UnsureField, weighFields } from './column-values.ts';
import { type LegacyEncoding, fromLegacy } from './legacy-encoding.ts';

/** Rows, from the top, among which the heads are looked for. */
const rowsLookedAt = 40;
/** Fewest fields that make a row the heads of a book. */
const fewestFields = 3;
/** Most rows that heads are stacked over. */
const mostLevels = 3;
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
  /** Fields that are no more than likely, and why. */
  unsure: readonly UnsureField[];
}

/** The folded words of texts over columns; old fonts are read as what they mean. */
const wordsOf = (text: string, encoding: LegacyEncoding | null): string => headWords(foldVietnamese(spacedHead(encoding ? fromLegacy(text, encoding) : text)));

/** Finds the heads among the first rows, one row to three joined, without tones; null when no row looks like them. */
export function findHead(sheet: Sheet, book: BookKind, wanted?: number): Head | null {
  const candidates = wanted === undefined ? sheet.rows.slice(0, rowsLookedAt) : sheet.rows.filter(({ row }) => row === wanted);
  let best: { head: Head; score: number } | null = null;
  for (const row of candidates) {
    const place = sheet.rows.indexOf(row);
    const levels = [row];
    for (;;) {
      const found = readHead(sheet, book, levels);
      // a further row must bring something: else the first data row would be taken for it
      if (!best || found.score > best.score + (levels.length > 1 ? 0.5 : 0)) best = found;
      const below = sheet.rows[place + levels.length];
      if (!below || levels.length === mostLevels || below.row !== row.row + levels.length || filled(row) < 2 || !mayBeHead(below)) break;
      levels.push(below);
    }
  }
  if (!best) return null;
  const { head } = best;
  const weighed = weighFields(head.fields, (column) => columnValues(sheet, head.last, column), book, head.texts.map((text) => wordsOf(text, null)));
  return wanted === undefined && weighed.fields.size < fewestFields ? null : { ...head, ...weighed };
}

const filled = (row: SheetRow): number => row.cells.filter((cell) => cellText(cell) !== '').length;

const mayBeHead = (row: SheetRow): boolean => row.cells.every((cell) => cell === null || cell === undefined || (typeof cell === 'string' && cell.length <= headMaxLength && !/\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|^\d+$|\d\/\p{L}/u.test(cell)));

function readHead(sheet: Sheet, book: BookKind, levels: readonly SheetRow[]): { head: Head; score: number } {
  const rows = levels.map((row) => spread(sheet, row));
  const width = Math.max(...rows.map((row) => row.length));
  const over = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
  const texts = over.map((stack) => stack.reduce(joined, ''));
  const [first, last] = [levels[0]?.row ?? 0, levels.at(-1)?.row ?? 0];
  let best: { head: Head; score: number } = { head: { first, last, texts, fields: new Map(), unsure: [] }, score: 0 };
  for (const encoding of [null, 'tcvn3', 'vni'] as const) {
    // «Đến» over «Ngày» is «ngày đến», «Văn bản» over «Số» is «số văn bản»; the lowest head alone tells where both do not
    const heads = over.map((stack, column) => [wordsOf([...stack].reverse().reduce(joined, ''), encoding), wordsOf(texts[column] ?? '', encoding), wordsOf(stack.findLast((text) => text !== '') ?? '', encoding), wordsOf(groupOver(stack), encoding)]);
    const fields = proposeFields(heads, book);
    if (fields.size > best.score) best = { head: { ...best.head, fields }, score: fields.size };
  }
  return best;
}

const joined = (upper: string, lower: string): string => (upper === lower || lower === '' ? upper : `${upper} ${lower}`).replace(/\s+/g, ' ').trim();

/** What stands over the lowest head of a column, empty where nothing else does. */
function groupOver(stack: readonly string[]): string {
  const lowest = stack.findLast((text) => text !== '');
  return stack.filter((text) => text !== lowest).reduce(joined, '');
}

/** The row's texts, each over all columns that it was joined over. */
function spread(sheet: Sheet, row: SheetRow): string[] {
  const texts = row.cells.map(cellText).map((text) => (text.length > headMaxLength ? '' : text));
  for (const { top, left, right } of sheet.merged) {
    if (top !== row.row - 1 || right === left || right - left > 60) continue;
    for (let column = left + 1; column <= right; column += 1) texts[column] = texts[left] ?? '';
  }
  return Array.from(texts, (text) => text ?? '');
}

/** Fields that a column may be when a surer one has the field its head names first: «Ngày» twice. */
const secondChoices: ReadonlySet<BookField> = new Set(['issuedDate', 'code', 'codeNumber']);

/** One column for every field: of several that could be it the surest, then the leftmost. A head may be worded in several ways. */
function proposeFields(heads: readonly (readonly string[])[], book: BookKind): Map<number, BookField> {
  const taken = new Map<BookField, { column: number; rank: number }>();
  const named = heads.map(([reversed = '', whole = '', lowest = '', group = '']): NamedField[] => {
    // what the head over several columns names by itself («Nội dung» over «Ngày») is not what each of them holds
    const ofGroup = fieldsHeaded(lowest, book).length > 0 ? fieldsHeaded(group, book).map(({ field }) => field) : [];
    const found = [reversed, whole].flatMap((words) => fieldsHeaded(words, book)).filter(({ field }) => !ofGroup.includes(field));
    return (found.length > 0 ? found : fieldsHeaded(lowest, book)).sort((one, other) => one.rank - other.rank);
  });
  named.forEach(([first], column) => {
    const before = first && taken.get(first.field);
    if (first && (!before || first.rank < before.rank)) taken.set(first.field, { column, rank: first.rank });
  });
  // «Tên loại và trích yếu» is one column; what else seems to be a subject beside it is a part of it
  if (taken.has('typeAndSubject')) taken.delete('subject');
  // two columns headed with nothing but «Ngày»: in a book of what arrives the first is the day of arrival
  const days = heads.flatMap((wordings, column) => (wordings[1] === 'ngay' ? [column] : []));
  if (book === 'incoming' && days.length === 2 && !taken.has('arrivalDate') && taken.get('issuedDate')?.column === days[0]) {
    taken.set('arrivalDate', { column: days[0] ?? 0, rank: 98 });
    taken.set('issuedDate', { column: days[1] ?? 0, rank: 98 });
  }
  const columns = new Set([...taken.values()].map(({ column }) => column));
  named.forEach((choices, column) => {
    const choice = columns.has(column) ? undefined : choices.find(({ field }) => secondChoices.has(field) && !taken.has(field));
    if (choice) taken.set(choice.field, { column, rank: choice.rank });
  });
  const count = heads.findIndex((wordings) => wordings.slice(0, 3).some(isCount));
  if (book === 'incoming' && !taken.has('number') && count >= 0 && taken.size >= fewestFields - 1) taken.set('number', { column: count, rank: 99 });
  return new Map([...taken].map(([field, { column }]): [number, BookField] => [column, field]).sort(([one], [other]) => one - other));
}
