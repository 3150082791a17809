import { useId } from 'react';
import classes from './entry.module.css';

const priorities = [
  ['0', 'Thường', 't'],
  ['1', 'Khẩn', 'k'],
  ['2', 'Thượng khẩn', 'g'],
  ['3', 'Hỏa tốc', 'h'],
] as const;

interface PriorityEntryProps {
  value: string;
  onChange: (priority: string) => void;
}

/** Độ khẩn: chosen with the arrows, or by its digit 0–3 or letter while the keyboard is here. */
export function PriorityEntry({ value, onChange }: PriorityEntryProps) {
  const name = useId();
  return (
    <fieldset
      className={classes.priorities}
      data-entry="priority"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const chosen = priorities.find(([digit, , letter]) => event.key === digit || event.key.toLowerCase() === letter);
        if (!chosen) return;
        event.preventDefault();
        onChange(chosen[0]);
        event.currentTarget.querySelector<HTMLInputElement>(`input[value="${chosen[0]}"]`)?.focus();
      }}
    >
      <legend>Độ khẩn</legend>
      {priorities.map(([digit, label]) => (
        <label key={digit} className={classes.priority} data-urgent={digit === '0' ? undefined : ''} title={`Phím ${digit}`}>
          <input type="radio" name={name} value={digit} checked={value === digit} onChange={() => onChange(digit)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
