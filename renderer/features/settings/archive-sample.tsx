import { archiveLine } from '../../../shared/letter/archive-line.ts';
import classes from './settings-form.module.css';

/** How the pattern prints, with everything filled in and with the unit alone. */
export function ArchiveSample({ pattern }: { pattern: string }) {
  const lines = [
    { units: 'VT, KGVX', drafter: 'Nam', copies: 7 },
    { units: 'VT', drafter: null, copies: null },
  ].map((archive) => archiveLine(archive, pattern));
  return (
    <p className={classes.archive} aria-live="polite">
      {lines.map((line, at) => (
        <span key={at}>- {line}.</span>
      ))}
    </p>
  );
}
