import { hashKey, useQuery, type QueryKey } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { linePages, linesPerPage, type LinePages } from './line-pages.ts';

/** A part of a list as the engine answers it. */
export interface ListPart<Row> {
  rows: readonly Row[];
  total: number;
  /** There are more than `total`. */
  more: boolean;
}

export type ReadPart<Row> = (part: { offset: number; limit: number; exact: boolean }, signal: AbortSignal) => Promise<ListPart<Row>>;

/** A list as it can be shown. */
export interface LineList<Row> {
  pages: LinePages<Row>;
  /** Changes with the filter the lines are of. */
  key: string;
  total: number;
  /** `total` is not counted to the end yet. */
  more: boolean;
}

export interface LineListState<Row> {
  /** The lines last read; those of the filter before stay until the new ones are here. Null before the first, and after a failure. */
  list: LineList<Row> | null;
  /** Why the list could not be read. */
  error: unknown;
  /** The lines shown are not of this filter yet. */
  behind: boolean;
  again: () => void;
}

/** The question for the first page of a list: asked by the list itself, and by whoever knows that it is about to be drawn. */
export const headQuery = <Row>(key: QueryKey, read: ReadPart<Row>) => ({ queryKey: [...key, 'head'], queryFn: ({ signal }: { signal: AbortSignal }): Promise<ListPart<Row>> => read({ offset: 0, limit: linesPerPage, exact: false }, signal) });

/**
 * The lines of a filter, by pages. The first page comes with a quick count, the exact one follows when it takes longer;
 * the call of a filter that has been overtaken is stopped. `key` begins with the engine's own key of the book, so that
 * whatever changes the book has the lines read anew.
 */
export function useLinePages<Row>(key: QueryKey, read: ReadPart<Row>): LineListState<Row> {
  const head = useQuery({ ...headQuery(key, read), placeholderData: (before: ListPart<Row> | undefined) => before });
  const current = head.data !== undefined && !head.isPlaceholderData;
  const countAll = async ({ signal }: { signal: AbortSignal }): Promise<ListPart<Row>> => {
    await pause(signal);
    return read({ offset: 0, limit: 1, exact: true }, signal);
  };
  const counted = useQuery({ queryKey: [...key, 'count'], queryFn: countAll, enabled: current && head.data.more });
  const name = hashKey(key);
  const [shown, setShown] = useState<{ key: string; at: number; total: number; more: boolean; pages: LinePages<Row> } | null>(null);
  if (current && (shown?.key !== name || shown.at !== head.dataUpdatedAt)) {
    const { rows, total, more } = head.data;
    const former = shown?.key === name ? shown.pages.kept() : undefined;
    setShown({ key: name, at: head.dataUpdatedAt, total, more, pages: linePages(rows, async (offset, limit, signal) => (await read({ offset, limit, exact: false }, signal)).rows, former) });
  }
  const pages = shown?.pages ?? null;
  useEffect(() => () => pages?.rest(), [pages]);
  useSyncExternalStore(pages?.subscribe ?? never, pages?.revision ?? zero);

  const exact = shown !== null && shown.key === name && shown.more && counted.data ? counted.data.total : null;
  return {
    list: shown && !head.isError ? { pages: shown.pages, key: shown.key, total: exact ?? shown.total, more: shown.more && exact === null } : null,
    error: head.error ?? (pages?.failure() || null),
    behind: shown?.key !== name,
    again: () => void head.refetch(),
  };
}

/** While somebody types, the engine answers the next key instead of counting the hits of the last. */
const countAfter = 500;

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = window.setTimeout(resolve, countAfter);
    signal.addEventListener('abort', () => (window.clearTimeout(timer), reject(signal.reason as Error)));
  });

const never = (): (() => void) => () => undefined;
const zero = (): number => 0;
