import { useRef, useState } from 'react';
import { refusalProblems } from '../../lib/refusal-sentence.ts';
import { holdKeys } from './held-keys.ts';
import { useAfterNames } from './use-after-names.ts';

type Said<Field extends string> = Partial<Record<Field, string>>;

interface Saving<Field extends string> {
  /** What the form itself knows to be wrong: nothing is sent while there is any. */
  problems: Said<Field>;
  /** Sends the form, and says when the next one stands there; what it throws is why nothing was saved. */
  send: (entered: () => void) => Promise<void>;
  /** Nothing was saved because of these. */
  stop: (problems: Said<Field>) => void;
}

export interface SaveState {
  save: () => void;
  saving: boolean;
  /** Why the last try was refused, or that its answer was lost. */
  refused: unknown;
}

/** One save of an entry form at a time, after the names to choose from are read; what the engine says against a field goes to that field. */
export function useSave<Field extends string>({ problems, send, stop }: Saving<Field>): SaveState {
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  // a second press comes before the screen is drawn again
  const busy = useRef(false);
  const saveNow = (): void => {
    if (busy.current) return;
    setRefused(null);
    if (Object.keys(problems).length > 0) return stop(problems);
    busy.current = true;
    setSaving(true);
    const release = holdKeys();
    send(() => release('press-again'))
      .catch((error: unknown) => {
        setRefused(error);
        stop(Object.fromEntries(refusalProblems(error).map(({ field, message }) => [field, message])) as Said<Field>);
      })
      .finally(() => {
        release('drop');
        busy.current = false;
        setSaving(false);
      });
  };
  const { save, waiting } = useAfterNames(saveNow);
  return { save, saving: saving || waiting, refused };
}
