import { shortDate, type IsoDate } from '../domain/dates.ts';
import { oneLine, upperVietnamese } from '../domain/vietnamese-text.ts';
import { bookForm, type BookKind } from './book-form.ts';

/** From which number to which one series runs, as printed (`01`, `146`). */
export interface SeriesNumbers {
  /** Null for the common series of the office. */
  series: string | null;
  from: string | null;
  to: string | null;
}

/** What a cover is written from; whatever is null is left as dots to be filled by hand. */
export interface CoverFacts {
  book: BookKind;
  office: { parentName: string | null; name: string };
  year: number | null;
  from: IsoDate | null;
  to: IsoDate | null;
  /** The first and last number of each series in the book. */
  numbers: readonly SeriesNumbers[];
  volume: string | null;
}

/** The lines of a cover as they are printed (PL IV, khoản 1 of each book); a line feed breaks a name where its office does. */
export interface BookCover {
  parentName: string | null;
  name: string;
  title: string;
  year: string;
  days: string;
  /** A line for each series; null on sổ VIII. */
  numbers: string | null;
  volume: string;
}

const dots = '…………';
const orDots = (text: string | null): string => (text?.trim() ? text.trim() : dots);
const day = (date: IsoDate | null): string => (date === null ? dots : shortDate(date));
const inCapitals = (name: string): string => name.split('\n').map(oneLine).filter((line) => line !== '').map(upperVietnamese).join('\n');

/** Numbers of different series say nothing together: each is named with its own, unless there is only the common one. */
function numberLines(numbers: readonly SeriesNumbers[]): string[] {
  const span = ({ from, to }: Pick<SeriesNumbers, 'from' | 'to'>): string => `từ số ${orDots(from)} đến số ${orDots(to)}`;
  const [only] = numbers;
  if (!only || (numbers.length === 1 && only.series === null)) return [span(only ?? { from: null, to: null }).replace(/^t/, 'T')];
  return numbers.map((each) => `${each.series === null ? 'Dãy chung' : `Dãy ${each.series}`}: ${span(each)}`);
}

/** The cover of a book. */
export function coverOf({ book, office, year, from, to, numbers, volume }: CoverFacts): BookCover {
  const form = bookForm(book);
  return {
    parentName: office.parentName?.trim() ? inCapitals(office.parentName) : null,
    name: inCapitals(office.name),
    title: upperVietnamese(form.title),
    year: `Năm: ${year ?? dots}`,
    days: `Từ ngày ${day(from)} đến ngày ${day(to)}`,
    numbers: form.numbersOnCover ? numberLines(numbers).join('\n') : null,
    volume: `Quyển số: ${volume?.trim() ? volume.trim() : '……'}`,
  };
}
