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

/** Names to choose from; null while they are still being read. */
type Names = readonly Suggestion[] | null;

/** The rows of an answer; none where it could not be read, null where it is still on its way. */
const rowsOf = <Row>(answer: { rows: readonly Row[] } | undefined, onItsWay: boolean): readonly Row[] | null => answer?.rows ?? (onItsWay ? null : nothing);
const nothing: readonly never[] = [];

/** What was typed into a field before, and after it the names of `known`. */
export function useUsedNames(field: z.infer<typeof UsedField>, known: Names): Names {
  const used = useQuery(engineQueries.values.list.queryOptions({ input: { field } }));
  const rows = rowsOf(used.data, used.isPending);
  return useMemo(() => rows && known && mergeNames(rows.map(({ value }) => value), known), [rows, known]);
}

/** Groups, then the whole directory, as names to choose: whom a dispatch goes to. */
export function useRecipientNames(): Names {
  const groups = useQuery(engineQueries.groups.list.queryOptions());
  const rows = rowsOf(groups.data, groups.isPending);
  const agencies = useDirectory();
  return useMemo(() => rows && agencies && [...asNames(rows), ...agencies], [rows, agencies]);
}

/** The directory as names to choose: all of it, or the kinds asked for. */
export function useDirectory(wanted?: (agency: Agency) => boolean): Names {
  const directory = useQuery(engineQueries.agencies.list.queryOptions());
  const rows = rowsOf(directory.data, directory.isPending);
  return useMemo(() => rows && asNames(wanted ? rows.filter(wanted) : rows), [rows, wanted]);
}
