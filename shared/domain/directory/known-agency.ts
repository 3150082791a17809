import type { IsoDate } from '../dates.ts';
import type { AgencyKind } from './agency-kind.ts';

/** A name an agency bore, with the first and last day it bore it where known. */
export interface DatedName {
  name: string;
  from: IsoDate | null;
  to: IsoDate | null;
}

/** An agency as rules see it. */
export interface KnownAgency {
  id: number;
  name: string;
  shortName: string;
  abbreviation: string;
  kind: AgencyKind;
  rank: number;
  parentId: number | null;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
  succeededBy: number | null;
  mergedInto: number | null;
  formerNames: DatedName[];
}

/** A group as rules see it: a list of members with days, or a rule. */
export interface KnownGroup {
  id: number;
  name: string;
  shortName: string;
  abbreviation: string;
  aliases: readonly string[];
  rule: { kinds: readonly AgencyKind[]; parent: number | null; except: readonly number[] } | null;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
  /** In the order of the list; empty for a rule. */
  listed: readonly { agencyId: number; from: IsoDate | null; to: IsoDate | null }[];
}

/** Whether a day lies between two, both counted, an open end reaching for ever. */
export const holdsOn = (from: IsoDate | null, to: IsoDate | null, day: IsoDate): boolean => (from === null || from <= day) && (to === null || day <= to);

/** Whether the agency stood on the day. */
export const standsOn = (agency: Pick<KnownAgency, 'validFrom' | 'validTo'>, day: IsoDate): boolean => holdsOn(agency.validFrom, agency.validTo, day);

/** What the agency was called on the day. */
export function nameOn({ name, formerNames }: Pick<KnownAgency, 'name' | 'formerNames'>, day: IsoDate): string {
  // a former name without days says nothing of when
  return formerNames.find(({ from, to }) => (from !== null || to !== null) && holdsOn(from, to, day))?.name ?? name;
}

/** Follows a link from agency to agency until it ends; a chain that closes, or hangs in the air, ends where it was last sure. */
export function followed<Key extends 'mergedInto' | 'succeededBy'>(start: KnownAgency, link: Key, byId: ReadonlyMap<number, KnownAgency>): KnownAgency {
  const seen = new Set<number>();
  let now = start;
  for (;;) {
    seen.add(now.id);
    const next = now[link] === null ? undefined : byId.get(now[link]);
    if (!next || seen.has(next.id)) return now;
    now = next;
  }
}

/** Whether making `from` point to `to` would close a circle. */
export function closesCircle(from: number, to: number, link: 'mergedInto' | 'succeededBy' | 'parentId', byId: ReadonlyMap<number, KnownAgency>): boolean {
  const seen = new Set<number>();
  for (let at: number | null = to; at !== null && !seen.has(at); at = byId.get(at)?.[link] ?? null) {
    if (at === from) return true;
    seen.add(at);
  }
  return false;
}
