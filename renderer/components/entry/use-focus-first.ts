import { useEffect, useState, type RefObject } from 'react';
import { focusEntry } from './entry-keys.ts';

/** Puts the keyboard into the first of `order` that something is said against, once the form has been drawn with it. */
export function useFocusFirst(column: RefObject<HTMLElement | null>, order: readonly string[]): (said: Readonly<Record<string, string | undefined>>) => void {
  const [wanted, setWanted] = useState<{ field: string } | null>(null);
  useEffect(() => {
    if (wanted) focusEntry(column.current, wanted.field);
  }, [column, wanted]);
  return (said) => {
    const field = order.find((each) => said[each] !== undefined);
    if (field !== undefined) setWanted({ field });
  };
}
