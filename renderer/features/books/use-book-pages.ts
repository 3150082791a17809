import { keepPreviousData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { engineQueries } from '../../lib/engine.ts';
import { spanOf, type BookChoice } from './book-choice.ts';
import { paginateBook, type BookSheet, type SheetColumn, type SheetRow } from './paginate-book.ts';

/** Rows asked for at a time: the first sheets stand at once, the rest comes behind them. */
const firstPart = 200;
const laterPart = 5000;

/** A column of the printed book as the engine draws it. */
export type PrintedColumn = SheetColumn & { align: 'left' | 'center' | 'right' };

/** The book on its sheets, as far as it has been read. */
export interface BookPages {
  query: Pick<UseInfiniteQueryResult, 'isPending' | 'isError' | 'error' | 'refetch' | 'isPlaceholderData'>;
  columns: readonly PrintedColumn[];
  cover: { parentName: string | null; name: string; title: string; year: string; days: string; numbers: string | null; volume: string } | null;
  /** As they stand on the sheets. */
  rows: readonly SheetRow[];
  sheets: readonly BookSheet[];
  /** Rows of the book read so far. */
  read: number;
  /** Rows there are, read or not. */
  total: number;
  whole: boolean;
}

/** Reads a book part by part until it is whole, and lays it out on sheets meanwhile. */
export function useBookPages(choice: BookChoice): BookPages {
  const query = useInfiniteQuery(
    engineQueries.register.read.infiniteOptions({
      input: (offset: number) => ({ ...spanOf(choice), offset, limit: offset === 0 ? firstPart : laterPart }),
      initialPageParam: 0,
      getNextPageParam: (last, _, offset) => (last.rows.length > 0 && offset + last.rows.length < last.total ? offset + last.rows.length : undefined),
      placeholderData: keepPreviousData,
      // lines are entered on other screens: what is printed is the book of now
      staleTime: 0,
      gcTime: 0,
    }),
  );
  const { hasNextPage, isFetching, isError, fetchNextPage, isPlaceholderData } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && !isPlaceholderData) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, isPlaceholderData, fetchNextPage]);

  const first = query.data?.pages[0];
  const columns = useMemo(() => first?.columns ?? [], [first]);
  const read = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data]);
  const { rows, sheets } = useMemo(() => (columns.length === 0 ? { rows: [], sheets: [] } : paginateBook(read, columns)), [read, columns]);
  return { query, columns, cover: first?.cover ?? null, rows, sheets, read: read.length, total: first?.total ?? 0, whole: query.isSuccess && !hasNextPage && !isPlaceholderData };
}
