/** One press of a key may come twice: as the key itself, and as the application menu's command of the same name. */
export interface OncePerPress {
  /** Whether the command is to run now that its key was pressed. */
  byKey: (command: string) => boolean;
  /** Whether the command is to run now that the menu asks for it. */
  byMenu: (command: string) => boolean;
  /** The key was released. */
  end: () => void;
}

/** Within this time (ms) the menu's word for a key just pressed is the same press; it comes from another process. */
const sameMoment = 150;

/** Lets a command run once for each press, whichever way it comes first; two presses of a key are two. */
export function oncePerPress(now: () => number = () => performance.now()): OncePerPress {
  let last: { command: string; from: 'key' | 'menu'; at: number; held: boolean } | null = null;
  const take = (command: string, from: 'key' | 'menu'): boolean => {
    const twin = last !== null && last.command === command && last.from !== from && (now() - last.at < sameMoment || last.held);
    // the second half of a press is spent with it
    last = twin ? null : { command, from, at: now(), held: from === 'key' };
    return !twin;
  };
  return {
    byKey: (command) => take(command, 'key'),
    byMenu: (command) => take(command, 'menu'),
    end: () => {
      if (last) last = { ...last, held: false };
    },
  };
}
