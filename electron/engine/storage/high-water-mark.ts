import { closeSync, existsSync, fstatSync, openSync, readFileSync, renameSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { TakenNumber } from './taken-numbers.ts';

/** Beside the book: the last number of every series, a line each time one is given. */
export const markFileName = 'so-cuoi.txt';

/** Numbers of one series that were given and that the book does not know. */
export interface MissingNumbers {
  kind: TakenNumber['kind'];
  series: string;
  year: number;
  /** The first and the last of them. */
  from: number;
  to: number;
}

/**
 * Notices that a book has gone back: copied without its `-wal`, or an older copy put in its place. What was given is
 * written beside the book after each commit, without a sync of its own: a mark that lags is normal and caught up with.
 */
export interface HighWaterMark {
  /** Whether there is a mark of this folder. */
  exists(): boolean;
  /** Writes numbers that were committed. */
  note: (numbers: readonly TakenNumber[]) => void;
  /** What the mark knows and the book does not. */
  missing(book: BetterSqlite3.Database): MissingNumbers[];
  /** The book as it stands is the one that counts: the mark begins anew with it. */
  begin(book: BetterSqlite3.Database): void;
  /** While another book takes this one's place the mark says nothing. */
  suspend(): void;
  close(): void;
}

const suspended = 'khôi phục\n';
/** A mark longer than this is written anew when the book is opened, bytes. */
const longest = 1_000_000;
const keyOf = ({ kind, year, series }: Omit<TakenNumber, 'number'>): string => `${kind}\t${year}\t${series}`;
const lineOf = (number: TakenNumber): string => `${keyOf(number)}\t${number.number}\n`;

/** The mark of a data folder; `onFailure` hears of a number that could not be noted. */
export function openHighWaterMark(folder: string, onFailure: (error: unknown) => void): HighWaterMark {
  const path = join(folder, markFileName);
  let file: number | null = null;

  const letGo = (): void => {
    if (file !== null) closeSync(file);
    file = null;
  };
  const replace = (text: string): void => {
    letGo();
    // whole under its name: another process reads it at any instant
    writeFileSync(`${path}.moi`, text, { mode: 0o600 });
    renameSync(`${path}.moi`, path);
  };
  const begin = (book: BetterSqlite3.Database): void => replace(givenNumbers(book).map(lineOf).join(''));

  return {
    exists: () => existsSync(path),
    note(numbers) {
      try {
        // another process may have begun the mark anew under the same name
        if (file !== null && fstatSync(file).ino !== statSync(path, { throwIfNoEntry: false })?.ino) letGo();
        file ??= openSync(path, 'a', 0o600);
        writeSync(file, numbers.map(lineOf).join(''));
      } catch (error) {
        // the number is in the book: a mark that could not be written lags, as after a kill
        letGo();
        onFailure(error);
      }
    },
    missing(book) {
      if (!existsSync(path)) return [];
      return missingOf(readMarks(readFileSync(path, 'utf8')).values(), book);
    },
    begin(book) {
      const size = existsSync(path) ? readFileSync(path).length : 0;
      const marks = size > 0 && size < longest ? readMarks(readFileSync(path, 'utf8')) : new Map<string, TakenNumber>();
      const given = givenNumbers(book);
      // written only where it says something else: opening a book to read it writes nothing
      const same = given.length === marks.size && given.every((number) => marks.get(keyOf(number))?.number === number.number);
      if (!same || !existsSync(path)) begin(book);
    },
    suspend: () => replace(suspended),
    close: letGo,
  };
}

/** What numbers that are known to have been given and the book does not have: series by series, from its last to theirs. */
export function missingOf(known: Iterable<TakenNumber>, book: BetterSqlite3.Database): MissingNumbers[] {
  const given = new Map(givenNumbers(book).map((number) => [keyOf(number), number.number]));
  return [...highest(known).values()]
    .flatMap(({ number, ...series }) => {
      const last = given.get(keyOf(series)) ?? 0;
      return number > last ? [{ ...series, from: last + 1, to: number }] : [];
    })
    .sort((one, other) => keyOf(one).localeCompare(keyOf(other)));
}

/** The highest number of each series. */
function highest(numbers: Iterable<TakenNumber>): Map<string, TakenNumber> {
  const found = new Map<string, TakenNumber>();
  for (const number of numbers) {
    const known = found.get(keyOf(number));
    if (!known || known.number < number.number) found.set(keyOf(number), number);
  }
  return found;
}

/** The highest number of each series; a line cut short by a kill, or of another kind, says nothing. */
function readMarks(text: string): Map<string, TakenNumber> {
  const marks: TakenNumber[] = [];
  for (const line of text.split('\n')) {
    const [, kind, year, series, number] = /^(incoming|outgoing)\t(\d{4})\t([^\t]+)\t(\d{1,9})$/.exec(line) ?? [];
    if (kind === undefined || series === undefined) continue;
    marks.push({ kind: kind as TakenNumber['kind'], year: Number(year), series, number: Number(number) });
  }
  return highest(marks);
}

/** The last number every series has given, or is past: the one before its next. */
const givenNumbers = (book: BetterSqlite3.Database): TakenNumber[] =>
  book.prepare('SELECT kind, series, year, next - 1 AS number FROM book WHERE next > 1 ORDER BY kind, year, series').all() as TakenNumber[];
