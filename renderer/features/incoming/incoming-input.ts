import type { IncomingColumns, IncomingView } from '../../../shared/contract/incoming.ts';
import { incomingSorts, readSort, writeSort, type ListSort } from '../../../shared/domain/list-sort.ts';
import { handlings, incomingViews, namedIn, priorities } from '../../../shared/domain/register-states.ts';
import { readTypedDays, type DaySpan } from '../../components/register-grid/typed-days.ts';
import { defined } from '../../components/register-list/defined.ts';
import type { ListWanted } from '../../components/register-list/list-address.ts';

/** What of `incoming.list` the window asks for. */
export interface IncomingInput {
  year?: number;
  text?: string;
  from?: string;
  to?: string;
  view?: IncomingView;
  columns?: IncomingColumns;
  sort?: ListSort<(typeof incomingSorts)[number]>;
}

/** The call that answers what the list shows; what cannot be read under a head filters nothing. */
export function incomingInput({ view, year, text, filters, sort }: ListWanted, today: string): IncomingInput {
  const days = (id: string): DaySpan => readTypedDays(filters[id] ?? '', today) ?? {};
  const words = (id: string): string | undefined => filters[id] || undefined;
  const { from, to } = days('arrival');
  const [issued, due, handed] = [days('issued'), days('due'), days('handed')];
  const columns = defined({
    number: words('number'),
    organName: words('organName'),
    code: words('code'),
    subject: words('subject'),
    people: words('people'),
    typeName: words('typeName'),
    issuedFrom: issued.from,
    issuedTo: issued.to,
    dueFrom: due.from,
    dueTo: due.to,
    handedFrom: handed.from,
    handedTo: handed.to,
    handling: namedIn(handlings, filters.handling),
    priority: namedIn(priorities, filters.priority),
    needsReply: filters.needsReply === 'yes' ? true : filters.needsReply === 'no' ? false : undefined,
  });
  return defined({ view: namedIn(incomingViews, view), year: year ?? undefined, text: text || undefined, from, to, columns: Object.keys(columns).length > 0 ? columns : undefined, sort: (sort && readSort(writeSort(sort), incomingSorts)) ?? undefined });
}
