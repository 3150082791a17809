import { useDeferredValue } from 'react';
import { emptyLetter } from '../../shared/letter/letter.ts';
import type { LetterForm, Office } from '../../shared/letter/office.ts';
import { usePages } from '../lib/use-pages.ts';
import classes from './letterhead-sample.module.css';
import { PaperSheet } from './paper-sheet.tsx';

const sample = { ...emptyLetter(), addressees: ['…'], subject: '…' };

interface LetterheadSampleProps {
  office: Office;
  form: LetterForm;
  codeNotation: string;
  codeNumber: number | null;
  /** Which part of the sheet is shown. */
  part?: 'head' | 'foot';
}

/** The head (or foot) of the page as it will print for this office. */
export function LetterheadSample({ office, form, codeNotation, codeNumber, part = 'head' }: LetterheadSampleProps) {
  const late = useDeferredValue(codeNotation);
  const pages = usePages(sampleOf(late), office, form, codeNumber);
  const page = pages[0];
  return <div className={classes.sample} data-part={part}>{page ? <PaperSheet page={page} name="Mẫu đầu trang như sẽ in" marks={never} /> : null}</div>;
}

const never = (): boolean => false;
const made = new Map<string, typeof sample>();

/** The same object for the same notation, so that nothing is drawn twice. */
function sampleOf(codeNotation: string): typeof sample {
  const known = made.get(codeNotation);
  if (known) return known;
  if (made.size > 100) made.clear();
  const letter = { ...sample, codeNotation };
  made.set(codeNotation, letter);
  return letter;
}
