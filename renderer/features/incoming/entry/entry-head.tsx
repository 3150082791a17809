import { printedNumber } from '../../../../shared/domain/numbering.ts';
import type { DayReading } from '../../../../shared/domain/day-shortcuts.ts';
import { formatVietnameseNumber } from '../../../../shared/domain/vietnamese-number.ts';
import { DayEntry } from '../../../components/entry/day-entry.tsx';
import { FieldNotes } from '../../../components/entry/field-notes.tsx';
import type { EntryField, EntryForm } from './entry-form.ts';
import classes from './entry-screen.module.css';

/** `05`, `146`, `1.247`: an arrival number as it is written on the stamp. */
export const arrivalText = (number: number): string => (number < 10 ? printedNumber(number) : formatVietnameseNumber(number));

interface EntryHeadProps {
  label: string;
  /** Null while it is not known yet. */
  number: number | string | null;
  form: EntryForm;
  set: (field: EntryField, value: string) => void;
  reading: DayReading;
  remark?: string | undefined;
  error?: string | undefined;
}

/** The number of the line, large, and the day it arrived. */
export function EntryHead({ label, number, form, set, reading, remark, error }: EntryHeadProps) {
  return (
    <div className={classes.head}>
      <p className={classes.future}>
        {label}
        <strong>{number === null ? '…' : typeof number === 'number' ? arrivalText(number) : number}</strong>
      </p>
      <div className={classes.arrival}>
        <DayEntry label="Ngày đến" field="arrivalDate" value={form.arrivalDate} onChange={(text) => set('arrivalDate', text)} reading={reading} error={error} />
        <FieldNotes notes={remark ? [{ text: remark }] : []} />
      </div>
    </div>
  );
}
