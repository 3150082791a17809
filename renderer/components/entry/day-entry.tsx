import { TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import { readDay, unreadDay, type DayReading } from '../../../shared/domain/day-shortcuts.ts';
import classes from './entry.module.css';

interface DayEntryProps {
  label: ReactNode;
  field: string;
  /** As typed; written out as dd/mm/yyyy only when the field is left. */
  value: string;
  onChange: (text: string) => void;
  reading: DayReading;
  placeholder?: string;
  error?: string | undefined;
}

/** A day typed as `5`, `5/3`, `050326`, `+10n`, with the day it means and its weekday beside it while one types. */
export function DayEntry({ label, field, value, onChange, reading, placeholder, error }: DayEntryProps) {
  const [focused, setFocused] = useState(false);
  const day = value.trim() === '' ? null : readDay(value, reading);
  const settled = day !== null && shortDate(day) === value;
  return (
    <TextInput
      label={label}
      data-entry={field}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        if (day !== null && !settled) onChange(shortDate(day));
      }}
      error={error ?? (!focused && value.trim() !== '' && day === null ? unreadDay(value) : undefined)}
      rightSection={day ? <span className={classes.weekday}>{settled ? weekdayOf(day) : `${weekdayOf(day)} ${shortDate(day)}`}</span> : null}
      rightSectionWidth={settled || day === null ? 80 : 150}
      rightSectionPointerEvents="none"
      rightSectionProps={{ style: { justifyContent: 'flex-end' } }}
      styles={{ input: { paddingInlineEnd: day === null ? 10 : settled ? 80 : 10 } }}
    />
  );
}
