import type { ReactNode } from 'react';
import classes from './line-subject.module.css';

interface LineSubjectProps {
  subject: ReactNode;
  struck: boolean;
  /** Why it is no longer in force. */
  ended: string | null;
  /** Words before it. */
  children?: ReactNode;
}

/** What a line is about; struck through with the reason beside it when it is no longer in force. */
export function LineSubject({ subject, struck, ended, children }: LineSubjectProps) {
  return (
    <span className={classes.subject}>
      {children}
      {struck ? <s className={classes.words}>{subject}</s> : <span className={classes.words}>{subject}</span>}
      {ended ? <em title={ended}>{ended}</em> : null}
    </span>
  );
}
