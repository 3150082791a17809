import type { QueryClient } from '@tanstack/react-query';
import { incomingViews } from '../../shared/domain/register-states.ts';
import { firstLines } from '../components/register-list/listed-book.ts';
import { incomingBook } from '../features/incoming/incoming-book.ts';
import { incomingColumns } from '../features/incoming/incoming-columns.tsx';
import { outgoingBook } from '../features/outgoing/outgoing-book.ts';
import { outgoingColumns } from '../features/outgoing/outgoing-columns.tsx';
import { outgoingViews } from '../features/outgoing/outgoing-input.ts';
import { engineQueries } from '../lib/engine.ts';
import { today } from '../lib/today.ts';

const idsOf = (columns: readonly { id: string }[]): string[] => columns.map(({ id }) => id);

/** Asks for what the screen of an address (`#/van-ban-den?view=late`) begins with: the engine answers while the screen is still being drawn. */
export function askAhead(queries: QueryClient, hash: string): void {
  void queries.prefetchQuery(engineQueries.settings.get.queryOptions());
  const [place = '', search] = hash.replace(/^#/, '').split('?');
  const words = new URLSearchParams(search);
  const day = today();
  if (place === '/van-ban-den') void queries.prefetchQuery(firstLines(incomingBook, words, incomingViews, idsOf(incomingColumns(day)), day));
  if (place === '/van-ban-di') void queries.prefetchQuery(firstLines(outgoingBook, words, outgoingViews, idsOf(outgoingColumns), day));
}
