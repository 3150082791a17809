import { Popover, TextInput, type TextInputProps } from '@mantine/core';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { matchRank } from '../lib/match-names.ts';
import classes from './suggest-input.module.css';

/** A name that can be chosen instead of typed out. */
export interface Suggestion {
  name: string;
  /** Also found by this (`STC`), shown beside the name. */
  abbreviation?: string | undefined;
}

interface SuggestInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (text: string) => void;
  suggestions: readonly Suggestion[];
  /** Told when a suggestion was taken, after `onChange`. */
  onTake?: (name: string) => void;
  /** Show the suggestions when the field is empty and the down arrow is pressed. */
  offerAll?: boolean;
}

const most = 8;

function found(suggestions: readonly Suggestion[], typed: string, offerAll: boolean): { suggestion: Suggestion; rank: number }[] {
  if (typed.trim() === '') return offerAll ? suggestions.slice(0, 30).map((suggestion) => ({ suggestion, rank: 0 })) : [];
  return suggestions
    .map((suggestion) => ({ suggestion, rank: Math.max(matchRank(suggestion.name, typed), suggestion.abbreviation && matchRank(suggestion.abbreviation, typed) >= 5 ? 4.5 : 0) }))
    .filter(({ rank, suggestion }) => rank > 0 && suggestion.name !== typed)
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most);
}

/**
 * A text field with names below it, never written into it while one types. Initials (`stc`) stand ready for Enter or
 * Tab; other names are chosen with the arrows, so that Enter after a name typed out never changes it.
 */
export function SuggestInput({ value, onChange, suggestions, onTake, offerAll = false, onKeyDown, onBlur, ...field }: SuggestInputProps) {
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const listId = useId();
  const matches = useMemo(() => (open ? found(suggestions, value, offerAll) : []), [open, suggestions, value, offerAll]);
  const shown = open && matches.length > 0;
  const best = matches[0];
  const ready = moved ?? (best && (best.rank === 4.5 || best.rank === 4) ? 0 : -1);

  const take = (name: string): void => {
    onChange(name);
    onTake?.(name);
    setOpen(false);
    setMoved(null);
  };
  const answer = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const chosen = matches[ready]?.suggestion.name;
    if (plain && event.key === 'ArrowDown' && (shown || offerAll)) {
      event.preventDefault();
      if (!shown) setOpen(true);
      else setMoved(Math.min(ready + 1, matches.length - 1));
    } else if (plain && event.key === 'ArrowUp' && shown) {
      event.preventDefault();
      setMoved(Math.max(ready - 1, -1));
    } else if (event.key === 'Enter' && plain && shown && chosen) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Tab' && shown && chosen) {
      take(chosen);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
    if (!event.defaultPrevented) onKeyDown?.(event);
  };

  return (
    <Popover opened={shown} width="target" position="bottom-start" offset={2} withRoles={false} shadow="xs" returnFocus={false} trapFocus={false}>
      <Popover.Target>
        <TextInput
          {...field}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? listId : undefined}
          aria-activedescendant={shown && ready >= 0 ? `${listId}-${ready}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value);
            setOpen(true);
            setMoved(null);
          }}
          onKeyDown={answer}
          onBlur={(event) => {
            setOpen(false);
            setMoved(null);
            onBlur?.(event);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={4} className={classes.dropdown ?? ''}>
        <ul id={listId} role="listbox" aria-label="Gợi ý" className={classes.list}>
          {matches.map(({ suggestion }, index) => (
            <li
              key={suggestion.name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === ready}
              onMouseDown={(event) => {
                event.preventDefault();
                take(suggestion.name);
              }}
            >
              <span>{suggestion.name}</span>
              {suggestion.abbreviation ? <small>{suggestion.abbreviation}</small> : null}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
