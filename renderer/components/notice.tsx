import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  title: string;
  children?: ReactNode;
  action?: { label: string; shortcut?: string; run: () => void } | undefined;
  tone?: 'calm' | 'trouble';
}

/** What stands where the work would be when there is none: what the place is for, or what went wrong, and the next act. */
export function Notice({ title, children, action, tone = 'calm' }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'trouble' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action ? (
        <Button variant={tone === 'trouble' ? 'default' : 'filled'} onClick={action.run} rightSection={action.shortcut ? <kbd>{action.shortcut}</kbd> : undefined}>
          {action.label}
        </Button>
      ) : null}
    </div>
  );
}
