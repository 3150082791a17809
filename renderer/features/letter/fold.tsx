import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './fold.module.css';

interface FoldProps {
  title: string;
  /** One line of what it holds, shown beside the title. */
  holds?: ReactNode;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** One fold of the letter's form. */
export function Fold({ title, holds, open, onToggle, children }: FoldProps) {
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.fold}>
      <h2>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <Chevron size={15} aria-hidden />
          {title}
          <span>{holds}</span>
        </button>
      </h2>
      {open ? <div className={classes.content}>{children}</div> : null}
    </section>
  );
}
