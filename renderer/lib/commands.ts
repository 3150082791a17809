import { createContext, use, useLayoutEffect, useRef } from 'react';

/** Something the person can have done by key, from the palette, or by a button. */
export interface Command {
  id: string;
  /** A verb of the trade, as the palette and the list of keys show it. */
  label: string;
  /** `Ctrl+S`, `F9`, `N`. */
  shortcut?: string | undefined;
  run: () => void;
  /** Kept out of the palette: it only makes sense under the finger. */
  keyOnly?: boolean | undefined;
  /** Answered by the field that holds the keyboard (Enter, Esc): only told in the list of keys. */
  toldOnly?: boolean | undefined;
}

/** Takes a screen's commands for as long as it is shown; the answer takes them away. */
export type RegisterCommands = (read: () => readonly Command[], shown: readonly Command[]) => () => void;

export const CommandContext = createContext<RegisterCommands | null>(null);

/** Offers these commands while the caller is on screen: by key, in the palette (Ctrl+K) and in the keys told under the guide (F1). */
export function useCommands(commands: readonly Command[]): void {
  const register = use(CommandContext);
  const latest = useRef(commands);
  // with what is drawn, not some time after it: a key pressed the moment a screen appears is meant for it
  useLayoutEffect(() => {
    latest.current = commands;
  });
  const signature = commands.map((command) => `${command.id}|${command.label}|${command.shortcut ?? ''}`).join('\n');
  useLayoutEffect(() => {
    if (!register) return undefined;
    return register(() => latest.current, latest.current);
  }, [register, signature]);
}
