import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLocation, useSearchParams } from 'react-router';
import { readListAddress, writeListAddress, type ListAddress, type ListWanted } from './list-address.ts';

type Typed = Partial<Pick<ListWanted, 'text' | 'filters'>>;

/** Pause after the last letter, ms, before the address says what was typed: a letter then draws the list alone and not every part that looks at the address. */
const settled = 300;

export interface ListAddressState {
  address: ListAddress;
  /** Goes to that address; `replace`: in place of the one before in what «back» goes through. */
  show: (change: Partial<ListAddress>, replace?: boolean) => void;
  /** Takes what is typed at once: the next key, Enter, means the lines it finds and not those still on screen. */
  ask: (change: Typed) => void;
}

/** What a list shows: what the address says, and over it what has been typed since and not yet been written there. */
export function useListAddress(views: readonly string[], columns: readonly string[]): ListAddressState {
  const [search, setSearch] = useSearchParams();
  const { key, state } = useLocation() as { key: string; state: { writes?: string } | null };
  // every way to another address, also to the same one again, ends what was typed over it; only its being written does not,
  // since more may have been typed meanwhile
  const [typed, setTyped] = useState<{ over: string; said: Typed } | null>(null);
  const said = typed && (typed.over === key || typed.over === state?.writes) ? typed.said : null;
  const address: ListAddress = { ...readListAddress(search, views, columns), ...said };

  const timer = useRef<number | undefined>(undefined);
  const show = (change: Partial<ListAddress>, replace = false): void => {
    window.clearTimeout(timer.current);
    setSearch(writeListAddress({ ...address, ...change }), { replace });
  };
  const write = useRef((): void => undefined);
  useEffect(() => {
    write.current = () => setSearch(writeListAddress(address), { replace: true, state: { writes: key } });
  });
  useEffect(() => {
    if (!said) return undefined;
    timer.current = window.setTimeout(() => write.current(), settled);
    return () => window.clearTimeout(timer.current);
  }, [said]);
  const ask = (change: Typed): void => flushSync(() => setTyped((before) => ({ over: key, said: { ...(before?.said === said ? said : {}), ...change } })));
  return { address, show, ask };
}
