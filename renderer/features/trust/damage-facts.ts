import { ORPCError } from '@orpc/client';
import { z } from 'zod';

const Facts = z.object({
  newestBackup: z.object({ path: z.string(), name: z.string(), at: z.string(), office: z.string().nullable(), size: z.number(), checked: z.boolean() }).nullable().catch(null),
  lastNumbers: z.array(z.object({ kind: z.enum(['incoming', 'outgoing']), series: z.string(), year: z.number(), last: z.number() })).catch([]),
});

/** What a refusal DATA_DAMAGED tells of the way back. */
export type DamageFacts = z.infer<typeof Facts>;

/** The newest good backup, and the last numbers that the damaged file still tells; nothing when the refusal says neither. */
export function damageFacts(error: unknown): DamageFacts {
  const read = Facts.safeParse(error instanceof ORPCError ? error.data : null);
  return read.success ? read.data : { newestBackup: null, lastNumbers: [] };
}
