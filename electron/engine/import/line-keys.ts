import { hash } from 'node:crypto';
import type { BookKind } from '../../../shared/domain/import/book-fields.ts';
import type { OldLine } from '../../../shared/domain/import/old-line.ts';

/**
 * The key of every line of a file: what makes it the same line in another file (number, days, code, agency, subject).
 * Lines that are alike to the letter within one file are told apart by their order.
 */
export class LineKeys {
  readonly #book: BookKind;
  readonly #times = new Map<string, number>();

  constructor(book: BookKind) {
    this.#book = book;
  }

  /** The key of the line by itself, without its order among its like. */
  of(line: OldLine): string {
    const said = [this.#book, line.year, line.number, line.suffix, line.arrivalDate, line.issuedDate, line.code, line.codeNotation, line.organName, line.subject].join('\u0001');
    // year and number first: keys that come in their order are written into their index several times faster
    return `${line.year}.${String(line.number).padStart(7, '0')}.${hash('sha1', said, 'base64url').slice(0, 16)}`;
  }

  next(line: OldLine): string {
    const key = this.of(line);
    const time = (this.#times.get(key) ?? 0) + 1;
    this.#times.set(key, time);
    return time === 1 ? key : `${key}#${time}`;
  }
}
