import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readTypedTime, unreadTime } from '../../shared/domain/typed-time.ts';

interface TimeFieldProps {
  label: string;
  /** `HH:mm`. */
  value: string | null;
  onChange: (time: string | null) => void;
  field?: string;
  placeholder?: string;
}

/** An hour typed as `16`, `16h30`, `16:30`; written out as 16:30 once the field is left. What cannot be read is not handed on. */
export function TimeField({ label, value, onChange, field, placeholder = '16:00' }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value ?? '';
  const unread = text.trim() !== '' && readTypedTime(text) === null;
  return (
    <TextInput
      label={label}
      data-field={field}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readTypedTime(event.currentTarget.value));
      }}
      onBlur={() => !unread && setTyped(null)}
      error={unread ? unreadTime(text) : undefined}
    />
  );
}
