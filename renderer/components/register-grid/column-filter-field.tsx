import { useState, type KeyboardEvent } from 'react';
import { shortDate } from '../../../shared/domain/dates.ts';
import { today } from '../../lib/today.ts';
import type { ColumnFilter } from './grid-column.ts';
import classes from './register-grid.module.css';
import { readTypedDays, writeDays } from './typed-days.ts';

interface ColumnFilterFieldProps {
  filter: ColumnFilter;
  head: string;
  value: string;
  onChange: (typed: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onLeave: () => void;
}

/** What a column is filtered by: words and days are typed, states chosen; Esc empties it. */
export function ColumnFilterField({ filter, head, value, onChange, onKeyDown, onLeave }: ColumnFilterFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // the address may change without typing (back, a view): then it wins
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  const change = (text: string): void => {
    setTyped(text);
    onChange(text.trim());
  };
  const keys = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (typed === '') onLeave();
      else change('');
      return;
    }
    onKeyDown(event);
  };
  if (filter.kind === 'choice') {
    return (
      <select tabIndex={-1} data-filter data-set={value !== '' || undefined} className={classes.filter} aria-label={`Lọc ${head}`} value={value} onChange={(event) => change(event.currentTarget.value)} onKeyDown={keys}>
        <option value="" />
        {filter.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const days = filter.kind === 'days' ? readTypedDays(typed, today()) : null;
  const unread = filter.kind === 'days' && days === null;
  const told = unread ? `«${typed}» không phải là ngày; gõ như 5, 5/3, 5/3–10/3, 3/2026` : days && typed !== '' ? `Từ ${days.from ? shortDate(days.from) : 'đầu'} đến ${days.to ? shortDate(days.to) : 'nay'}` : filter.kind === 'days' ? 'Gõ ngày: 5, 5/3, 5/3–10/3, 3/2026' : undefined;
  return (
    <input
      tabIndex={-1}
      data-filter
      data-set={value !== '' || undefined}
      className={classes.filter}
      aria-label={`Lọc ${head}`}
      aria-invalid={unread || undefined}
      title={told}
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={(event) => {
        if ((event.nativeEvent as InputEvent).isComposing) setTyped(event.currentTarget.value);
        else change(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => change(event.currentTarget.value)}
      onBlur={() => {
        // what «5» means changes with the month; what is kept in the address and in a view must not
        if (days && typed !== '') change(writeDays(days));
      }}
      onKeyDown={keys}
    />
  );
}
