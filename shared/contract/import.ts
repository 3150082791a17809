import { z } from 'zod';
import { BookKind, Year } from './books.ts';
import { jobName } from './fields.ts';
import { procedure } from './procedure.ts';

/** What a column of an old book can be. */
export const ImportField = z.enum(
  ['number', 'arrivalDate', 'organName', 'code', 'codeNumber', 'codeNotation', 'issuedDate', 'typeName', 'typeAndSubject', 'subject', 'signer', 'toPlaces', 'handedDate', 'receipt', 'dueDate', 'pages', 'copies', 'archiveUnits', 'addressees', 'note', 'priority', 'secrecy'],
  { error: 'Trường không có trong sổ.' },
);
export type ImportField = z.infer<typeof ImportField>;

export const ImportProblem = z.object({
  /** Row as the sheet counts it, from 1. */
  row: z.int(),
  /** Its sheet where several are read; with row 0 the sheet itself is spoken of. */
  sheet: z.string().optional(),
  /** Column letter. */
  column: z.string().optional(),
  message: z.string(),
  /** Whether the row is left out because of it. */
  leftOut: z.boolean(),
});

/** Field → column letter; a field left out is not read. */
export const ImportMapping = z.partialRecord(ImportField, z.string().regex(/^[A-Z]{1,3}$/, 'Cột ghi bằng chữ cái như A, B, AA.'));

export const LegacyEncoding = z.enum(['tcvn3', 'vni']);

const what = {
  book: BookKind,
  file: z.file(),
  /** Name of one sheet; left out, the first that has the heads of such a book, with every visible one of the same columns. */
  sheet: z.string().optional(),
  /** Several sheets, or `all` that have the heads of such a book, hidden ones among them; not together with `sheet`. */
  sheets: z.union([z.literal('all'), z.array(z.string()).min(1).max(500)]).optional(),
  /** Row of the heads, from 1; found by itself when left out. */
  headRow: z.int().min(1).optional(),
  mapping: ImportMapping.optional(),
  /** The year of rows whose dates do not say it. */
  year: Year.optional(),
  /** Convert the texts from this old encoding. */
  encoding: LegacyEncoding.nullish(),
  /** How days that may be read both ways are read; asked where a column writes both ways. */
  dayOrder: z.enum(['day-first', 'month-first']).optional(),
  job: jobName,
};

export const imports = {
  preview: procedure.input(z.object(what)).output(
    z.object({
      sheets: z.array(z.object({ name: z.string(), rows: z.int(), hidden: z.boolean(), taken: z.boolean() })),
      /** The first of the sheets that are read; the columns are its own. */
      sheet: z.string(),
      headRow: z.int(),
      columns: z.array(z.object({ column: z.string(), header: z.string(), field: ImportField.nullable(), certain: z.boolean(), samples: z.array(z.string()) })),
      /** The first rows as they would be entered. */
      rows: z.array(z.record(z.string(), z.unknown())),
      /** How many rows would come in, are there already, would be left out. */
      amounts: z.object({ new: z.int(), present: z.int(), leftOut: z.int() }),
      years: z.array(z.object({ year: z.int(), rows: z.int(), firstNumber: z.string().nullable(), lastNumber: z.string().nullable() })),
      problems: z.array(ImportProblem),
      /** Further problems that are not listed. */
      moreProblems: z.int(),
      /** An old encoding the texts seem to be in, with a sample before and after. */
      encoding: z.object({ name: LegacyEncoding, before: z.string(), after: z.string() }).nullable(),
    }),
  ),
  /** Enters all rows in one transaction, numbers kept; the same file a second time adds nothing. */
  apply: procedure.input(z.object(what)).output(z.object({ imported: z.int(), skipped: z.int(), batch: z.int().nullable(), problems: z.array(ImportProblem), moreProblems: z.int() })),
  /** Takes a whole batch out again; refused when one of its lines has been worked on since. */
  undo: procedure.input(z.object({ batch: z.int('Mã lần nhập (batch) là số nguyên.'), job: jobName })).output(z.object({ removed: z.int() })),
  list: procedure.input(z.object({}).optional()).output(z.object({ rows: z.array(z.object({ batch: z.int(), at: z.string(), who: z.string(), book: BookKind, fileName: z.string(), imported: z.int(), skipped: z.int(), undoneAt: z.string().nullable() })) })),
};
