import type { Letter } from '../../../shared/letter/letter.ts';
import { isUnwritten } from '../../../shared/letter/unwritten.ts';

/** How far the keeping of the draft has come. */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'waiting' }
  /** With the refusal of the try before, so that what it named stays on screen until the answer. */
  | { kind: 'saving'; refused: unknown }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed'; error: unknown }
  /** The line has moved on elsewhere: nothing is saved until the person has chosen. */
  | { kind: 'overtaken'; error: unknown };

/** A draft's place in the book, and the revision this desk knows of it. */
export interface KeptLine {
  id: number;
  revision: number;
}

export interface SessionState {
  /** Null until the first save has made the draft. */
  line: KeptLine | null;
  letter: Letter;
  save: SaveState;
}

/** What to do after a failed save: try again by itself, wait until the letter is mended, or stop. */
export type AfterFailure = 'again' | 'mend' | 'overtaken';

export interface SessionPorts {
  /** Keeps the letter and answers its line; called one at a time. */
  keep: (line: KeptLine | null, letter: Letter) => Promise<KeptLine>;
  /** Puts the letter aside on this computer, or takes it away once it is kept. */
  putAside: (line: KeptLine | null, letter: Letter | null) => void;
  afterFailure: (error: unknown) => AfterFailure;
  now: () => Date;
}

export interface LetterSession {
  getState: () => SessionState;
  subscribe: (listener: () => void) => () => void;
  change: (patch: Partial<Letter>) => void;
  /** Keeps what is not kept yet, now; true when all of it is. */
  flush: () => Promise<boolean>;
  /** The desk is in use: what is not kept yet is kept after the usual pause. */
  open: () => void;
  /** The desk is left: one last flush, then nothing by itself any more; false when the rest was put aside. */
  close: () => Promise<boolean>;
  /** Nothing is written in it any more, all of it is in the book, and the desk was left: its line is worth no place. */
  leftUnwritten: () => KeptLine | null;
  /** Leaves the line to whoever moved it on, and keeps the letter as a new draft. */
  keepAnew: () => void;
  /** Gives up what this desk has not kept. */
  discard: () => void;
}

/** Wait after the last keystroke, and the longest pause between tries when keeping fails, ms. */
const pause = 800;
const longestPause = 30_000;

/**
 * One letter on the desk: every change is kept shortly after, saves run one after another, and when one fails the
 * letter is put aside on this computer and tried again until it is kept or the desk is left.
 */
export function createLetterSession(start: { line: KeptLine | null; letter: Letter; dirty?: boolean }, ports: SessionPorts): LetterSession {
  let state: SessionState = { line: start.line, letter: start.letter, save: { kind: start.dirty ? 'waiting' : 'untouched' } };
  let dirty = start.dirty ?? false;
  let closed = false;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    listeners.forEach((listener) => listener());
  };
  const isOvertaken = (): boolean => state.save.kind === 'overtaken';
  const isAside = (): boolean => state.save.kind === 'failed' || isOvertaken() || failures > 0;
  const schedule = (wait: number): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void run(), wait);
  };
  const fail = (error: unknown): void => {
    const next = ports.afterFailure(error);
    dirty = true;
    failures += 1;
    ports.putAside(state.line, state.letter);
    set({ save: { kind: next === 'overtaken' ? 'overtaken' : 'failed', error } });
    if (next === 'again') schedule(Math.min(longestPause, pause * 2 ** failures));
  };
  const work = async (): Promise<void> => {
    while (dirty && !isOvertaken()) {
      dirty = false;
      set({ save: { kind: 'saving', refused: state.save.kind === 'failed' ? state.save.error : null } });
      const { line: before, letter } = state;
      // a letter opened and left blank takes no line in the book
      if (before === null && isUnwritten(letter)) {
        failures = 0;
        ports.putAside(null, null);
        set({ save: { kind: 'untouched' } });
        return;
      }
      try {
        const line = await ports.keep(before, letter);
        ports.putAside(before, null);
        // typed while an earlier text was on its way: this is not in the book yet
        if (dirty && failures > 0) ports.putAside(line, state.letter);
        failures = 0;
        set({ line, save: dirty ? { kind: 'waiting' } : { kind: 'saved', at: ports.now() } });
      } catch (error) {
        fail(error);
        return;
      }
    }
  };
  const run = (): Promise<void> => {
    clearTimeout(timer);
    running ??= work().finally(() => (running = null));
    return running;
  };
  const flush = async (): Promise<boolean> => {
    if (running) await running;
    if (dirty && !isOvertaken()) await run();
    return !dirty;
  };

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (patch) => {
      dirty = true;
      const letter = { ...state.letter, ...patch };
      // while it keeps failing, every keystroke is put aside too: a closed window loses nothing
      if (isAside()) ports.putAside(state.line, letter);
      const quiet = state.save.kind === 'untouched' || state.save.kind === 'saved';
      set({ letter, save: quiet ? { kind: 'waiting' } : state.save });
      if (isOvertaken()) return;
      // an answer that comes after the desk was left is still kept, without a timer
      if (closed) void run();
      else schedule(pause);
    },
    flush,
    open: () => {
      closed = false;
      if (dirty && !isOvertaken()) schedule(pause);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      return flush();
    },
    leftUnwritten: () => (closed && !dirty && !isOvertaken() && isUnwritten(state.letter) ? state.line : null),
    keepAnew: () => {
      ports.putAside(state.line, null);
      dirty = true;
      set({ line: null, save: { kind: 'waiting' } });
      void run();
    },
    discard: () => {
      clearTimeout(timer);
      dirty = false;
      failures = 0;
      ports.putAside(state.line, null);
      set({ save: { kind: 'untouched' } });
    },
  };
}
