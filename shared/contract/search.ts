import { z } from 'zod';
import { searchText } from './fields.ts';
import { procedure } from './procedure.ts';

/** Where inside a document the words stand, when they stand in no field of the register. */
export const Found = z.object({
  /** As people call it: `trong thư`, `Phụ lục I`, `tệp đính kèm du-toan.pdf`. */
  where: z.string(),
  /** The sentence, cut with `…` when it is long. */
  sentence: z.string(),
  /** The stretches of the sentence to be marked, [start, end) in UTF-16 units. */
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type Found = z.infer<typeof Found>;

export const Hit = z.object({
  kind: z.enum(['incoming', 'outgoing']),
  id: z.int(),
  /** `146/UBND-VP`; empty for a draft and for a dispatch without number. */
  code: z.string(),
  /** Số đến of an incoming line, number of an outgoing one, as printed; null for a draft. */
  number: z.string().nullable(),
  year: z.int(),
  subject: z.string(),
  /** The agency that sent it, or the addressees. */
  organName: z.string(),
  /** The day of the book: of arrival, or of the outgoing dispatch. */
  date: z.string().nullable(),
  /** The day the dispatch itself carries. */
  documentDate: z.string().nullable(),
  status: z.string(),
  /** Where the words were found: organ, code, subject, people, rest (notes, types, file names); body, appendix, attached. */
  matched: z.array(z.string()),
  /** Found with the very tones that were typed. */
  exact: z.boolean(),
  /** Null for a hit in the fields of the register. */
  found: Found.nullable(),
});
export type Hit = z.infer<typeof Hit>;

export const search = {
  /**
   * One field for everything in both books, without tones, case or order; exact tones first, then the newest. What is found
   * in the fields of the register comes before what is found inside letters, their appendices and attached files.
   */
  all: procedure.input(z.object({ text: searchText, limit: z.int().min(1).max(100).default(20) })).output(
    z.object({
      hits: z.array(Hit),
      /** Former letters and attached files whose text has not been read yet; none once every text can be found. */
      unread: z.object({ letters: z.int(), files: z.int() }),
    }),
  ),
};
