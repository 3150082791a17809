import { useEffect } from 'react';

/** What stands before the screens while it is shown, so that the guide opens at its chapter. */
export type GuideDoor = 'first-run' | 'rescue';

let shown: GuideDoor | null = null;

/** The door that is shown now; null when the screens are. */
export const guideDoor = (): GuideDoor | null => shown;

/** Tells the guide that this door is shown. */
export function useGuideDoor(door: GuideDoor): void {
  useEffect(() => {
    shown = door;
    return () => {
      if (shown === door) shown = null;
    };
  }, [door]);
}
