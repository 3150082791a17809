import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { z } from 'zod';
import type { Agency } from '../../../shared/contract/agencies.ts';
import type { UsedField } from '../../../shared/contract/saved.ts';
import { engineQueries } from '../../lib/engine.ts';
import type { Suggestion } from '../suggest-input.tsx';

/** Names used before, most used and newest first, then those only known. */
export function mergeNames(used: readonly string[], known: readonly Suggestion[]): Suggestion[] {
  const byName = new Map(known.map((each) => [each.name, each]));
  const seen = new Set(used);
  return [...used.map((name) => byName.get(name) ?? { name }), ...known.filter(({ name }) => !seen.has(name))];
}

const asNames = (rows: readonly Pick<Agency, 'name' | 'abbreviation'>[]): Suggestion[] => rows.map(({ name, abbreviation }) => ({ name, abbreviation: abbreviation === '' || abbreviation === name ? undefined : abbreviation }));

/** What was typed into a field before, and after it the names of `known`. */
export function useUsedNames(field: z.infer<typeof UsedField>, known: readonly Suggestion[]): readonly Suggestion[] {
  const used = useQuery(engineQueries.values.list.queryOptions({ input: { field } }));
  const rows = used.data?.rows;
  return useMemo(() => mergeNames((rows ?? []).map(({ value }) => value), known), [rows, known]);
}

const nobody: readonly Suggestion[] = [];

/** Groups, then the whole directory, as names to choose: whom a dispatch goes to. */
export function useRecipientNames(): readonly Suggestion[] {
  const groups = useQuery(engineQueries.groups.list.queryOptions());
  const agencies = useDirectory();
  const rows = groups.data?.rows;
  return useMemo(() => [...asNames(rows ?? []), ...agencies], [rows, agencies]);
}

/** The directory as names to choose: all of it, or the kinds asked for. */
export function useDirectory(wanted?: (agency: Agency) => boolean): readonly Suggestion[] {
  const directory = useQuery(engineQueries.agencies.list.queryOptions());
  const rows = directory.data?.rows;
  return useMemo(() => (rows ? asNames(wanted ? rows.filter(wanted) : rows) : nobody), [rows, wanted]);
}
