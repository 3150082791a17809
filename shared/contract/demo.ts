import { z } from 'zod';
import { procedure } from './procedure.ts';

export const demo = {
  /** Fills an empty data folder with the demonstration office; refused when anything has been entered. Answers how many lines each book has. */
  load: procedure.input(z.object({}).optional()).output(z.object({ office: z.string(), outgoing: z.int(), incoming: z.int(), agencies: z.int() })),
};
