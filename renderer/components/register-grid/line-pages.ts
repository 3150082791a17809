/** Lines of one call. */
export const linesPerPage = 100;

/** While somebody types, lists follow each other fast: only of one that stays this long, ms, more is read than is seen. */
const settled = 300;

/** Pages read at once, and pages kept; a long list never fills the memory. */
const atOnce = 3;
const mostKept = 80;

export type ReadLines<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<readonly Row[]>;

/** A long list read by pages, wherever one looks. */
export interface LinePages<Row> {
  rowAt: (index: number) => Row | undefined;
  /** Whether all these lines are here. */
  has: (first: number, last: number) => boolean;
  /** These of so many lines are looked at: they are read first, then their neighbours; what is no longer looked at is read no further. */
  look: (first: number, last: number, lines: number) => void;
  /** Lines first–last in order, whole: read as far as they are missing. */
  readAll: (first: number, last: number, signal: AbortSignal) => Promise<readonly Row[]>;
  /** Why the last page asked for did not come; null when all is well. */
  failure: () => unknown;
  subscribe: (listener: () => void) => () => void;
  /** Grows whenever pages have come. */
  revision: () => number;
  /** Nothing more is read until somebody looks again. */
  rest: () => void;
  /** The pages that are here, by their place. */
  kept: () => ReadonlyMap<number, readonly Row[]>;
}

/**
 * The lines of one filter. `firstRows` are the first page. Pages of the same list from before a change stay on screen
 * until they have been read anew.
 */
export function linePages<Row>(firstRows: readonly Row[], read: ReadLines<Row>, former: ReadonlyMap<number, readonly Row[]> = new Map()): LinePages<Row> {
  const pages = new Map<number, readonly Row[]>([[0, firstRows]]);
  const loading = new Map<number, AbortController>();
  const listeners = new Set<() => void>();
  let failure: unknown = null;
  let revision = 0;
  let wanted: readonly number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begun = performance.now();
  const pageOf = (index: number): number => Math.floor(index / linesPerPage);

  const tell = (): void => {
    revision += 1;
    for (const listener of [...listeners]) listener();
  };
  const dropFar = (): void => {
    const near = wanted[0] ?? 0;
    const far = [...pages.keys()].filter((page) => page !== 0).sort((one, other) => Math.abs(other - near) - Math.abs(one - near));
    for (const page of far.slice(0, Math.max(0, pages.size - mostKept))) pages.delete(page);
  };
  const load = (page: number): void => {
    const stop = new AbortController();
    loading.set(page, stop);
    read(page * linesPerPage, linesPerPage, stop.signal).then(
      (rows) => {
        if (loading.get(page) !== stop) return;
        loading.delete(page);
        pages.set(page, rows);
        failure = null;
        dropFar();
        tell();
        next();
      },
      (error: unknown) => {
        if (loading.get(page) !== stop) return;
        loading.delete(page);
        failure = error;
        tell();
      },
    );
  };
  const next = (): void => {
    for (const page of wanted) {
      if (loading.size >= atOnce) return;
      if (!pages.has(page) && !loading.has(page)) load(page);
    }
  };

  return {
    rowAt: (index) => (pages.get(pageOf(index)) ?? former.get(pageOf(index)))?.[index % linesPerPage],
    has: (first, last) => {
      for (let page = pageOf(first); page <= pageOf(last); page += 1) if (!pages.has(page) && !former.has(page)) return false;
      return true;
    },
    look: (first, last, lines) => {
      const lastPage = pageOf(Math.max(0, lines - 1));
      const [from, to] = [pageOf(Math.max(0, first)), Math.min(lastPage, pageOf(Math.max(0, last)))];
      const seen = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      const near = [...seen, to + 1, from - 1, to + 2, from - 2].filter((page) => page >= 0 && page <= lastPage);
      const left = begun + settled - performance.now();
      clearTimeout(timer);
      wanted = left > 0 ? seen : near;
      if (left > 0) {
        timer = setTimeout(() => {
          wanted = near;
          next();
        }, left);
      }
      for (const [page, stop] of loading) {
        if (wanted.includes(page)) continue;
        loading.delete(page);
        stop.abort();
      }
      next();
    },
    readAll: async (first, last, signal) => {
      const rows: Row[] = [];
      const most = 500;
      let at = first;
      while (at <= last) {
        const kept = pages.get(pageOf(at));
        const here = kept?.slice(at % linesPerPage, (at % linesPerPage) + last - at + 1) ?? (await read(at, Math.min(most, last - at + 1), signal));
        // the list has become shorter meanwhile
        if (here.length === 0) break;
        rows.push(...here);
        at += here.length;
      }
      return rows;
    },
    failure: () => failure,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revision: () => revision,
    rest: () => {
      clearTimeout(timer);
      for (const [page, stop] of loading) {
        loading.delete(page);
        stop.abort();
      }
    },
    kept: () => new Map([...former, ...pages]),
  };
}
