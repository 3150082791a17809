import type { z } from 'zod';
import type { EngineParts } from '../engine-parts.ts';
import { addAgencies } from './add-agencies.ts';
import type { DemonstrationAgency, DemonstrationGroup } from './demonstration-files.ts';
import { onDay } from './demonstration-lines.ts';
import { saveGroup } from './groups.ts';

/** The day the demonstration's directory was written. */
const writtenOn = '2026-01-02';

/** Enters the demonstration's agencies in their order, and its groups. */
export async function enterDirectory(held: EngineParts, agencies: readonly z.infer<typeof DemonstrationAgency>[], groups: readonly DemonstrationGroup[]): Promise<void> {
  const dated = onDay(held, writtenOn, '08:15:00');
  const ids = await addAgencies(dated, agencies.map((agency, at) => ({ ...agency, rank: at + 1 })), 'import');
  const byName = new Map(agencies.map(({ name }, at) => [name, ids[at] ?? 0]));
  for (const { rule, ...group } of groups) {
    await saveGroup(dated, { ...group, ...(rule && { rule: { kinds: rule.kinds, parent: null, except: rule.except.map((name) => byName.get(name) ?? 0) } }) });
  }
}
