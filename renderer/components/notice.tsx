import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  title: string;
  children?: ReactNode;
  action?: { label: string; shortcut?: string; run: () => void } | undefined;
  /** Other ways on from here. */
  others?: readonly { label: string; shortcut?: string; run: () => void }[];
  tone?: 'calm' | 'trouble';
}

/** What stands where the work would be when there is none: what the place is for, or what went wrong, and the next act. */
export function Notice({ title, children, action, others = [], tone = 'calm' }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'trouble' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action ? (
        <Button variant={tone === 'trouble' ? 'default' : 'filled'} onClick={action.run} rightSection={action.shortcut ? <kbd>{action.shortcut}</kbd> : undefined}>
          {action.label}
        </Button>
      ) : null}
      {others.length > 0 ? (
        <div className={classes.others}>
          {others.map(({ label, shortcut, run }) => (
            <Button key={label} variant="default" onClick={run} rightSection={shortcut ? <kbd>{shortcut}</kbd> : undefined}>
              {label}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
