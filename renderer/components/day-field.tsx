import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readTypedDate, shortDate, weekdayOf, type IsoDate } from '../../shared/domain/dates.ts';
import { today } from '../lib/today.ts';

interface DayFieldProps {
  label: string;
  value: IsoDate | null;
  onChange: (day: IsoDate | null) => void;
  /** Shown while nothing is typed. */
  placeholder?: string;
  field?: string;
  autoFocus?: boolean;
  required?: boolean;
}

/** A day typed as `5`, `5/3`, `050326`; shown as dd/mm/yyyy with its weekday once the field is left. */
export function DayField({ label, value, onChange, placeholder, field, autoFocus, required }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (value ? shortDate(value) : '');
  const read = text.trim() === '' ? null : readTypedDate(text, today());
  const unread = text.trim() !== '' && read === null;
  const settle = (): void => {
    if (!unread) setTyped(null);
  };
  return (
    <TextInput
      label={label}
      data-field={field}
      data-autofocus={autoFocus || undefined}
      placeholder={placeholder}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const day = next.trim() === '' ? null : readTypedDate(next, today());
        onChange(day);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
      error={unread && typed !== null ? `«${text}» không phải là ngày; gõ như 5, 5/3 hoặc 050326.` : required && text.trim() === '' ? 'Ghi ngày ký văn bản.' : undefined}
      rightSection={read ? <span style={{ fontSize: 12.5, color: 'var(--quiet-text)', whiteSpace: 'nowrap' }}>{typed === null ? weekdayOf(read) : `${shortDate(read)}`}</span> : null}
      rightSectionWidth={84}
      rightSectionProps={{ style: { justifyContent: 'flex-end', paddingRight: 10 } }}
    />
  );
}
