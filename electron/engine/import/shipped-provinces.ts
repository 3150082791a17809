import { z } from 'zod';
import { addDays } from '../../../shared/domain/dates.ts';
import type { SheetAgency } from './agency-sheet.ts';

const Province = z.object({ code: z.string(), name: z.string(), level: z.string(), validFrom: z.string(), levelFrom: z.string().nullable(), predecessors: z.array(z.object({ level: z.string(), name: z.string(), validTo: z.string() })) });
const File = z.object({ provinces: z.array(Province) });

const committee = (level: string, name: string): string => `UBND ${level === 'tỉnh' ? 'tỉnh' : 'thành phố'} ${name}`;

/** The People's Committees of the 34 provinces and cities with those they took over from on 01/7/2025, as rows of a list of agencies. */
export function provincesAsAgencies(shipped: unknown): SheetAgency[] {
  const rows: Omit<SheetAgency, 'row'>[] = [];
  for (const { code, name, level, validFrom, levelFrom, predecessors } of File.parse(shipped).provinces) {
    const now = committee(level, name);
    const same = predecessors.find((each) => each.name === name);
    const earlier = same && committee(same.level, name) !== now ? committee(same.level, name) : null;
    // the level changed on its own day, else with the reorganisation
    const formerNames = earlier === null ? [] : [{ name: earlier, from: null, to: addDays(levelFrom ?? validFrom, -1) }];
    // Huế took its name and level half a year before its code
    const began = levelFrom !== null && levelFrom < validFrom ? levelFrom : validFrom;
    rows.push({ ...nothing, name: now, codes: [code], validFrom: predecessors.length > 0 && !same ? began : null, formerNames });
    for (const each of predecessors) if (each !== same) rows.push({ ...nothing, name: committee(each.level, each.name), validTo: each.validTo, successor: now });
  }
  return rows.map((row, at) => ({ ...row, row: at + 1 }));
}

const nothing: Omit<SheetAgency, 'row' | 'name'> = { shortName: '', abbreviation: '', kind: 'superior', rank: null, parent: '', codes: [], validFrom: null, validTo: null, successor: '', formerNames: [], address: '', phone: '', email: '', note: '', problem: null };
