import { z } from 'zod';
import { procedure } from './procedure.ts';

export const Agency = z.object({
  id: z.int(),
  name: z.string(),
  /** `Sở TC`; the name when it has no shorter form. */
  shortName: z.string(),
  /** `STC`. */
  abbreviation: z.string(),
  /** A name for a whole group stands as one line in a letter (`UBND các xã, phường`). */
  kind: z.enum(['department', 'committee', 'commune', 'party', 'mass', 'press', 'unit', 'group', 'superior']),
});
export type Agency = z.infer<typeof Agency>;

export const agencies = {
  /** The directory, for choosing addressees and recipients; small enough to be given whole. */
  list: procedure.input(z.object({}).optional()).output(z.object({ rows: z.array(Agency) })),
};
