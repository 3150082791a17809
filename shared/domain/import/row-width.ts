import { type BookField, fieldNames } from './book-fields.ts';
import { type Cell, type Sheet, cellText } from './cell.ts';
import type { Head } from './find-head.ts';
import { splitCodeAndDay } from './read-old-code.ts';
import { readOldDate } from './read-old-date.ts';
import { lettersBefore, readOldNumber } from './read-old-number.ts';

/** Fewest rows, and their part of all, that make another number of cells than the head's the habit of a file. */
const fewestOfHabit = 4;
const partOfHabit = 0.8;

/** What the number of cells of a CSV row tells: all is well, it has been pushed aside, or it may have been. */
export type RowWidthSaid = { kind: 'well' } | { kind: 'shifted'; why: string } | { kind: 'unsure'; why: string };

type Columns = Readonly<Partial<Record<BookField, number>>>;

/**
 * Watches the number of cells in the rows of a CSV, where a sign too many or a cell too few moves all that follow. A
 * workbook says of every cell where it stands: there nothing moves.
 */
export class RowWidth {
  readonly #usual: number;
  readonly #head: number | null;
  readonly #delimiter: string;
  readonly #columns: Columns;

  constructor(sheet: Sheet, head: Head | null, columns: Columns) {
    this.#delimiter = sheet.delimiter ?? ',';
    this.#columns = columns;
    const below = sheet.rows.filter(({ row }) => !head || row > head.last);
    const times = new Map<number, number>();
    for (const { cells } of below) times.set(cells.length, (times.get(cells.length) ?? 0) + 1);
    const [most = 0, often = 0] = [...times].sort(([, one], [, other]) => other - one)[0] ?? [];
    this.#head = head && sheet.rows.reduce((widest, { row, cells }) => (row >= head.first && row <= head.last ? Math.max(widest, cells.length) : widest), 0);
    this.#usual = this.#head === null || (often >= fewestOfHabit && often >= below.length * partOfHabit) ? most : this.#head;
  }

  /** What is to be thought of a row; `thisYear` is the year the program runs in. */
  look(cells: readonly Cell[], thisYear: number): RowWidthSaid {
    const others = `Dòng có ${cells.length} ô, ${this.#usual === this.#head ? `tiêu đề có ${this.#usual}` : `các dòng khác có ${this.#usual}`}`;
    if (cells.length > this.#usual) {
      return { kind: 'shifted', why: `${others}: một dấu «${this.#delimiter}» trong ô không đặt trong ngoặc kép đã đẩy lệch các cột; dòng này chưa nhập.` };
    }
    // a file whose rows all lack the last cells of the head says so for each of them
    const expected = Math.max(this.#usual, this.#head ?? 0);
    if (cells.length < expected) {
      const fewer = this.#usual < expected ? `Dòng có ${cells.length} ô, tiêu đề có ${expected}` : others;
      const misfit = this.#misfit(cells, thisYear);
      if (misfit !== null) return { kind: 'shifted', why: `${fewer}: thiếu ô nên các cột có thể đã lệch (${misfit}); dòng này chưa nhập.` };
      return { kind: 'unsure', why: `${fewer}: thiếu ô ở cuối hay ở giữa thì không rõ; chưa chắc ô nào thuộc cột nào, xem lại.` };
    }
    if (this.#head !== null && cells.length > this.#head && cells.slice(this.#head).some((cell) => cell !== null)) {
      const misfit = this.#misfit(cells, thisYear);
      if (misfit !== null) return { kind: 'shifted', why: `Dòng có ${cells.length} ô, tiêu đề có ${this.#head}: các cột có thể đã lệch (${misfit}); dòng này chưa nhập.` };
      return { kind: 'unsure', why: `Dòng có ${cells.length} ô, tiêu đề có ${this.#head}: ô thừa không nhập; chưa chắc ô nào thuộc cột nào, xem lại.` };
    }
    return { kind: 'well' };
  }

  /** What shows that a cell does not belong to its column; null where nothing does. */
  #misfit(cells: readonly Cell[], thisYear: number): string | null {
    const textOf = (field: BookField): string => {
      const column = this.#columns[field];
      return column === undefined ? '' : cellText(cells[column]).trim();
    };
    const isDay = (text: string): boolean => /\d[/.-]\d/.test(text) && 'date' in readOldDate(text, { year: 2000, thisYear });
    const isCode = (text: string): boolean => /^\d{1,6}\p{L}?\s*[/-]\s*(?:\d{4}\s*\/\s*)?\p{Lu}[\p{L}\d&/-]+$/u.test((splitCodeAndDay(text)?.code ?? text).normalize('NFC'));
    for (const field of ['arrivalDate', 'issuedDate', 'handedDate', 'dueDate'] as const) {
      const text = textOf(field);
      if (text !== '' && 'unclear' in readOldDate(text, { year: 2000, thisYear })) return `«${text.slice(0, 30)}» ở cột ngày không phải là ngày`;
    }
    const number = textOf('number');
    if (number !== '' && lettersBefore(number) === null && 'unclear' in readOldNumber(number)) return `«${number.slice(0, 30)}» ở cột số không phải là số`;
    for (const field of ['code', 'codeNumber', 'codeNotation', 'organName', 'subject', 'typeAndSubject', 'typeName', 'signer', 'toPlaces'] as const) {
      const text = textOf(field);
      if (isDay(text)) return `cột ${fieldNames[field]} lại ghi một ngày`;
      if (field !== 'code' && field !== 'codeNumber' && isCode(text)) return `cột ${fieldNames[field]} lại ghi một ký hiệu`;
    }
    const subject = this.#columns.typeAndSubject === undefined ? 'subject' : 'typeAndSubject';
    return this.#columns[subject] !== undefined && textOf(subject) === '' ? 'cột trích yếu trống' : null;
  }
}
