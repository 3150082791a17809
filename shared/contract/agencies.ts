import { z } from 'zod';
import { filledLine, line } from './fields.ts';
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
  /** Adds an agency, or changes the one of that id; a name that is there already is refused. Short name and abbreviation are proposed from the name when left out. */
  save: procedure
    .input(z.object({ id: z.int().optional(), name: filledLine('Tên cơ quan', 300, 'Chưa ghi tên cơ quan.'), shortName: line('Tên ngắn', 200).optional(), abbreviation: line('Chữ viết tắt', 40).optional(), kind: Agency.shape.kind.optional() }))
    .output(Agency),
};
