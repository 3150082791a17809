import type { BookField } from './book-fields.ts';
import type { Cell } from './cell.ts';
import { splitCodeAndDay } from './read-old-code.ts';
import { type DayOrder, dayOrderOf } from './read-old-date.ts';

const dayFields = ['arrivalDate', 'issuedDate', 'handedDate', 'dueDate'] as const;
export type DayField = (typeof dayFields)[number];

/** The order a caller has told for days that may be read both ways. */
export type ToldOrder = 'day-first' | 'month-first';

/** Which ways columns of days have been seen to be written. */
export type OrdersSeen = Map<DayField, Set<ToldOrder>>;

/**
 * Which way every column of a book writes day and month. A column with unmistakable month-first days and no day-first one
 * is month-first throughout; one with both is read where it is unmistakable and asked where it is not; one that tells
 * nothing goes with the other columns of its book, unsurely, where all of those are month-first.
 */
export class DayOrders {
  readonly #columns: readonly (readonly [DayField, number])[];
  readonly #told: ToldOrder | null;
  readonly #seen: OrdersSeen = new Map();
  readonly #everywhere: OrdersSeen;

  /** `everywhere` gathers what all sheets of a book show: a sheet that tells nothing goes with the others, unsurely. */
  constructor(columns: Readonly<Partial<Record<BookField, number>>>, told: ToldOrder | null, everywhere: OrdersSeen = new Map()) {
    this.#told = told;
    this.#everywhere = everywhere;
    const found = dayFields.flatMap((field): [DayField, number][] => (columns[field] === undefined ? [] : [[field, columns[field]]]));
    // the document's day may stand behind its code
    if (columns.issuedDate === undefined && columns.code !== undefined) found.push(['issuedDate', columns.code]);
    this.#columns = found;
  }

  /** Takes note of what a row shows of the order. */
  see(cells: readonly Cell[]): void {
    for (const [field, column] of this.#columns) {
      const order = orderIn(cells[column]);
      if (order !== 'day-first' && order !== 'month-first') continue;
      for (const all of [this.#seen, this.#everywhere]) {
        const seen = all.get(field);
        if (seen) seen.add(order);
        else all.set(field, new Set([order]));
      }
    }
  }

  /** Whether a row holds a day whose reading hangs on the order, so that all rows have to be seen before. */
  hangsOn = (cells: readonly Cell[]): boolean => this.#columns.some(([, column]) => ['ambiguous', 'month-first'].includes(orderIn(cells[column]) ?? ''));

  /** The order of a column, once the rows have been seen. */
  of(field: DayField): DayOrder {
    const seen = this.#seen.get(field);
    const [dayFirst, monthFirst] = [seen?.has('day-first') ?? false, seen?.has('month-first') ?? false];
    if (this.#told !== null) return { ambiguous: this.#told, unsure: null };
    if (dayFirst && monthFirst) return { ambiguous: 'ask', unsure: null };
    if (dayFirst) return { ambiguous: 'day-first', unsure: null };
    if (monthFirst) return { ambiguous: 'month-first', unsure: null };
    const elsewhere = this.#everywhere.get(field);
    if (elsewhere?.size === 2) return { ambiguous: 'ask', unsure: null };
    if (elsewhere?.has('month-first')) return { ambiguous: 'month-first', unsure: 'được hiểu là ghi tháng trước ngày như trang khác của sổ' };
    const others = [...this.#seen.values()];
    const allMonthFirst = others.length > 0 && others.every((orders) => orders.has('month-first') && !orders.has('day-first'));
    return allMonthFirst ? { ambiguous: 'month-first', unsure: 'được hiểu là ghi tháng trước ngày như cột ngày khác của sổ' } : { ambiguous: 'day-first', unsure: null };
  }

  /** Columns that are read month before day because they say so themselves. */
  monthFirst(): DayField[] {
    return this.#columns.map(([field]) => field).filter((field) => this.#told === null && this.#seen.has(field) && this.of(field).ambiguous === 'month-first');
  }
}

function orderIn(cell: Cell | undefined): ReturnType<typeof dayOrderOf> {
  if (typeof cell !== 'string') return null;
  return dayOrderOf(splitCodeAndDay(cell)?.day ?? cell);
}
