import { z } from 'zod';
import { oneLine } from '../domain/vietnamese-text.ts';
import { yearStates } from '../domain/book-years.ts';
import { optionalReason, Reason } from './fields.ts';
import { procedure } from './procedure.ts';

export const Year = z.int('Năm phải là số nguyên.').min(1900, 'Năm nhỏ hơn 1900.').max(9999, 'Năm quá lớn.');
export const BookKind = z.enum(['incoming', 'outgoing'], { error: 'Loại sổ là incoming hoặc outgoing.' });

export const Book = z.object({
  kind: BookKind,
  series: z.string(),
  year: Year,
  /** The number the next document takes. */
  next: z.int(),
  /** This year's or a coming one, or a past one that the office has opened on purpose. */
  open: z.boolean(),
  /** The date of its newest number; null when it has given none. */
  lastDate: z.string().nullable(),
});
export type Book = z.infer<typeof Book>;

/**
 * open: a person said that this year is meant; clock: that a clock earlier than the last number is right; skip, again:
 * numbers missing from the book's file are not given again, or are.
 */
export const BookYearActName = z.enum(['open', 'start', 'close', 'reopen', 'clock', 'skip', 'again']);
export type BookYearActName = z.infer<typeof BookYearActName>;

/** A year of one kind of book, all its series together. */
export const BookYear = z.object({
  kind: BookKind,
  year: Year,
  state: z.enum(yearStates),
  /** The last number of every series that has given one, with how many lines it has. */
  series: z.array(z.object({ name: z.string(), last: z.int(), lastDate: z.string().nullable(), lines: z.int() })),
  /** Kept numbers that have no dispatch yet. */
  reserved: z.int(),
  acts: z.array(z.object({ at: z.string(), who: z.string(), act: BookYearActName, reason: z.string().nullable() })),
});
export type BookYear = z.infer<typeof BookYear>;

/** Numbers of one series that were given and that the book does not know. */
export const MissingNumbers = z.object({ kind: BookKind, series: z.string(), year: Year, from: z.int(), to: z.int() });
export type MissingNumbers = z.infer<typeof MissingNumbers>;

const yearOfBook = { kind: BookKind, year: Year };

/** What came in and went out in a week, Monday to Sunday. */
export const WeekOfBooks = z.object({ from: z.string(), to: z.string(), incoming: z.int(), outgoing: z.int() });
export type WeekOfBooks = z.infer<typeof WeekOfBooks>;

export const books = {
  list: procedure.input(z.object({ year: Year.optional() }).optional()).output(z.object({ rows: z.array(Book) })),
  /** The first number of a series, for an office that starts in mid-year; refused once the series has given a number. */
  start: procedure
    .input(
      z.object({
        kind: BookKind,
        series: z.string().transform(oneLine).pipe(z.string().min(1, 'Dãy số chưa có tên.').max(60, 'Tên dãy số dài quá 60 ký tự.')).optional(),
        year: Year,
        next: z.int('Số bắt đầu phải là số nguyên.').min(1, 'Số bắt đầu nhỏ nhất là 1.').max(9_999_999, 'Số bắt đầu quá lớn.'),
      }),
    )
    .output(Book),
  /** The years of both books, newest first, with what was done with them; `offer` is the coming year in December. */
  years: procedure.input(z.object({}).optional()).output(z.object({ rows: z.array(BookYear), offer: Year.nullable() })),
  /** Says that numbers may go into this year's book: a coming year, or a past one beside the running one. */
  open: procedure.input(z.object(yearOfBook)).output(BookYear),
  /** No more numbers for this year: what stands is only corrected. */
  close: procedure.input(z.object({ ...yearOfBook, reason: optionalReason })).output(BookYear),
  reopen: procedure.input(z.object({ ...yearOfBook, reason: Reason('mở lại sổ') })).output(BookYear),
  /** Numbers that were given and that the book's file has lost: while there are any, the book is only read. */
  missing: procedure.input(z.object({}).optional()).output(z.object({ rows: z.array(MissingNumbers) })),
  /** Goes on with such a book: `after` never gives those numbers again, `again` gives them anew. */
  goOn: procedure
    .input(z.object({ how: z.enum(['after', 'again'], { error: 'how là after hoặc again.' }), reason: Reason('dùng tiếp sổ thiếu số') }))
    .output(z.object({ rows: z.array(MissingNumbers) })),
  /** How many dispatches came in, by the day of arrival, and went out, by their own day, week by week up to the week of `asOf`; cancelled ones do not count. */
  weeks: procedure
    .input(
      z
        .object({
          weeks: z.int('Số tuần phải là số nguyên.').min(1, 'Xem ít nhất 1 tuần.').max(106, 'Xem nhiều nhất 106 tuần.').default(12),
          asOf: z.string({ error: 'asOf là ngày dạng năm-tháng-ngày.' }).max(20, 'asOf là ngày dạng năm-tháng-ngày.').optional(),
        })
        .default({ weeks: 12 }),
    )
    .output(z.object({ rows: z.array(WeekOfBooks) })),
};
