import { z } from 'zod';
import { jobName } from './fields.ts';
import { procedure } from './procedure.ts';

/** Every rule the health check walks; each finding names the one it breaks. */
export const HealthRule = z.enum([
  'database',
  'schema',
  'references',
  'number-gap',
  'number-double',
  'number-beyond-book',
  'counter',
  'file-missing',
  'file-changed',
  'file-orphan',
  'link',
  'search-index',
  'file-text',
  'date-range',
  'date-order',
  'history',
  'book-years',
]);
export type HealthRule = z.infer<typeof HealthRule>;

export const HealthFinding = z.object({
  rule: HealthRule,
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  /** What the window opens: a line by its id, a book by kind, series and year; else only what kind of thing it is. */
  where: z.object({
    kind: z.enum(['incoming', 'outgoing', 'book', 'file', 'database']),
    id: z.int().optional(),
    book: z.enum(['incoming', 'outgoing']).optional(),
    series: z.string().optional(),
    year: z.int().optional(),
    number: z.int().optional(),
    sha256: z.string().optional(),
  }),
});
export type HealthFinding = z.infer<typeof HealthFinding>;

export const health = {
  /** Walks every rule over the whole book and every file; an empty list is a healthy book. */
  check: procedure.input(z.object({ job: jobName }).optional()).output(
    z.object({
      findings: z.array(HealthFinding),
      /** Findings beyond those listed, by rule. */
      more: z.partialRecord(HealthRule, z.int()),
      /** What was looked at: lines of either book, files and their bytes, lines looked up in the search, history entries. */
      checked: z.object({ incoming: z.int(), outgoing: z.int(), files: z.int(), bytes: z.int(), searched: z.int(), history: z.int(), rules: z.array(HealthRule) }),
    }),
  ),
};
