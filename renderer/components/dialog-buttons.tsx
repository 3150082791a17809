import type { ReactNode } from 'react';
import classes from './dialog-buttons.module.css';

/** The buttons of a dialog, the act last: always in view, also where the dialog is longer than the window. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className={classes.buttons}>{children}</div>;
}
