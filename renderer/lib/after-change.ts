import type { QueryClient } from '@tanstack/react-query';
import { engineQueries } from './engine.ts';
import { forgetLastAct } from './last-act.ts';

/**
 * Everything the window knows of both books is read again: a line or a number has changed. The books are read together,
 * for their lines are linked with each other. What was done before is not the last act any more; `sayAct` says when this one can be undone.
 */
export async function registerChanged(queries: QueryClient): Promise<void> {
  forgetLastAct();
  const sections = [engineQueries.outgoing.key(), engineQueries.incoming.key(), engineQueries.books.key(), engineQueries.values.key(), engineQueries.search.key(), engineQueries.owed.key(), engineQueries.recipients.key(), engineQueries.agencies.key(), engineQueries.groups.key()];
  await Promise.all(sections.map((queryKey) => queries.invalidateQueries({ queryKey })));
}
