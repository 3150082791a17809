import type { QueryKey } from '@tanstack/react-query';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { headQuery, type ListPart } from '../register-grid/use-line-pages.ts';
import { readListAddress, type ListWanted } from './list-address.ts';

/** How the lines of a book are asked for. */
export interface ListedBook<Row, Input> {
  book: 'incoming' | 'outgoing';
  /** What the engine is asked for; texts that cannot be read leave the list as it is. */
  inputOf: (wanted: ListWanted, today: IsoDate) => Input;
  read: (input: Input & { offset: number; limit: number; exact: boolean }, signal: AbortSignal) => Promise<ListPart<Row>>;
}

/** Under this key the lines are kept; it begins with the engine's own key of the book. */
export const linesKey = (book: 'incoming' | 'outgoing', input: object): QueryKey => [[book, 'lines'], input];

/** The question for the first lines an address shows, as its list will ask it. `views` and `columns` are the ids there are. */
export function firstLines<Row, Input extends object>({ book, inputOf, read }: ListedBook<Row, Input>, search: URLSearchParams, views: readonly string[], columns: readonly string[], day: IsoDate) {
  const input = inputOf(readListAddress(search, views, columns), day);
  return headQuery(linesKey(book, input), (part, signal) => read({ ...input, ...part }, signal));
}
