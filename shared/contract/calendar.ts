import { z } from 'zod';
import { Year } from './books.ts';
import { filledLine, line, Notices } from './fields.ts';
import { procedure } from './procedure.ts';

/** holiday: nghỉ lễ; made-up: nghỉ bù; swapped-off: nghỉ hoán đổi; worked: ngày nghỉ hằng tuần đi làm bù. */
export const CalendarDayKind = z.enum(['holiday', 'made-up', 'swapped-off', 'worked'], { error: 'Loại ngày là holiday, made-up, swapped-off hoặc worked.' });

export const CalendarDay = z.object({ day: z.string({ error: 'Ngày phải là chữ dạng năm-tháng-ngày.' }), kind: CalendarDayKind, name: filledLine('Tên ngày nghỉ', 200, 'Chưa ghi tên ngày nghỉ.'), source: line('Căn cứ', 300).default('') });
export type CalendarDay = z.infer<typeof CalendarDay>;

export const CalendarYear = z.object({
  year: Year,
  /** Whether the year's official notice is in it; a deadline that meets an unconfirmed year says so. */
  confirmed: z.boolean(),
  source: z.string(),
  days: z.array(CalendarDay),
  /** ours: written by this office; shipped: came with the program; proposed: only the fixed holidays are known. */
  from: z.enum(['ours', 'shipped', 'proposed']),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

export const calendar = {
  list: procedure.input(z.object({}).optional()).output(z.object({ rows: z.array(z.object({ year: Year, confirmed: z.boolean(), source: z.string(), days: z.int(), from: CalendarYear.shape.from })) })),
  get: procedure.input(z.object({ year: Year })).output(CalendarYear),
  /** Writes a whole year as the office has it. */
  save: procedure.input(z.object({ year: Year, days: z.array(CalendarDay).max(200, 'Một năm có quá 200 ngày nghỉ.'), confirmed: z.boolean(), source: line('Căn cứ', 300).default('') })).output(CalendarYear.extend({ act: z.int().nullable(), notices: Notices })),
  /** The year as a sheet, and back. */
  export: procedure.input(z.object({ year: Year })).output(z.file()),
  import: procedure.input(z.object({ year: Year, file: z.file() })).output(CalendarYear.extend({ act: z.int().nullable(), notices: Notices })),
  /** The end of a term, with how it was counted: the first day is not counted, an end on a day off moves to the next working day (BLDS 2015, Điều 147–148). */
  count: procedure
    .input(z.object({ from: z.string(), amount: z.int('Số ngày phải là số nguyên.').min(1, 'Ít nhất một ngày.').max(3660, 'Nhiều nhất 3.660 ngày.'), unit: z.enum(['days', 'working-days']) }))
    .output(z.object({ due: z.string(), rule: z.string(), unconfirmedYears: z.array(z.int()) })),
};
