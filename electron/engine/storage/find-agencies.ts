import type { DirectoryIndex } from '../../../shared/domain/directory/directory-index.ts';
import type { KnownAgency } from '../../../shared/domain/directory/known-agency.ts';
import { foldAhead, indexNames, type NameIndex } from '../../../shared/domain/name-matching.ts';

interface Names {
  find: NameIndex;
  /** The agencies that bear or bore a name. */
  owners: ReadonlyMap<string, readonly KnownAgency[]>;
}

const made = new WeakMap<DirectoryIndex, Names>();
/** Those being made ready, each as far as it has come. */
const begun = new WeakMap<DirectoryIndex, Generator<void, Names>>();

/** Reads the names of a directory, an agency a step. */
function* readNames(directory: DirectoryIndex): Generator<void, Names> {
  const owners = new Map<string, KnownAgency[]>();
  const abbreviations = new Map<string, string>();
  for (const agency of directory.byId.values()) {
    const kept = directory.kept(agency.id) ?? agency;
    for (const name of new Set([agency.name, agency.shortName, ...agency.formerNames.map(({ name: former }) => former)])) {
      if (!owners.has(name)) owners.set(name, []);
      const of = owners.get(name);
      if (of && !of.includes(kept)) of.push(kept);
      foldAhead(name);
    }
    abbreviations.set(agency.name, agency.abbreviation);
    yield;
  }
  return { find: indexNames([...owners.keys()].map((name) => ({ name, abbreviation: abbreviations.get(name) }))), owners };
}

/** Goes on reading the names until they are all read or `enough` says so; null when some are left. */
function goOn(directory: DirectoryIndex, enough: () => boolean): Names | null {
  const known = made.get(directory);
  if (known) return known;
  const reading = begun.get(directory) ?? readNames(directory);
  begun.set(directory, reading);
  for (;;) {
    const step = reading.next();
    if (step.done) {
      made.set(directory, step.value);
      begun.delete(directory);
      return step.value;
    }
    if (enough()) return null;
  }
}

/** The answer to whoever opened the directory goes out first, ms. */
const afterAnswer = 100;
/** How long other calls wait while names are read, ms; the last stretch, which makes the index, is a few times as long at 5,000 agencies. */
const stretch = 4;

/** Gets ready to find in a directory that was just opened, between other calls, so that the first key is answered as fast as the next ones. */
export function readyToFind(directory: DirectoryIndex): void {
  if (made.has(directory) || begun.has(directory)) return;
  begun.set(directory, readNames(directory));
  const goOnAWhile = (): void => {
    const end = performance.now() + stretch;
    if (goOn(directory, () => performance.now() > end) === null) setImmediate(goOnAWhile);
  };
  setTimeout(goOnAWhile, afterAnswer).unref();
}

/** Agencies that answer what was typed: by name, short name, former name, initials, without tones; the best first. */
export function findInDirectory(directory: DirectoryIndex, typed: string, wanted: (agency: KnownAgency) => boolean, most: number): KnownAgency[] {
  const names = goOn(directory, () => false);
  const found = new Set<KnownAgency>();
  // an agency has three names or so; what is not wanted takes places too
  for (const { name } of names?.find(typed, most * 3) ?? []) {
    for (const agency of names?.owners.get(name) ?? []) if (wanted(agency)) found.add(agency);
    if (found.size >= most) break;
  }
  return [...found].slice(0, most);
}
