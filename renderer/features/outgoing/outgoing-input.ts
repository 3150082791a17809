import type { OutgoingColumns, OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import { outgoingSorts, readSort, writeSort, type ListSort } from '../../../shared/domain/list-sort.ts';
import { namedIn, outgoingStatuses } from '../../../shared/domain/register-states.ts';
import { readTypedDays } from '../../components/register-grid/typed-days.ts';
import { defined } from '../../components/register-list/defined.ts';
import type { ListWanted } from '../../components/register-list/list-address.ts';

/** The views of the list: a state, or one that the engine knows. */
export const outgoingViews = ['draft', 'numbered', 'unsent', 'reserved', 'cancelled', 'without-files'] as const;

/** What of `outgoing.list` the window asks for. */
export interface OutgoingInput {
  year?: number;
  text?: string;
  status?: OutgoingStatus;
  view?: 'numbered' | 'unsent' | 'without-files' | 'reserved';
  columns?: OutgoingColumns;
  sort?: ListSort<(typeof outgoingSorts)[number]>;
}

/** The call that answers what the list shows; what cannot be read under a head filters nothing. */
export function outgoingInput({ view, year, text, filters, sort }: ListWanted, today: string): OutgoingInput {
  const words = (id: string): string | undefined => filters[id] || undefined;
  const issued = readTypedDays(filters.issued ?? '', today) ?? {};
  const columns = defined({ code: words('code'), subject: words('subject'), addressees: words('addressees'), people: words('people'), typeName: words('typeName'), issuedFrom: issued.from, issuedTo: issued.to });
  const name = namedIn(outgoingViews, view);
  const byState = name === 'draft' || name === 'cancelled' ? name : undefined;
  return defined({ year: year ?? undefined, text: text || undefined, status: namedIn(outgoingStatuses, filters.status) ?? byState, view: name === 'draft' || name === 'cancelled' ? undefined : name, columns: Object.keys(columns).length > 0 ? columns : undefined, sort: (sort && readSort(writeSort(sort), outgoingSorts)) ?? undefined });
}
