import type { ReactNode } from 'react';
import classes from './line-tag.module.css';

/** A short word beside something of a line that asks for a look. */
export function LineTag({ tone, title, children }: { tone: 'seal' | 'amber' | 'grey'; title?: string; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
