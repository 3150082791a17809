import { z } from 'zod';
import { Year } from './books.ts';
import { Changed } from './incoming.ts';
import { jobName } from './fields.ts';
import { PrintedBook } from './printed-book.ts';
import { procedure } from './procedure.ts';

const span = {
  book: PrintedBook,
  year: Year,
  /** First and last day, inclusive (of arrival for the incoming books, of the dispatch for the outgoing one, of sending for the post's). */
  from: z.string().optional(),
  to: z.string().optional(),
  /** One series only; all of them when left out. */
  series: z.string().optional(),
  /** Quyển số. */
  volume: z.string().max(20).optional(),
  /** Ruled rows left blank at the end, to be filled by hand. */
  blankRows: z.int().min(0).max(500).default(0),
};

/** One line as a printed book shows it: a text for every column of its form. */
export const PrintedRow = z.object({ cells: z.array(z.string()), cancelled: z.boolean() });

export const register = {
  /** The book as a file with cover, head rows repeated and page numbers, A4 landscape. */
  export: procedure.input(z.object({ ...span, format: z.enum(['xlsx', 'docx'], { error: 'Dạng tệp là xlsx hoặc docx.' }), job: jobName })).output(z.file()),
  /** The same book for the screen, a part at a time. */
  read: procedure
    .input(z.object({ ...span, offset: z.int().min(0).default(0), limit: z.int().min(1).max(5000).default(500) }))
    .output(
      z.object({
        title: z.string(),
        columns: z.array(z.object({ header: z.string(), widthMm: z.number(), align: z.enum(['left', 'center', 'right']) })),
        cover: z.object({ parentName: z.string().nullable(), name: z.string(), title: z.string(), year: z.string(), days: z.string(), numbers: z.string().nullable(), volume: z.string() }),
        rows: z.array(PrintedRow),
        total: z.int(),
      }),
    ),
  /** Takes one act back on every line that nobody has changed since; `kept` counts those that were. */
  undo: procedure.input(z.object({ act: z.int('Mã việc (act) là số nguyên.'), job: jobName })).output(Changed),
};
