import type { BookField, BookKind } from './book-fields.ts';
import { type Cell, type Sheet, cellText, isDayCell } from './cell.ts';
import { splitCodeAndDay } from './read-old-code.ts';
import { readOldDate } from './read-old-date.ts';

/** A field that its column is no more than likely to be. */
export interface UnsureField {
  field: BookField;
  column: number;
  /** Said to whoever imports the book. */
  why: string;
}

/** Values looked at to tell what a column holds. */
const valuesLookedAt = 40;

/** The first values under the heads of a column, empty cells left out. */
export function columnValues(sheet: Sheet, lastHeadRow: number, column: number): { row: number; cell: Cell }[] {
  const found: { row: number; cell: Cell }[] = [];
  for (const { row, cells } of sheet.rows) {
    if (found.length >= valuesLookedAt) break;
    if (row > lastHeadRow && cellText(cells[column]).trim() !== '') found.push({ row, cell: cells[column] ?? null });
  }
  return found;
}

type Values = readonly { row: number; cell: Cell }[];

/** `12/STC-NS`, with or without a day behind it: figures, a slash or dash, letters. */
const looksLikeCode = (cell: Cell): boolean => typeof cell === 'string' && /^(?:số\s*:?\s*)?\d{1,6}\p{L}?\s*[/-]\s*(?:\d{4}\/)?\p{Lu}[\p{L}\d&./\s-]*$/u.test((splitCodeAndDay(cell)?.code ?? cell).trim().normalize('NFC'));
const wholeNumber = (cell: Cell): number | null => (typeof cell === 'number' && Number.isInteger(cell) && cell > 0 ? cell : typeof cell === 'string' && /^\s*\d{1,7}\s*$/.test(cell) ? Number(cell) : null);
const mostly = (values: Values, is: (cell: Cell) => boolean): boolean => values.length > 0 && values.filter(({ cell }) => is(cell)).length >= values.length * 0.8;
const countsUp = (values: Values): boolean => {
  const numbers = values.map(({ cell }) => wholeNumber(cell));
  return numbers.length > 0 && numbers.every((number, place) => number !== null && (place === 0 || number > (numbers[place - 1] ?? 0)));
};
/** The heads of a column that may count the dispatches of a book. */
const counts = /^(?:ma|stt|tt|so tt|so thu tu|id|ma so|so)\b(?!.*\b(?:co quan|don vi|dinh danh|ho so)\b)/;

/**
 * What the heads have proposed, weighed with what the columns hold. A column of codes is no arrival number however it is
 * headed; the column that counts the dispatches in its place is only proposed. Of two days that bear the same head, an
 * arrival is never before its document.
 */
export function weighFields(proposed: ReadonlyMap<number, BookField>, valuesOf: (column: number) => Values, book: BookKind, heads: readonly string[]): { fields: Map<number, BookField>; unsure: UnsureField[] } {
  const fields = new Map(proposed);
  const unsure: UnsureField[] = [];
  const at = (field: BookField): number | undefined => [...fields].find(([, named]) => named === field)?.[0];
  // a column headed with the day alone that holds the number too («12/SYT-NV ngày 4/3/2021»)
  const [issued, codes] = [at('issuedDate'), at('code') ?? at('codeNumber')];
  if (issued !== undefined && codes === undefined && mostly(valuesOf(issued), (cell) => typeof cell === 'string' && (splitCodeAndDay(cell)?.code ?? '') !== '')) fields.set(issued, 'code');
  if (book === 'incoming') {
    const number = at('number');
    if (number !== undefined && mostly(valuesOf(number), looksLikeCode)) {
      fields.delete(number);
      if (at('code') === undefined && at('codeNumber') === undefined) fields.set(number, 'code');
      const counting = heads.findIndex((words, column) => !fields.has(column) && counts.test(words) && countsUp(valuesOf(column)));
      if (counting >= 0) {
        fields.set(counting, 'number');
        unsure.push({ field: 'number', column: counting, why: 'Cột này đếm từng dòng nhưng tiêu đề không gọi là số đến; cột đề là số đến thì ghi số, ký hiệu. Chọn cột số đến rồi nhập; chưa chọn thì các dòng vào sổ là «không rõ số đến», ngoài dãy số' });
      }
    }
    if (at('code') === undefined && at('codeNumber') === undefined) {
      const coded = heads.findIndex((_, column) => !fields.has(column) && mostly(valuesOf(column), looksLikeCode));
      if (coded >= 0) fields.set(coded, 'code');
    }
    weighDays(fields, unsure, valuesOf, heads);
  }
  return { fields: new Map([...fields].sort(([one], [other]) => one - other)), unsure };
}

function weighDays(fields: Map<number, BookField>, unsure: UnsureField[], valuesOf: (column: number) => Values, heads: readonly string[]): void {
  const columnOf = (field: BookField): number | undefined => [...fields].find(([, named]) => named === field)?.[0];
  const [arrival, issued] = [columnOf('arrivalDate'), columnOf('issuedDate')];
  if (arrival === undefined || issued === undefined || heads[arrival] !== 'ngay' || heads[issued] !== 'ngay') return;
  const dayOf = (cell: Cell): string | null => {
    if (isDayCell(cell)) return cell.date;
    const read = readOldDate(cell, { year: 2000, thisYear: 2999 });
    return 'date' in read ? read.date : null;
  };
  const issuedByRow = new Map(valuesOf(issued).map(({ row, cell }) => [row, dayOf(cell)]));
  let [later, earlier] = [0, 0];
  for (const { row, cell } of valuesOf(arrival)) {
    const [one, other] = [dayOf(cell), issuedByRow.get(row) ?? null];
    if (one === null || other === null || one === other) continue;
    if (one > other) later += 1;
    else earlier += 1;
  }
  if (earlier > later) {
    fields.set(arrival, 'issuedDate').set(issued, 'arrivalDate');
    unsure.push({ field: 'arrivalDate', column: issued, why: 'Hai cột cùng tiêu đề «Ngày»; cột có ngày muộn hơn được hiểu là ngày đến' });
  } else if (later === 0 || earlier > 0) unsure.push({ field: 'arrivalDate', column: arrival, why: 'Hai cột cùng tiêu đề «Ngày»; cột đứng trước được hiểu là ngày đến' });
}
