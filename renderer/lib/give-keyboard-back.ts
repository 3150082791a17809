import { useEffect, useState } from 'react';
import { takeIdleKeyboard } from './take-idle-keyboard.ts';

/**
 * For a dialog that exists only while it is open: when it goes, the keyboard returns to what held it before, or to the
 * list of the screen when that has gone too, unless something has taken it meanwhile. The library's own way needs the
 * dialog to outlive its closing.
 */
export function useKeyboardBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // what lies under the dialog can be held again only once the dialog has left the page
      setTimeout(() => takeIdleKeyboard(before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.querySelector<HTMLElement>('main [role="grid"]')), leavingMs);
    },
    [before],
  );
}

/** After the library has let go of the keyboard, ms; nobody presses the next key sooner. */
const leavingMs = 20;
