import { z } from 'zod';
import { oneLine } from '../domain/vietnamese-text.ts';
import { Day } from './fields.ts';
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
  /** How many dispatches came in, by the day of arrival, and went out, by their own day, week by week up to the week of `asOf`; cancelled ones do not count. */
  weeks: procedure
    .input(
      z
        .object({
          weeks: z.int('Số tuần phải là số nguyên.').min(1, 'Xem ít nhất 1 tuần.').max(106, 'Xem nhiều nhất 106 tuần.').default(12),
          asOf: Day('Ngày xem (asOf)').optional(),
        })
        .default({ weeks: 12 }),
    )
    .output(z.object({ rows: z.array(WeekOfBooks) })),
};
