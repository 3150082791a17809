import { dayNumber } from '../../../shared/domain/dates.ts';

/**
 * A line's place in its book as one whole number, newest greatest: the order of the list and the row of the search
 * index, so that a page of hits comes out sorted. Safe integers: at most 9·10¹⁵.
 */
/** Keys of outgoing lines of one day: a key divided by this is its day, counted from 1900. */
export const outgoingDay = 100_000_000_000;
const numbered = 10_000_000_000;
/** Lines without a day stand before all others. */
const undated = 89_000;

/** Days since 1900, kept within what a key can hold (years 1900–2143). */
const dayOf = (day: string | null): number => (day === null ? undated : Math.min(undated - 1, Math.max(0, dayNumber(day) ?? 0)));

/** Place of an outgoing line that has no number (yet): by day, then by id. */
export const unnumberedKey = (day: string | null, id: number): number => dayOf(day) * outgoingDay + id;

/** Place of a numbered outgoing line: by day, then by number; lines that share both differ by `ordinal` (0–999). */
export const numberedKey = (day: string | null, codeNumber: number, ordinal: number): number => dayOf(day) * outgoingDay + numbered + codeNumber * 1000 + ordinal;

/** The span of keys of the days from–to, inclusive; an open end is null. Lines without a day are outside any span. */
export const keySpan = (from: string | null, to: string | null): { least: number; below: number } => ({
  least: from === null ? 0 : dayOf(from) * outgoingDay,
  below: to === null ? undated * outgoingDay : (dayOf(to) + 1) * outgoingDay,
});

const incomingYear = 100_000_000_000;

/** Place of an incoming line: by year, then by arrival number; lines that share both differ by `ordinal` (0–9999). */
export const incomingKey = (year: number, arrivalNumber: number, ordinal: number): number => year * incomingYear + arrivalNumber * 10_000 + ordinal;
