import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { DayEntry } from '../../../components/entry/day-entry.tsx';
import { FieldNotes } from '../../../components/entry/field-notes.tsx';
import type { EntryField, EntryForm } from './entry-form.ts';
import classes from './entry-screen.module.css';
import { readingOf } from './read-entry.ts';

interface ArrivalFieldProps {
  form: EntryForm;
  set: (field: EntryField, value: string) => void;
  today: IsoDate;
  remark?: string | undefined;
  error?: string | undefined;
}

/** Ngày đến, beside the number it gives its year. */
export function ArrivalField({ form, set, today, remark, error }: ArrivalFieldProps) {
  return (
    <div className={classes.arrival}>
      <DayEntry label="Ngày đến" field="arrivalDate" value={form.arrivalDate} onChange={(text) => set('arrivalDate', text)} reading={readingOf('arrivalDate', form, today)} error={error} />
      <FieldNotes notes={remark ? [{ text: remark }] : []} />
    </div>
  );
}
