import type { EngineParts } from '../engine-parts.ts';
import { actNow } from '../engine-parts.ts';
import type { AgencyRow } from '../storage/agency-repository.ts';
import { addThing, agencyThing } from '../storage/directory-things.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking, type TrackedChange } from '../storage/tracking-acts.ts';
import { blank } from './agencies.ts';

/** Adds agencies in one act; answers their ids in the order given. The caller has seen to it that none is there yet. */
export async function addAgencies(held: EngineParts, agencies: readonly (Partial<AgencyRow> & { name: string })[], act: string): Promise<number[]> {
  const changes: TrackedChange[] = [];
  for (const agency of agencies) changes.push(await addThing(held.database, 'agency', agencyThing, { ...blank, ...agency }));
  if (changes.length > 0) await recordTracking(held.database, { ...actNow(held, await readSettings(held.database)), act, reason: null }, changes);
  return changes.map(({ id }) => id);
}
