import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';

export interface FullScreen {
  /** Whether the screen is filled. */
  full: boolean;
  /** Whether `leave` can end it; a window made full by its own key ends that way. */
  ours: boolean;
  enter: () => void;
  leave: () => void;
}

/** Fills the screen, or the window where the shell does not let a page have the screen. */
export function useFullScreen(): FullScreen {
  const [ours, setOurs] = useState(false);
  // F11 of the browser or of the shell
  const byWindow = useMediaQuery('(display-mode: fullscreen)', false);
  useEffect(() => {
    const onChange = (): void => {
      if (document.fullscreenElement === null) setOurs(false);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
    };
  }, []);
  const enter = useCallback((): void => {
    setOurs(true);
    // the whole page, not a part of it: dialogs and words of the program stand beside that part
    void document.documentElement.requestFullscreen().catch(() => undefined);
  }, []);
  const leave = useCallback((): void => {
    setOurs(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
  }, []);
  const full = ours || byWindow;
  useLayoutEffect(() => {
    // the rail and the bars stand aside, as they do for the printer
    document.documentElement.toggleAttribute('data-filled', full);
    return () => document.documentElement.removeAttribute('data-filled');
  }, [full]);
  return { full, ours, enter, leave };
}
