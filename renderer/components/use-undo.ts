import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { registerChanged } from '../lib/after-change.ts';
import { engine } from '../lib/engine.ts';
import { lastAct, rememberAct } from '../lib/last-act.ts';
import { isTypingPlace, pressMatches } from '../lib/shortcut.ts';
import { runLong } from './run-long.tsx';
import { sayDone, sayRefused } from './say.tsx';

/** How the word about an act is taken back once the act is. */
const said = new Map<number, () => void>();

/** Takes an act back, says so, and offers to do it again. */
export async function undoAct(queries: QueryClient, act: number): Promise<void> {
  try {
    const back = await runLong('Đang hoàn tác', (job) => engine.register.undo({ act, job }));
    if (back === null) return;
    said.get(act)?.();
    said.delete(act);
    await registerChanged(queries);
    const sentence = back.changed === 1 ? 'Đã trả văn bản về như trước.' : `Đã trả ${back.changed} văn bản về như trước.`;
    const again = back.act;
    sayDone([sentence, ...back.notices].join(' '), again === null ? undefined : { label: 'Làm lại', run: () => void undoAct(queries, again) });
  } catch (error) {
    sayRefused(error);
  }
}

/** Says what an act did, with the way back; Ctrl+Z takes the last one back as well. */
export function sayAct(queries: QueryClient, sentence: string, act: number | null): void {
  if (act !== null) rememberAct(act);
  const unsay = sayDone(sentence, act === null ? undefined : { label: 'Hoàn tác', run: () => void undoAct(queries, act) });
  if (act !== null) said.set(act, unsay);
}

/** Lets Ctrl+Z take the last act back while this is on screen; where a person types it stays the key of the text. */
export function useUndoKey(): void {
  const queries = useQueryClient();
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const act = lastAct();
    if (act === null || event.defaultPrevented || event.repeat || !pressMatches(event, 'Ctrl+Z') || isTypingPlace(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    event.preventDefault();
    void undoAct(queries, act);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
