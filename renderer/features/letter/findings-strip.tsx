import { useEffect } from 'react';
import type { Problem } from '../../../shared/domain/refusal.ts';
import { unsayMissing } from '../../components/say.tsx';
import classes from './findings-strip.module.css';

interface FindingsStripProps {
  /** What makes the letter impossible to keep. */
  impossible: readonly Problem[];
  /** What is still missing before it can take a number. */
  missing: readonly Problem[];
  /** What a careful reader would ask about; it keeps no number back. */
  asked: readonly Problem[];
  onJump: (field: string) => void;
}

/** The first part of a sentence; stops inside a quoted name («I. Khối sở») and inside numbers do not end it. */
const short = (sentence: string): string => /^(?:«[^»]*»|[^;.«]|\.(?=\d))+/u.exec(sentence)?.[0] ?? sentence;

/** What the letter still lacks and what cannot stand, each a jump to its place. */
export function FindingsStrip({ impossible, missing, asked, onJump }: FindingsStripProps) {
  // the word about what is missing leaves with the desk it was about
  useEffect(() => unsayMissing, []);
  if (impossible.length + missing.length + asked.length === 0) {
    return (
      <div className={classes.strip} data-state="ready" role="status">
        Đủ để cấp số
      </div>
    );
  }
  return (
    <div className={classes.strip} role="group" aria-label="Còn phải sửa">
      {[...impossible.map((problem) => ({ problem, wrong: true })), ...[...missing, ...asked].map((problem) => ({ problem, wrong: false }))].slice(0, 12).map(({ problem, wrong }, index) => (
        <button key={index} type="button" data-wrong={wrong} title={problem.message} onClick={() => onJump(problem.field)}>
          {wrong ? problem.message.split(';')[0] : short(problem.message)}
        </button>
      ))}
    </div>
  );
}
