import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './entry.module.css';

export interface FieldNote {
  text: ReactNode;
  tone?: 'warning' | 'calm';
  acts?: readonly { label: string; run: () => void }[];
}

/** What is to be said of a field, right below it: each with its sign, its sentence and what can be done about it. */
export function FieldNotes({ notes }: { notes: readonly FieldNote[] }) {
  return (
    <div aria-live="polite" className={classes.notes}>
      {notes.map(({ text, tone = 'warning', acts = [] }, at) => (
        <p key={at} className={classes.note} data-tone={tone}>
          {tone === 'warning' ? <IconAlertTriangle size={14} stroke={1.8} aria-hidden /> : <IconInfoCircle size={14} stroke={1.8} aria-hidden />}
          <span>
            {text}
            {acts.map(({ label, run }) => (
              <button key={label} type="button" className={classes.act} onMouseDown={(event) => event.preventDefault()} onClick={run}>
                {label}
              </button>
            ))}
          </span>
        </p>
      ))}
    </div>
  );
}
