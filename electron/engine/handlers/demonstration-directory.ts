import type { EngineParts } from '../engine-parts.ts';
import { addAgencies } from './add-agencies.ts';
import type { DemonstrationAgency, DemonstrationDirectory, DemonstrationGroup } from './demonstration-files.ts';
import { onDay } from './demonstration-lines.ts';
import { saveGroup } from './groups.ts';

/** The day the demonstration's directory was written. */
const writtenOn = '2026-01-02';

/** Enters the demonstration's agencies in their order, those that were closed behind them, and its groups; answers the agencies' ids by long and short name. */
export async function enterDirectory(held: EngineParts, agencies: readonly DemonstrationAgency[], { particulars, closed }: DemonstrationDirectory, groups: readonly DemonstrationGroup[]): Promise<Map<string, number>> {
  const dated = onDay(held, writtenOn, '08:15:00');
  const known = new Map(particulars.map((each) => [each.name, each]));
  const ids = await addAgencies(dated, agencies.map((agency, at) => ({ ...agency, ...asKept(known.get(agency.name)), rank: at + 1 })), 'import');
  const byName = new Map(agencies.flatMap(({ name, shortName }, at) => [name, shortName].map((each) => [each, ids[at] ?? 0] as const)));
  await addAgencies(dated, closed.map(({ succeededBy, ...agency }, at) => ({ ...agency, ...asKept(agency), succeededBy: byName.get(succeededBy) ?? null, rank: agencies.length + at + 1 })), 'import');
  for (const { rule, ...group } of groups) {
    await saveGroup(dated, { ...group, ...(rule && { rule: { kinds: rule.kinds, parent: null, except: rule.except.map((name) => byName.get(name) ?? 0) } }) });
  }
  return byName;
}

/** Lists as a row keeps them. */
function asKept(agency: Partial<DemonstrationDirectory['particulars'][number]> = {}) {
  const { formerNames = [], codes = [], contacts = [], signers = [], ...plain } = agency;
  return { ...plain, formerNames: JSON.stringify(formerNames), codes: JSON.stringify(codes), contacts: JSON.stringify(contacts), signers: JSON.stringify(signers) };
}
