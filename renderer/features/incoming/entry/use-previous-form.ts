import { skipToken, useQuery } from '@tanstack/react-query';
import { engineQueries } from '../../../lib/engine.ts';
import { formOf, type EntryForm } from './entry-form.ts';

/** The entry before this one: the one this computer remembers, else the newest line of the book. */
export function usePreviousForm(remembered: EntryForm | null): EntryForm | null {
  const wanted = remembered === null;
  const newest = useQuery({ ...engineQueries.incoming.list.queryOptions({ input: { status: 'registered', limit: 1, exact: false } }), enabled: wanted });
  const id = newest.data?.rows[0]?.id;
  const line = useQuery(engineQueries.incoming.get.queryOptions({ input: !wanted || id === undefined ? skipToken : { id } }));
  return remembered ?? (line.data ? formOf(line.data) : null);
}
