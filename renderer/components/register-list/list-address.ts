import { readSort, writeSort, type ListSort } from '../../../shared/domain/list-sort.ts';
import type { ColumnFilters } from '../register-grid/grid-column.ts';

/** What a list shows: one of its views, a year, the words looked for, what stands under the heads, by which head it is sorted. */
export interface ListWanted {
  view: string | null;
  year: number | null;
  text: string;
  filters: ColumnFilters;
  /** Left out: newest first. */
  sort?: ListSort | undefined;
}

/** What the address of a list says: what it shows, and the open line. */
export interface ListAddress extends ListWanted {
  id: number | null;
}

export const everything: ListWanted = { view: null, year: null, text: '', filters: {} };

const whole = (text: string | null): number | null => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null);
const underHead = 'cot.';

/** Reads `?view=late&year=2026&text=…&cot.subject=…&sort=-due&id=12`; what is not understood is left out. `views` and `columns` are the ones there are. */
export function readListAddress(search: URLSearchParams, views: readonly string[], columns: readonly string[]): ListAddress {
  // a state is a view too: links written as `?status=draft` stay good
  const view = search.get('view') ?? search.get('status');
  const filters = columns.map((id) => [id, search.get(underHead + id) ?? ''] as const).filter(([, typed]) => typed !== '');
  return { view: view !== null && views.includes(view) ? view : null, year: whole(search.get('year')), text: search.get('text') ?? '', filters: Object.fromEntries(filters), sort: readSort(search.get('sort'), columns) ?? undefined, id: whole(search.get('id')) };
}

/** Writes it back, leaving out what is not set. */
export function writeListAddress({ view, year, text, filters, sort, id }: ListAddress): URLSearchParams {
  const search = new URLSearchParams();
  if (view) search.set('view', view);
  if (year) search.set('year', String(year));
  if (text) search.set('text', text);
  for (const [column, typed] of Object.entries(filters)) if (typed) search.set(underHead + column, typed);
  if (sort) search.set('sort', writeSort(sort));
  if (id) search.set('id', String(id));
  return search;
}

/** Whether two show the same. */
export function sameWanted(one: ListWanted, other: ListWanted): boolean {
  const plain = ({ view, year, text, filters, sort }: ListWanted): string => JSON.stringify([view, year, text, sort ? writeSort(sort) : null, Object.entries(filters).filter(([, typed]) => typed !== '').sort(([a], [b]) => (a < b ? -1 : 1))]);
  return plain(one) === plain(other);
}

/** Whether anything narrows the list beside its view. */
export const isNarrowed = ({ year, text, filters }: ListWanted): boolean => year !== null || text !== '' || Object.values(filters).some((typed) => typed !== '');
