import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createPath, useLocation, useSearchParams, type Location } from 'react-router';
import { useSteady } from '../../lib/use-steady.ts';
import { readListAddress, writeListAddress, type ListAddress, type ListWanted } from './list-address.ts';

type Typed = Partial<Pick<ListWanted, 'text' | 'filters'>>;

export interface ListAddressState {
  address: ListAddress;
  /** Goes to that address; `replace`: in place of the one before in what «back» goes through. */
  show: (change: Partial<ListAddress>, replace?: boolean) => void;
  /** Takes what is typed at once: the next key, Enter, means the lines it finds and not those still on screen. */
  ask: (change: Typed) => void;
  /** Writes that into the address one leaves, so that «back» finds it; nothing is shown by it. */
  keep: (change: Partial<ListAddress>) => void;
}

interface TypedOver {
  /** The place whose address it was typed over. */
  over: Location;
  /** The router was on its way to another place, not drawn yet: what was typed meanwhile is meant for that one. */
  ahead: boolean;
  said: Typed;
}

/**
 * What a list shows. A letter typed is written into the address beside the router, which would have every part that
 * looks at the address drawn for it; until the router goes anywhere, and reads the address anew, it stands over what the
 * router knows.
 */
export function useListAddress(views: readonly string[], columns: readonly string[]): ListAddressState {
  const [search, setSearch] = useSearchParams();
  const location = useLocation();
  const [typed, setTyped] = useState<TypedOver | null>(null);
  if (typed?.ahead && typed.over !== location) setTyped({ over: location, ahead: false, said: typed.said });
  const said = typed?.over === location ? typed.said : null;
  const address: ListAddress = { ...readListAddress(search, views, columns), ...said };

  const write = useEffectEvent((): void => writeInPlace(location, writeListAddress(address)));
  useLayoutEffect(() => {
    if (said) write();
  }, [said, location]);
  const show = (change: Partial<ListAddress>, replace = false): void => setSearch(writeListAddress({ ...address, ...change }), { replace });
  // the field asks a moment after its key: what stands in the address then counts, not what stood there at the key
  const ask = useSteady((change: Typed): void => {
    const ahead = !isAt(location);
    const before = typed?.over === location && typed.ahead === ahead ? typed.said : null;
    flushSync(() => setTyped({ over: location, ahead, said: { ...before, ...change } }));
  });
  return { address, show, ask, keep: (change) => writeInPlace(location, writeListAddress({ ...address, ...change })) };
}

/** Whether a place that is drawn is the one the router is at. */
const isAt = ({ key }: Location): boolean => ((window.history.state as { key?: string } | null)?.key ?? 'default') === key;

/** Writes another search into the address of a place one is at; nothing where one has gone on meanwhile, drawn or not yet. */
function writeInPlace(location: Location, search: URLSearchParams): void {
  if (isAt(location)) window.history.replaceState(window.history.state, '', `#${createPath({ pathname: location.pathname, search: search.size > 0 ? `?${search}` : '' })}`);
}
