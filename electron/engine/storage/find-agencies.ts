import type { DirectoryIndex } from '../../../shared/domain/directory/directory-index.ts';
import type { KnownAgency } from '../../../shared/domain/directory/known-agency.ts';
import { indexNames, type NameIndex } from '../../../shared/domain/name-matching.ts';

interface Names {
  find: NameIndex;
  /** The agencies that bear or bore a name. */
  owners: ReadonlyMap<string, readonly KnownAgency[]>;
}

const made = new WeakMap<DirectoryIndex, Names>();

function namesOf(directory: DirectoryIndex): Names {
  const known = made.get(directory);
  if (known) return known;
  const owners = new Map<string, KnownAgency[]>();
  const abbreviations = new Map<string, string>();
  for (const agency of directory.byId.values()) {
    const kept = directory.kept(agency.id) ?? agency;
    for (const name of new Set([agency.name, agency.shortName, ...agency.formerNames.map(({ name: former }) => former)])) {
      if (!owners.has(name)) owners.set(name, []);
      const of = owners.get(name);
      if (of && !of.includes(kept)) of.push(kept);
    }
    abbreviations.set(agency.name, agency.abbreviation);
  }
  const names = { find: indexNames([...owners.keys()].map((name) => ({ name, abbreviation: abbreviations.get(name) }))), owners };
  made.set(directory, names);
  return names;
}

/** Agencies that answer what was typed: by name, short name, former name, initials, without tones; the best first. */
export function findInDirectory(directory: DirectoryIndex, typed: string, wanted: (agency: KnownAgency) => boolean, most: number): KnownAgency[] {
  const { find, owners } = namesOf(directory);
  const found = new Set<KnownAgency>();
  // an agency has three names or so; what is not wanted takes places too
  for (const { name } of find(typed, most * 3)) {
    for (const agency of owners.get(name) ?? []) if (wanted(agency)) found.add(agency);
    if (found.size >= most) break;
  }
  return [...found].slice(0, most);
}
