import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Letter } from '../../../shared/letter/letter.ts';
import { isUnwritten } from '../../../shared/letter/unwritten.ts';
import { sayMissing } from '../../components/say.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { engine } from '../../lib/engine.ts';
import { forgetLetter, lastLetterAddress, letterAddress, rememberLetter } from '../../lib/last-letter.ts';
import { discardUnwritten } from './discard-draft.ts';
import { afterFailure, letterKeeper } from './keep-letter.ts';
import type { AsideShelf } from './letter-aside.ts';
import { createLetterSession, type KeptLine, type LetterSession, type SessionState } from './letter-session.ts';

/** What a desk begins with. */
export interface DeskStart {
  line: KeptLine | null;
  letter: Letter;
  dirty: boolean;
  /** The desk's own mark on what it puts aside. */
  mark: string;
}

let leaving: Promise<unknown> = Promise.resolve();

/** Resolves when every letter that left its desk has been kept, or was put aside. */
export const leavingDesk = (): Promise<unknown> => leaving;

const now = (): Date => new Date();

/** The session of the letter on this desk, for as long as the desk is shown; tells when a draft was made of it. */
export function useLetterSession(start: DeskStart, shelf: AsideShelf, folderId: string, onCreated: (id: number) => void): SessionState & { session: LetterSession } {
  const queries = useQueryClient();
  const [putAside] = useState(() => (line: KeptLine | null, letter: Letter | null): void => {
    const id = line?.id ?? null;
    if (letter) shelf.put(id, { mark: start.mark, letter, revision: line?.revision ?? null, at: Date.now() });
    else shelf.drop(id, start.mark);
  });
  const [session] = useState(() => createLetterSession(start, { keep: letterKeeper(engine.outgoing, now), putAside, afterFailure, now }));
  const state = useSyncExternalStore(session.subscribe, session.getState);

  const savedAt = state.save.kind === 'saved' ? state.save.at : null;
  useEffect(() => {
    if (savedAt) void registerChanged(queries);
  }, [savedAt, queries]);

  const id = state.line?.id ?? null;
  const known = useRef(start.line?.id ?? null);
  useEffect(() => {
    if (id === null || id === known.current) return;
    known.current = id;
    // at once, not when the new address is drawn: the desk may be left before that
    rememberLetter(folderId, id);
    onCreated(id);
  }, [id, folderId, onCreated]);

  useEffect(() => {
    session.open();
    // the window may close at any moment: what is not kept yet is put aside on this computer
    const hide = (): void => {
      const { line, letter, save } = session.getState();
      const blank = line === null && isUnwritten(letter);
      if (save.kind !== 'saved' && save.kind !== 'untouched' && !blank) putAside(line, letter);
    };
    window.addEventListener('pagehide', hide);
    return () => {
      window.removeEventListener('pagehide', hide);
      const { kind } = session.getState().save;
      const remembered = lastLetterAddress(folderId);
      const left = session.close().then(async (kept) => {
        const made = session.getState().line?.id;
        // a draft made only now is still the letter last worked on, unless another was opened since
        if (made !== undefined && made !== known.current && lastLetterAddress(folderId) === remembered) rememberLetter(folderId, made);
        const unwritten = kept ? session.leftUnwritten() : null;
        if (unwritten && (await discardUnwritten(queries, unwritten))) {
          if (lastLetterAddress(folderId) === letterAddress(unwritten.id)) forgetLetter();
          return;
        }
        if (kept) return kind === 'saved' || kind === 'untouched' ? undefined : registerChanged(queries);
        sayMissing('Phần vừa gõ chưa vào sổ nhưng được giữ trên máy này; mở lại văn bản để lấy lại.');
      });
      leaving = Promise.all([leaving, left]);
    };
  }, [session, putAside, queries, folderId]);

  return { ...state, session };
}
