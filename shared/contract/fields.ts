import { z } from 'zod';
import { isRealDate, unrealDaySentence } from '../domain/dates.ts';
import { priorities } from '../domain/register-states.ts';
import { cleanText, oneLine } from '../domain/vietnamese-text.ts';
import { hasWords } from '../letter/visible-text.ts';

const cleanLine = (text: string): string => oneLine(cleanText(text).text);

/** A line of text that may be long up to `max` characters: NFC, without characters no document can hold, spaces of any kind one. */
export const line = (name: string, max: number) => z.string({ error: `${name} phải là chữ.` }).transform(cleanLine).pipe(z.string().max(max, `${name} dài quá ${max} ký tự.`));

/** The same, with at least a letter or a figure in it that can be seen; `missing` says that it has none. */
export const filledLine = (name: string, max: number, missing: string) => line(name, max).refine(hasWords, missing);

/** The same, empty as null. None of these fields takes `undefined`: what is left out of a change must stay as it is. */
export const nullableLine = (name: string, max: number) => line(name, max).nullable().transform((text) => (text ? text : null));

/** Text of several lines, empty as null. */
export const nullableText = (name: string, max: number) =>
  z
    .string({ error: `${name} phải là chữ.` })
    .transform((text) => cleanText(text).text.trim())
    .pipe(z.string().max(max, `${name} dài quá ${max} ký tự.`))
    .nullable()
    .transform((text) => (text ? text : null));

/** A day `YYYY-MM-DD` that is in the calendar; anything else is refused, and so is an empty text. */
export const Day = (name: string) =>
  z.string({ error: `${name} phải là chữ dạng năm-tháng-ngày.` }).max(20, `${name} không phải là ngày.`).superRefine((day, context) => {
    if (!isRealDate(day)) context.addIssue({ code: 'custom', message: day === '' ? `${name} còn trống; ghi ngày dạng năm-tháng-ngày.` : unrealDaySentence(name, day) });
  });

/** Whether a text can be a path: no system has names with NUL in them, and halves of letters belong to no name. */
export const isPathText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** A day `YYYY-MM-DD`, not yet looked up in the calendar; empty as null. */
export const nullableDay = (name: string) => z.string({ error: `${name} phải là chữ dạng năm-tháng-ngày.` }).transform(cleanLine).pipe(z.string().max(20, `${name} không phải là ngày.`)).nullable().transform((day) => (day ? day : null));

/** A small whole number, or null. */
export const nullableCount = (name: string, max: number) => z.int(`${name} phải là số nguyên.`).min(0, `${name} không thể âm.`).max(max, `${name} quá lớn.`).nullable();

export const Priority = z.literal(priorities, { error: 'Độ khẩn là 0 thường, 1 khẩn, 2 thượng khẩn hoặc 3 hỏa tốc.' });

/** Why something is done, in the person's own words. */
export const Reason = (what: string) => z.string({ error: `Ghi lý do ${what}.` }).transform(cleanLine).pipe(z.string().max(500, 'Lý do dài quá 500 ký tự.')).refine(hasWords, `Ghi lý do ${what}.`);

export const optionalReason = nullableLine('Lý do', 500).optional();

/** How much of a list is wanted, and from where. */
export const page = {
  limit: z.int('Số dòng phải là số nguyên.').min(1, 'Ít nhất một dòng.').max(500, 'Nhiều nhất 500 dòng một lần.').default(100),
  /** What `nextCursor` gave. */
  cursor: z.string().optional(),
  /** How many lines of the list to skip: for a window that shows the middle of a long list. */
  offset: z.int('Số dòng bỏ qua phải là số nguyên.').min(0, 'Số dòng bỏ qua không thể âm.').optional(),
  /** False: totals above ten thousand hits of a search need not be counted to the end (`more` says so). */
  exact: z.boolean().default(true),
};

/** By which of these columns a list is sorted; text in the order of the Vietnamese alphabet, lines without a value last. */
export const sortBy = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.object({
    by: z.enum(names, { error: `Sắp theo (sort.by) là một trong: ${names.join(', ')}.` }),
    order: z.enum(['asc', 'desc'], { error: 'Chiều sắp (sort.order) là asc hoặc desc.' }).default('asc'),
  });

/** Text as typed into the finding field. */
export const searchText = z.string().max(200, 'Chữ tìm dài quá 200 ký tự.');

/** What a person has agreed to, as a NEEDS_CONFIRM named it: `year:2027`, `clock:2026-11-20`. */
export const confirmed = z
  .array(z.string({ error: 'confirm là danh sách chữ.' }).max(40, 'Điều xác nhận không đúng dạng.'), { error: 'confirm là danh sách chữ.' })
  .max(10, 'Quá nhiều điều xác nhận.')
  .optional();

/** Findings that a person lets stand, each with why; the reason stays in the history. `table-sum`: typed sums that do not add up. */
export const accepted = z
  .array(z.object({ rule: z.string({ error: 'Điều chấp nhận phải ghi rule.' }).min(1, 'Điều chấp nhận phải ghi rule.').max(60, 'rule dài quá 60 ký tự.'), reason: Reason('chấp nhận') }), { error: 'accept là danh sách {rule, reason}.' })
  .max(20, 'Quá nhiều điều chấp nhận.')
  .optional();

/** Added to a long call so that `jobs.get` and `jobs.cancel` know it; any name its caller has made up. */
export const jobName = z.string().min(1).max(100).optional();

/** A sentence or several about what was noticed on the way in. */
export const Notices = z.array(z.string());
