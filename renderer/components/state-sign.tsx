import classes from './status-sign.module.css';

/** Green: done; ink: on its way; amber: waits for somebody; seal: late or ended; grey: nothing to do. */
export type SignTone = 'green' | 'ink' | 'amber' | 'seal' | 'grey';

/** A state as a word with its sign: full when settled, hollow while open, a bar when ended. */
export function StateSign({ word, tone, shape = 'full' }: { word: string; tone: SignTone; shape?: 'full' | 'hollow' | 'bar' }) {
  return (
    <span className={classes.sign} data-tone={tone} data-shape={shape}>
      {word}
    </span>
  );
}
