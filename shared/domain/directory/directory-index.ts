import type { IsoDate } from '../dates.ts';
import { foldVietnamese } from '../vietnamese-text.ts';
import { abbreviates, agencyKey, agencyWords, foldedAgencyKey, hasNoMarks } from './agency-key.ts';
import { agencyKinds } from './agency-kind.ts';
import { followed, holdsOn, type KnownAgency, type KnownGroup, standsOn } from './known-agency.ts';

/** An agency a text means; `printed` when the text is one of its names, not an abbreviation. */
export interface FoundAgency {
  agency: KnownAgency;
  printed: boolean;
}

/** The directory as names are looked up in it. */
export interface DirectoryIndex {
  /** Every entry that has not been merged into another, in the order of protocol. */
  agencies: readonly KnownAgency[];
  byId: ReadonlyMap<number, KnownAgency>;
  groups: readonly KnownGroup[];
  /** The entry that is kept for the one of that id. */
  kept(id: number): KnownAgency | undefined;
  /** The agency the text names; null when none does, or several do. */
  find(text: string, day: IsoDate): FoundAgency | null;
  /** The group the text names. */
  findGroup(text: string, day: IsoDate): KnownGroup | null;
}

const order = new Map(agencyKinds.map((kind, at) => [kind, at]));
const byName = new Intl.Collator('vi', { numeric: true });

/** By kind, rank, name. */
export const byProtocol = (one: KnownAgency, other: KnownAgency): number => (order.get(one.kind) ?? 0) - (order.get(other.kind) ?? 0) || one.rank - other.rank || byName.compare(one.name, other.name);

/** Makes the lookups of a directory; agencies and groups are given as they are kept. */
export function indexDirectory(all: readonly KnownAgency[], groups: readonly KnownGroup[]): DirectoryIndex {
  const byId = new Map(all.map((agency) => [agency.id, agency]));
  const kept = (id: number): KnownAgency | undefined => {
    const start = byId.get(id);
    return start && (start.mergedInto === null ? start : followed(start, 'mergedInto', byId));
  };
  const agencies = all.filter((agency) => kept(agency.id) === agency).sort(byProtocol);
  const names = new Map<string, Set<KnownAgency>>();
  const folded = new Map<string, Set<KnownAgency>>();
  const abbreviations = new Map<string, Set<KnownAgency>>();
  const byFirstWord = new Map<string, { agency: KnownAgency; words: readonly string[] }[]>();
  for (const each of all) {
    const agency = kept(each.id) ?? each;
    for (const name of new Set([each.name, each.shortName, ...each.formerNames.map(({ name: former }) => former)])) {
      add(names, agencyKey(name), agency);
      add(folded, foldedAgencyKey(name), agency);
    }
    add(abbreviations, each.abbreviation.toLocaleUpperCase('vi'), agency);
    const words = agencyWords(each.name);
    const first = words[0];
    if (first === undefined) continue;
    const alike = byFirstWord.get(first);
    if (alike) alike.push({ agency, words });
    else byFirstWord.set(first, [{ agency, words }]);
  }
  const byGroupName = new Map<string, KnownGroup[]>();
  for (const group of groups) {
    for (const key of new Set([group.name, group.shortName, ...group.aliases].flatMap((name) => [agencyKey(name), foldedAgencyKey(name)]))) byGroupName.set(key, [...(byGroupName.get(key) ?? []), group]);
  }

  const find = (text: string, day: IsoDate): FoundAgency | null => {
    const key = agencyKey(text);
    if (key === '') return null;
    const named = one(names.get(key), day) ?? (hasNoMarks(text) ? one(folded.get(key), day) : null);
    if (named) return { agency: named, printed: true };
    const abbreviated = one(abbreviations.get(text.trim().toLocaleUpperCase('vi')), day);
    if (abbreviated) return { agency: abbreviated, printed: false };
    const words = agencyWords(text);
    const [first = ''] = words;
    if (words.length < 2) return null;
    const short = one(new Set((byFirstWord.get(first) ?? []).filter((known) => abbreviates(words, known.words) && sameTones(key, known)).map(({ agency }) => agency)), day);
    return short && { agency: short, printed: false };
  };
  const findGroup = (text: string, day: IsoDate): KnownGroup | null => {
    const found = byGroupName.get(agencyKey(text)) ?? [];
    return found.find(({ validFrom, validTo }) => holdsOn(validFrom, validTo, day)) ?? null;
  };
  return { agencies, byId, groups, kept, find, findGroup };
}

/** Whole words of the text stand in the name with the same tones, unless they were written without. */
function sameTones(key: string, { agency, words }: { agency: KnownAgency; words: readonly string[] }): boolean {
  const exact = new Set(agencyKey(agency.name).split(' '));
  return key.split(' ').every((word) => exact.has(word) || foldVietnamese(word) === word || !words.includes(foldVietnamese(word)));
}

function add(map: Map<string, Set<KnownAgency>>, key: string, agency: KnownAgency): void {
  if (key === '') return;
  const present = map.get(key);
  if (present) present.add(agency);
  else map.set(key, new Set([agency]));
}

/** The only one; of several the only one that stood on the day. */
function one(found: ReadonlySet<KnownAgency> | undefined, day: IsoDate): KnownAgency | null {
  if (!found) return null;
  const standing = found.size > 1 ? [...found].filter((agency) => standsOn(agency, day)) : [...found];
  return standing.length === 1 ? (standing[0] ?? null) : null;
}
