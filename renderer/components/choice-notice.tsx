import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './choice-notice.module.css';

interface ChoiceNoticeProps {
  title: string;
  children: ReactNode;
  /** Each named by its effect; the first is the one that loses nothing. */
  choices: readonly { label: string; run: () => void }[];
}

/** Two texts and one place: says which they are and lets the person choose. */
export function ChoiceNotice({ title, children, choices }: ChoiceNoticeProps) {
  return (
    <section className={classes.notice} role="alert" aria-label={title}>
      <h2>{title}</h2>
      <p>{children}</p>
      <div className={classes.choices}>
        {choices.map(({ label, run }, at) => (
          <Button key={label} size="xs" variant={at === 0 ? 'filled' : 'default'} onClick={run}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
