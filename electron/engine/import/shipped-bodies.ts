import { z } from 'zod';
import { agencyKinds } from '../../../shared/domain/directory/agency-kind.ts';
import type { ShippedBody } from '../../../shared/domain/directory/province-bodies.ts';

const Body = z.strictObject({
  id: z.string(),
  name: z.string(),
  short: z.string().optional(),
  abbr: z.string().optional(),
  kind: z.enum(agencyKinds),
  usual: z.boolean().default(true),
  note: z.string().nullable().default(null),
  fill: z.string().nullable().default(null),
  named: z.record(z.string(), z.string()).default({}),
});
const File = z.strictObject({ source: z.string(), asOf: z.string(), groups: z.array(z.strictObject({ id: z.string(), name: z.string(), bodies: z.array(Body) })) });

/** The bodies of a province as the program ships them, by group, in the order of protocol. */
export interface ShippedBodies {
  asOf: string;
  groups: { id: string; name: string; bodies: ShippedBody[] }[];
}

/** Reads resources/province-bodies.json. */
export const shippedBodies = (shipped: unknown): ShippedBodies => File.parse(shipped);
