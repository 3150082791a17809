import type { QueryClient } from '@tanstack/react-query';
import { sayAct } from '../../components/use-undo.ts';
import { sayRefused } from '../../components/say.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { engine } from '../../lib/engine.ts';
import { refusalCode } from '../../lib/refusal-sentence.ts';
import type { KeptLine } from './letter-session.ts';

/** Throws a draft away and says so, with the way back; throws the refusal when the book would not. */
export async function discardDraft(queries: QueryClient, line: KeptLine, named: string): Promise<void> {
  const { act } = await engine.outgoing.discard(line);
  await registerChanged(queries);
  sayAct(queries, `Đã bỏ ${named}.`, act);
}

/** Throws away a draft that was left with nothing in it; false where it stays, as one that was handed over or has moved on elsewhere. */
export async function discardUnwritten(queries: QueryClient, line: KeptLine): Promise<boolean> {
  try {
    await discardDraft(queries, line, 'dự thảo trống');
    return true;
  } catch (error) {
    // the book's own no needs no word: nobody asked for it
    if (refusalCode(error) === null) sayRefused(error);
    return false;
  }
}
