import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { registerChanged } from '../lib/after-change.ts';
import { dialogThatStands } from '../lib/dialog-keyboard.ts';
import { engine } from '../lib/engine.ts';
import { lastAct, rememberAct, type ActBook, type DoneAct } from '../lib/last-act.ts';
import { isTypingPlace, pressMatches } from '../lib/shortcut.ts';
import { runLong } from './run-long.tsx';
import { sayDone, sayRefused } from './say.tsx';

/** How the word about an act is taken back once the act is. */
const said = new Map<string, () => void>();
const keyOf = ({ book, act }: DoneAct): string => `${book} ${act}`;

const undoOf: Record<ActBook, (act: number, job: string) => Promise<{ changed: number; act?: number | null; notices: readonly string[] }>> = {
  register: (act, job) => engine.register.undo({ act, job }),
  owed: (act) => engine.owed.undo({ act }),
  recipients: (act) => engine.recipients.undo({ act }),
  agencies: (act) => engine.agencies.undo({ act }),
};
/** What the things are called that an act was done to. */
const things: Record<ActBook, string> = { register: 'văn bản', owed: 'việc', recipients: 'nơi nhận', agencies: 'mục' };

/** Takes an act back, says so, and offers to do it again. */
export async function undoAct(queries: QueryClient, done: DoneAct): Promise<void> {
  try {
    const back = await runLong('Đang hoàn tác', (job) => undoOf[done.book](done.act, job));
    if (back === null) return;
    said.get(keyOf(done))?.();
    said.delete(keyOf(done));
    await registerChanged(queries);
    const sentence = back.changed === 1 ? `Đã trả ${things[done.book]} về như trước.` : `Đã trả ${back.changed} ${things[done.book]} về như trước.`;
    const again = back.act ?? null;
    sayDone([sentence, ...back.notices].join(' '), again === null ? undefined : { label: 'Làm lại', run: () => void undoAct(queries, { book: done.book, act: again }) });
  } catch (error) {
    sayRefused(error);
  }
}

/** Says what an act did, with the way back; Ctrl+Z takes the last one back as well. */
export function sayAct(queries: QueryClient, sentence: string, act: number | null, book: ActBook = 'register'): void {
  const done = act === null ? null : { book, act };
  if (done) rememberAct(done);
  const unsay = sayDone(sentence, done ? { label: 'Hoàn tác', run: () => void undoAct(queries, done) } : undefined);
  if (done) said.set(keyOf(done), unsay);
}

/** Lets Ctrl+Z take the last act back while this is on screen; where a person types it stays the key of the text. */
export function useUndoKey(): void {
  const queries = useQueryClient();
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const done = lastAct();
    if (done === null || event.defaultPrevented || event.repeat || !pressMatches(event, 'Ctrl+Z') || isTypingPlace(event.target) || document.querySelector(dialogThatStands)) return;
    event.preventDefault();
    void undoAct(queries, done);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
