import { z } from 'zod';
import { IncomingId } from './incoming.ts';
import { OutgoingId } from './outgoing.ts';
import { procedure } from './procedure.ts';

const place = { xMm: z.number().min(0).max(1200).default(30), yMm: z.number().min(0).max(1200).default(45) };

/** Single sheets of PL IV: the stamp (V), the envelope (II), the handling slip (VII). */
export const sheets = {
  /** A PDF with the stamp «ĐẾN» alone, 35 × 50 mm, its top left corner at x, y mm: printed over the paper that arrived. */
  stamp: procedure.input(z.object({ id: IncomingId, paper: z.enum(['A4', 'A3', 'A5']).default('A4'), ...place })).output(z.file()),
  /** A copy of a PDF kept with the line, stamped; the original stays as it is. */
  stamped: procedure.input(z.object({ id: IncomingId, ordinal: z.int(), page: z.int().min(1).default(1), ...place })).output(z.file()),
  /** Envelopes for an outgoing dispatch, one for every addressee, or for the names given; a line that stands for several agencies («UBND các xã, phường») gives one for each. */
  envelope: procedure.input(z.object({ id: OutgoingId, to: z.array(z.string().max(300)).max(500).optional() })).output(z.file()),
  /** Phiếu giải quyết văn bản đến. */
  handling: procedure.input(z.object({ id: IncomingId })).output(z.file()),
};
