import { spotlight } from '@mantine/spotlight';
import { lazy, Suspense, useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { CommandContext, type Command, type RegisterCommands } from '../lib/commands.ts';
import { guideDoor } from '../lib/guide-door.ts';
import { dialogThatStands } from '../lib/dialog-keyboard.ts';
import { oncePerPress } from '../lib/once-per-press.ts';
import { host } from '../lib/host.ts';
import { isPlainKey, isTypingPlace, pressMatches } from '../lib/shortcut.ts';
import { CommandPalette } from './command-palette.tsx';
import { chapterOfAddress, doorChapters } from './guide-chapters.ts';

interface Registered {
  read: () => readonly Command[];
  shown: readonly Command[];
}

// read when it is first asked for: neither the text nor its reader belong to the start
const GuideDialog = lazy(async () => ({ default: (await import('../features/guide/guide-dialog.tsx')).GuideDialog }));

/** The guide as it is open: at the chapter of the screen, or at what is new. */
interface OpenGuide {
  chapter: string;
  news: boolean;
}

/** What lies over a place for a moment and is left again to where one was. */
const passing = '[data-passing]';

const dialogOpen = (): boolean => document.querySelector(dialogThatStands) !== null;

/** Keeps the commands of what is on screen; runs them by key, shows them in the palette and in the guide. */
export function CommandCenter({ children }: { children: ReactNode }) {
  const registered = useRef<Registered[]>([]);
  const [press] = useState(oncePerPress);
  const [shown, setShown] = useState<readonly Command[]>([]);
  const [guide, setGuide] = useState<OpenGuide | null>(null);
  // where one was: the palette, from which the guide may be asked for, is no such place
  const lastField = useRef<HTMLElement | null>(null);
  const returnTo = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement && !target.closest(passing)) lastField.current = target;
    };
    window.addEventListener('focusin', note);
    return () => window.removeEventListener('focusin', note);
  }, []);
  // in the moment the guide is gone: a key pressed right after Esc is meant for the field one was in
  useLayoutEffect(() => {
    if (guide !== null) return;
    if (returnTo.current?.isConnected) returnTo.current.focus({ preventScroll: true });
    returnTo.current = null;
  }, [guide]);
  const openGuide = useCallback((news: boolean): void => {
    const active = document.activeElement;
    returnTo.current = active instanceof HTMLElement && !active.closest(passing) ? active : lastField.current;
    const door = guideDoor();
    setGuide({ chapter: door === null ? chapterOfAddress(location.hash) : doorChapters[door], news });
  }, []);
  const onF1 = useEffectEvent((): void => (guide === null ? openGuide(false) : setGuide(null)));

  const register = useCallback<RegisterCommands>((read, commands) => {
    const entry = { read, shown: commands };
    const publish = (): void => setShown(registered.current.flatMap((each) => each.shown));
    registered.current = [...registered.current, entry];
    publish();
    return () => {
      registered.current = registered.current.filter((each) => each !== entry);
      publish();
    };
  }, []);

  const runById = useCallback((id: string): void => {
    registered.current
      .flatMap((entry) => entry.read())
      .findLast((command) => command.id === id)
      ?.run();
  }, []);

  // a dialog that a key closes may be gone before the key has come through: looked at before any dialog listens
  const underDialog = useRef(false);
  // the guide lies over everything: Esc closes it alone, and the dialog it was asked from stays
  const closeGuide = useEffectEvent((event: KeyboardEvent): void => {
    if (guide === null || event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    setGuide(null);
  });
  useLayoutEffect(() => {
    const look = (event: KeyboardEvent): void => {
      underDialog.current = dialogOpen();
      closeGuide(event);
    };
    window.addEventListener('keydown', look, true);
    return () => window.removeEventListener('keydown', look, true);
  }, []);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.defaultPrevented) return;
      if (event.key === 'F1') {
        event.preventDefault();
        if (!event.repeat && press.byKey('keys')) onF1();
        return;
      }
      // a dialog answers its own keys; what lies under it waits
      if (underDialog.current || dialogOpen()) return;
      const command = registered.current
        .flatMap((entry) => entry.read())
        .findLast(({ shortcut, toldOnly }) => shortcut !== undefined && !toldOnly && pressMatches(event, shortcut) && !(isPlainKey(shortcut) && isTypingPlace(event.target)));
      if (!command) return;
      event.preventDefault();
      if (!event.repeat && press.byKey(command.id)) command.run();
    };
    const onKeyUp = (): void => press.end();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', onKeyUp);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', onKeyUp);
    };
  }, [press]);

  // the application menu names commands as the screens do
  useEffect(
    () =>
      host.onMenu((command) => {
        if (!press.byMenu(command)) return;
        if (command === 'keys') openGuide(false);
        // a dialog waits for its own answer: the menu does nothing under it either
        else if (dialogOpen()) return;
        else if (command === 'commands') spotlight.open();
        else runById(command);
      }),
    [press, runById, openGuide],
  );

  const palette = useMemo(() => shown.filter((command) => !command.keyOnly && !command.toldOnly), [shown]);
  return (
    <CommandContext value={register}>
      {children}
      <CommandPalette commands={palette} onRun={runById} onGuide={openGuide} />
      {guide ? (
        <Suspense fallback={null}>
          <GuideDialog key={`${guide.chapter} ${guide.news}`} opensAt={guide.chapter} news={guide.news} commands={shown} onClose={() => setGuide(null)} />
        </Suspense>
      ) : null}
    </CommandContext>
  );
}
