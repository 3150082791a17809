import { z } from 'zod';
import { PrintedBook } from '../../../shared/contract/printed-book.ts';
import { isRealDate, type IsoDate } from '../../../shared/domain/dates.ts';

/** Which book, and how much of it, is to be printed; null is everything, blank or none. */
export interface BookChoice {
  book: PrintedBook;
  year: number;
  from: IsoDate | null;
  to: IsoDate | null;
  series: string | null;
  volume: string | null;
  /** Ruled rows left blank at the end. */
  blankRows: number;
}

const day = z.string().refine(isRealDate).nullable().catch(null);
const Kept = z.object({
  book: PrintedBook.catch('incoming'),
  year: z.coerce.number().int().min(1900).max(9999),
  from: day,
  to: day,
  series: z.string().min(1).nullable().catch(null),
  volume: z.string().min(1).max(20).nullable().catch(null),
  blankRows: z.coerce.number().int().min(0).max(500).catch(0),
});

/** Reads `?book=post&year=2026&from=2026-01-01…`; what is not understood is as in a new choice of this year. */
export function readBookChoice(search: URLSearchParams, thisYear: number): BookChoice {
  return Kept.extend({ year: Kept.shape.year.catch(thisYear) }).parse({ ...Object.fromEntries(search), ...Object.fromEntries(['from', 'to', 'series', 'volume'].map((name) => [name, search.get(name)])) });
}

/** Writes it back, leaving out what is not set. */
export function writeBookChoice({ book, year, from, to, series, volume, blankRows }: BookChoice): URLSearchParams {
  const search = new URLSearchParams({ book, year: String(year) });
  if (from) search.set('from', from);
  if (to) search.set('to', to);
  if (series) search.set('series', series);
  if (volume) search.set('volume', volume);
  if (blankRows > 0) search.set('blankRows', String(blankRows));
  return search;
}

/** The choice as the engine's calls take it. */
export function spanOf({ book, year, from, to, series, volume, blankRows }: BookChoice): { book: PrintedBook; year: number; blankRows: number; from?: string; to?: string; series?: string; volume?: string } {
  return { book, year, blankRows, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(series ? { series } : {}), ...(volume ? { volume } : {}) };
}

const key = 'printed-book';

/** The choice of the last time on this computer, as an address. */
export const lastBookChoice = (): URLSearchParams => new URLSearchParams(localStorage.getItem(key) ?? '');
export const rememberBookChoice = (choice: BookChoice): void => localStorage.setItem(key, writeBookChoice(choice).toString());
