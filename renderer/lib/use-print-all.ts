import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { host } from './host.ts';

/** The way a screen that draws only what is in sight goes to the printer whole. */
export interface PrintAll {
  /** Whether everything is to be drawn now. */
  drawAll: boolean;
  /** Whether printing was asked for and is being made ready. */
  preparing: boolean;
  print: () => void;
}

/** Prints once everything has been read (`ready`) and drawn; also when the browser's own menu asks for it. */
export function usePrintAll(ready: boolean, onRefused: (error: unknown) => void): PrintAll {
  const [wanted, setWanted] = useState(false);
  const [drawAll, setDrawAll] = useState(false);

  useEffect(() => {
    // the browser takes its picture right after this event
    const before = (): void => flushSync(() => setDrawAll(true));
    const after = (): void => setDrawAll(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);

  useEffect(() => {
    if (!wanted || !ready) return undefined;
    // a thousand sheets take a moment to draw: the sentence that says so comes onto the screen first
    const timer = window.setTimeout(() => {
      flushSync(() => setDrawAll(true));
      host
        .print()
        .catch(onRefused)
        .finally(() => {
          setDrawAll(false);
          setWanted(false);
        });
    }, 50);
    return () => window.clearTimeout(timer);
  }, [wanted, ready, onRefused]);

  return { drawAll, preparing: wanted, print: () => setWanted(true) };
}
