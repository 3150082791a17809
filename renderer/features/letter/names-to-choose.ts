import type { Agency } from '../../../shared/contract/agencies.ts';
import type { Group } from '../../../shared/contract/groups.ts';
import type { Suggestion } from '../../components/suggest-input.tsx';

/** What a letter may be addressed to. */
export interface Directory {
  agencies: readonly Agency[];
  groups: readonly Group[];
}

const made = new WeakMap<Directory, Suggestion[]>();

/** The directory as names to choose, groups first: one line of a letter often stands for many. Made once per directory. */
export function namesToChoose(directory: Directory): Suggestion[] {
  const known = made.get(directory);
  if (known) return known;
  const names = [...directory.groups, ...directory.agencies].map(({ name, abbreviation }): Suggestion => ({ name, abbreviation: abbreviation === '' || abbreviation === name ? undefined : abbreviation }));
  made.set(directory, names);
  return names;
}
