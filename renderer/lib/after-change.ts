import type { QueryClient } from '@tanstack/react-query';
import { engineQueries } from './engine.ts';

/** Everything the window knows of outgoing letters and books is read again: a letter or a number has changed. */
export async function outgoingChanged(queries: QueryClient): Promise<void> {
  await Promise.all([queries.invalidateQueries({ queryKey: engineQueries.outgoing.key() }), queries.invalidateQueries({ queryKey: engineQueries.books.key() })]);
}

/** Everything the window knows of the incoming book is read again: a line of it has changed. */
export async function incomingChanged(queries: QueryClient): Promise<void> {
  await Promise.all([engineQueries.incoming.key(), engineQueries.books.key(), engineQueries.values.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
}
