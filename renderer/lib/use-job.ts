import { useCallback, useState } from 'react';
import { engine } from './engine.ts';
import { refusalCode } from './refusal-sentence.ts';

/** A long call under way, by the name under which it can be watched and stopped. */
export interface Job {
  /** Null while nothing runs. */
  name: string | null;
  /** Does the work under a new name; null when it was stopped on request, else its result or its error. */
  run: <Result>(work: (name: string) => Promise<Result>) => Promise<Result | null>;
  /** Asks what runs to stop. */
  stop: () => void;
}

let made = 0;

/** A name that no other work of any window has. */
export function newJobName(): string {
  made += 1;
  return `window-${Date.now()}-${made}`;
}

/** One long call at a time; a second one begun meanwhile stops the first. */
export function useJob(): Job {
  const [name, setName] = useState<string | null>(null);
  const run = useCallback(async <Result>(work: (name: string) => Promise<Result>): Promise<Result | null> => {
    const own = newJobName();
    setName((before) => {
      if (before !== null) void engine.jobs.cancel({ job: before }).catch(() => undefined);
      return own;
    });
    try {
      return await work(own);
    } catch (error) {
      if (refusalCode(error) === 'CANCELLED') return null;
      throw error;
    } finally {
      setName((now) => (now === own ? null : now));
    }
  }, []);
  const stop = useCallback(() => {
    // when it has ended meanwhile there is nothing to stop
    if (name !== null) void engine.jobs.cancel({ job: name }).catch(() => undefined);
  }, [name]);
  return { name, run, stop };
}
