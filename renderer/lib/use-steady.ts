import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * One function for good that does what the last drawn one would: parts that are drawn again only when what they are
 * given changes (rows, heads, cells) may hold it, and so may what answers later than it was asked.
 */
export function useSteady<Given extends unknown[], Answer>(act: (...given: Given) => Answer): (...given: Given) => Answer {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given) => latest.current(...given), []);
}
