import { partialMatchKey, useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { engineQueries } from '../../lib/engine.ts';
import { useSteady } from '../../lib/use-steady.ts';

const lists = [engineQueries.agencies.list.key(), engineQueries.groups.list.key(), engineQueries.values.list.key()];

/**
 * A save that waits while the names to choose from are still on their way: what was typed and left with Enter may yet
 * turn out to be the beginning of one, and a book that keeps `stc` keeps it for good. Names that cannot be read are not
 * waited for, and what is typed in the field one saves from stays as it is typed.
 */
export function useAfterNames(save: () => void): { save: () => void; waiting: boolean } {
  const onTheWay = useIsFetching({ predicate: ({ queryKey, state }) => state.status === 'pending' && lists.some((key) => partialMatchKey(queryKey, key)) }) > 0;
  const [waiting, setWaiting] = useState(false);
  const go = useSteady(save);
  useEffect(() => {
    if (!waiting || onTheWay) return undefined;
    // the fields complete what was typed in the drawing that ends the waiting
    const timer = window.setTimeout(() => {
      setWaiting(false);
      go();
    });
    return () => window.clearTimeout(timer);
  }, [waiting, onTheWay, go]);
  return { save: () => (onTheWay ? setWaiting(true) : save()), waiting };
}
