import type { Agency } from '../../../shared/contract/agencies.ts';
import type { Suggestion } from '../../components/suggest-input.tsx';

const made = new WeakMap<readonly Agency[], Suggestion[]>();

/** The directory as names to choose, groups first: one line of a letter often stands for many. Made once per directory. */
export function namesToChoose(agencies: readonly Agency[]): Suggestion[] {
  const known = made.get(agencies);
  if (known) return known;
  const names = [...agencies]
    .sort((a, b) => Number(b.kind === 'group') - Number(a.kind === 'group'))
    .map(({ name, abbreviation }): Suggestion => ({ name, abbreviation: abbreviation === '' || abbreviation === name ? undefined : abbreviation }));
  made.set(agencies, names);
  return names;
}
