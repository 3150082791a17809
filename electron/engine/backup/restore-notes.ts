import { z } from 'zod';

/** The setting that remembers the restores of a book, newest first. */
export const restoresKey = 'restores';

const Note = z.object({
  at: z.string(),
  who: z.string(),
  /** The archive it came from, and the instant whose state that holds. */
  from: z.string(),
  stateOf: z.string(),
  /** The backup of the state it replaced; null when that was damaged. */
  aside: z.string().nullable(),
  undo: z.boolean(),
});
export type RestoreNote = z.infer<typeof Note>;

/** The notes as kept. */
export const readRestores = (kept: unknown): RestoreNote[] => z.array(Note).parse(kept ?? []);
