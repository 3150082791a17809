import { Refusal } from '../../../shared/domain/refusal.ts';
import type { TakenNumber } from '../storage/import-repository.ts';
import type { BookKind } from '../../../shared/domain/import/book-fields.ts';
import { incomingKey } from '../storage/sort-key.ts';
import { unknownSeries } from './table-line.ts';

export type NumberOfLine = Omit<TakenNumber, 'twin' | 'sortKey' | 'imported'>;
/** A number that has been taken, and what twin the next line with it gets. */
type Holder = Pick<TakenNumber, 'series' | 'suffix' | 'codeNotation'> & { next: number; own: boolean };

/** Gives numbers that stand twice their twin, and every line its own place in the list. */
export class NumberPlaces {
  /** By year and number; almost always one. */
  readonly #holders = new Map<number, Holder[]>();
  readonly #places = new Map<number, number>();
  readonly #highest = new Map<string, { series: string; year: number; number: number }>();
  readonly #book: BookKind;
  readonly #most: number;

  constructor(book: BookKind) {
    this.#book = book;
    this.#most = book === 'incoming' ? 9999 : 999;
  }

  /** Takes note of numbers that stand in the book; of the same ones again nothing changes. */
  take(taken: readonly TakenNumber[]): void {
    for (const number of taken) {
      this.#hold(number, number.twin + 1, !number.imported);
      const first = this.#book === 'incoming' ? incomingKey(number.year, number.number, 0) : Math.floor(number.sortKey / 1000) * 1000;
      this.#places.set(first, Math.max(this.#places.get(first) ?? 0, number.sortKey - first + 1));
    }
  }

  #hold({ year, number, suffix, series, codeNotation }: NumberOfLine, next: number, own: boolean): void {
    const key = year * yearStep + number;
    const holders = this.#holders.get(key);
    if (!holders) {
      this.#holders.set(key, [{ suffix, series, codeNotation, next, own }]);
      return;
    }
    const same = holders.find((holder) => holder.suffix === suffix && holder.series === series && holder.codeNotation === codeNotation);
    if (!same) holders.push({ suffix, series, codeNotation, next, own });
    else {
      same.next = Math.max(same.next, next);
      same.own ||= own;
    }
  }

  /** Whether the program itself has given this number in its series. */
  given({ year, number, suffix, series }: NumberOfLine): boolean {
    return this.#holders.get(year * yearStep + number)?.some((holder) => holder.own && holder.suffix === suffix && holder.series === series) ?? false;
  }

  /** The twin of the next line with this number: a number is one in its series, and with its notation one in its year. */
  twin(of: NumberOfLine): number {
    let twin = 0;
    for (const { suffix, series, codeNotation, next } of this.#holders.get(of.year * yearStep + of.number) ?? []) if (suffix === of.suffix && (series === of.series || codeNotation === of.codeNotation)) twin = Math.max(twin, next);
    this.#hold(of, twin + 1, false);
    if (of.series === unknownSeries) return twin;
    // `12-15` stands for all four
    const reached = of.suffix === '' ? of.number : Math.max(of.number, Number(/^-(\d+)$/.exec(of.suffix)?.[1] ?? 0));
    const [key, most] = [`${of.series}|${of.year}`, this.#highest.get(`${of.series}|${of.year}`)];
    if (!most || most.number < reached) this.#highest.set(key, { series: of.series, year: of.year, number: reached });
    return twin;
  }

  /** The highest number of every series and year that lines have been given a twin in. */
  highest(): { series: string; year: number; number: number }[] {
    return [...this.#highest.values()];
  }

  /** The place of the next line that belongs at `first`. */
  place(first: number, { number, row }: { number: number; row: number }): number {
    const ordinal = this.#places.get(first) ?? 0;
    if (ordinal >= this.#most) throw new Refusal('INPUT_INVALID', `Số ${number} lặp lại hơn ${this.#most} lần (dòng ${row}); có lẽ đã chọn nhầm cột số. Chọn lại cột rồi nhập.`, { problems: [{ field: 'mapping', message: 'Một số lặp lại quá nhiều lần.' }] });
    this.#places.set(first, ordinal + 1);
    return first + ordinal;
  }
}

/** Far more than a number of a book can be. */
const yearStep = 1_000_000_000;

