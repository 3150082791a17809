import { useEffect, useRef, type ReactNode } from 'react';
import { takeIdleKeyboard } from '../lib/take-idle-keyboard.ts';
import { BookState } from './book-state.tsx';
import classes from './screen.module.css';

interface ScreenProps {
  title: ReactNode;
  /** Beside the title: a sign of state, a link back. */
  beside?: ReactNode;
  actions?: ReactNode;
  /** What the status line says of this screen. */
  status?: ReactNode;
  children: ReactNode;
}

/** One screen of the frame: its title and actions, the work, and the status line. */
export function Screen({ title, beside, actions, status, children }: ScreenProps) {
  const work = useRef<HTMLElement>(null);
  // from a screen just opened, Tab goes on into its work instead of through the rail again
  useEffect(() => takeIdleKeyboard(work.current), []);
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title} title={typeof title === 'string' ? title : undefined}>
          {title}
        </h1>
        {beside}
        <div className={classes.actions}>{actions}</div>
      </header>
      <main ref={work} className={classes.work} tabIndex={-1}>{children}</main>
      <footer className={classes.status}>
        <span className={classes.said} role="status">
          {status}
        </span>
        <BookState />
        <span>
          <kbd>F1</kbd> hướng dẫn
        </span>
      </footer>
    </div>
  );
}
