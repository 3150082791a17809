import { z } from 'zod';
import { jobName, Notices } from './fields.ts';
import { procedure } from './procedure.ts';

export const demo = {
  /** Fills an empty data folder with the demonstration office; refused when anything has been entered. Answers how many lines each book has. */
  load: procedure.input(z.object({}).optional()).output(z.object({ office: z.string(), outgoing: z.int(), incoming: z.int(), agencies: z.int() })),
  /**
   * Leaves the demonstration office: its book and files are put aside as an archive of their own, and an empty book whose
   * numbers start anew takes their place. Refused in any other office.
   */
  leave: procedure.input(z.object({ job: jobName }).optional()).output(z.object({ aside: z.string(), notices: Notices })),
};
