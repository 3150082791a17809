import { z } from 'zod';
import { searchText } from './fields.ts';
import { procedure } from './procedure.ts';

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
  /** Where the words were found: organ, code, subject, people, rest (notes, types, file names). */
  matched: z.array(z.string()),
  /** Found with the very tones that were typed. */
  exact: z.boolean(),
});
export type Hit = z.infer<typeof Hit>;

export const search = {
  /** One field for everything in both books, without tones, case or order; exact tones first, then the newest. */
  all: procedure.input(z.object({ text: searchText, limit: z.int().min(1).max(100).default(20) })).output(z.object({ hits: z.array(Hit) })),
};
