import { shortDate, type IsoDate } from '../domain/dates.ts';
import { oneLine, upperVietnamese } from '../domain/vietnamese-text.ts';
import { bookForm, type BookKind } from './book-form.ts';

/** What a cover is written from; whatever is null is left as dots to be filled by hand. */
export interface CoverFacts {
  book: BookKind;
  office: { parentName: string | null; name: string };
  year: number | null;
  from: IsoDate | null;
  to: IsoDate | null;
  /** First and last number as printed (`01`, `146`). */
  fromNumber: string | null;
  toNumber: string | null;
  volume: string | null;
}

/** The lines of a cover as they are printed (PL IV, khoản 1 of each book); a line feed breaks a name where its office does. */
export interface BookCover {
  parentName: string | null;
  name: string;
  title: string;
  year: string;
  days: string;
  /** Null on sổ VIII. */
  numbers: string | null;
  volume: string;
}

const dots = '…………';
const orDots = (text: string | null): string => (text?.trim() ? text.trim() : dots);
const day = (date: IsoDate | null): string => (date === null ? dots : shortDate(date));
const inCapitals = (name: string): string => name.split('\n').map(oneLine).filter((line) => line !== '').map(upperVietnamese).join('\n');

/** The cover of a book. */
export function coverOf({ book, office, year, from, to, fromNumber, toNumber, volume }: CoverFacts): BookCover {
  const form = bookForm(book);
  return {
    parentName: office.parentName?.trim() ? inCapitals(office.parentName) : null,
    name: inCapitals(office.name),
    title: upperVietnamese(form.title),
    year: `Năm: ${year ?? dots}`,
    days: `Từ ngày ${day(from)} đến ngày ${day(to)}`,
    numbers: form.numbersOnCover ? `Từ số ${orDots(fromNumber)} đến số ${orDots(toNumber)}` : null,
    volume: `Quyển số: ${volume?.trim() ? volume.trim() : '……'}`,
  };
}
