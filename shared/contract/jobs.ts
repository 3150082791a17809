import { z } from 'zod';
import { procedure } from './procedure.ts';

const job = z.string().min(1).max(100);

/** Long calls take a `job` name of the caller's making; by it they can be watched and stopped meanwhile. */
export const jobs = {
  get: procedure.input(z.object({ job })).output(
    z
      .object({
        /** What it is at, as people say it. */
        phase: z.string(),
        done: z.int(),
        /** Null while it is not known. */
        total: z.int().nullable(),
      })
      .nullable(),
  ),
  /** Asks it to stop; its own call then answers CANCELLED and nothing of it stays. */
  cancel: procedure.input(z.object({ job })).output(z.object({ asked: z.boolean() })),
};
