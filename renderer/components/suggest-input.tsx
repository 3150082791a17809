import { Popover, TextInput, type TextInputProps } from '@mantine/core';
import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { halfTyped, indexNames, type FoundName, type KnownName, type NameIndex } from '../../shared/domain/name-matching.ts';
import classes from './suggest-input.module.css';

/** A name that can be chosen instead of typed out. */
export type Suggestion = KnownName;

interface SuggestInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  value: string;
  onChange: (text: string) => void;
  /** Null while they are still being read. */
  suggestions: readonly Suggestion[] | null;
  /** Told when a suggestion was taken, after `onChange`. */
  onTake?: ((name: string) => void) | undefined;
  /** Show the suggestions when the field is empty and the down arrow is pressed. */
  offerAll?: boolean;
  /** Enter takes the suggestion and is handed on, so that one key also goes to the next field. */
  takeAndGo?: boolean;
  /**
   * What Enter does with a name half typed, which would be printed as it stands: `ask` takes the only one that goes on
   * from an unfinished word, and else shows the names with the first of them ready, beside keeping what was typed;
   * `take` takes the only one and lets free words pass. Left out: what was typed passes.
   */
  half?: 'ask' | 'take' | undefined;
  /** An act on what was typed, as the last line of the list («Thêm «…» vào danh bạ»). */
  act?: { label: (typed: string) => ReactNode; run: (typed: string) => void } | undefined;
}

const most = 8;
const indexes = new WeakMap<readonly Suggestion[], NameIndex>();

/** The index of a list, folded once for as long as the list lives. */
function indexOf(suggestions: readonly Suggestion[]): NameIndex {
  const known = indexes.get(suggestions);
  if (known) return known;
  const made = indexNames(suggestions);
  indexes.set(suggestions, made);
  return made;
}

function found(suggestions: readonly Suggestion[] | null, typed: string, offerAll: boolean): FoundName[] {
  if (!suggestions) return [];
  if (typed.trim() === '') return offerAll ? suggestions.slice(0, 30).map((suggestion) => ({ ...suggestion, rank: 0, ready: false })) : [];
  return indexOf(suggestions)(typed, most).filter(({ name }) => name !== typed);
}

/**
 * A text field with names below it, never written into it while one types. Initials (`stc`) stand ready for Enter or
 * Tab; other names are chosen with the arrows, so that Enter after a name typed out never changes it (`half` says what
 * it does after a beginning). What was typed and
 * left with Enter or Tab before the names were read is completed when they are.
 */
export function SuggestInput({ value, onChange, suggestions, onTake, offerAll = false, takeAndGo = false, half, act, onKeyDown, onBlur, ...field }: SuggestInputProps) {
  const [open, setOpen] = useState(false);
  const [moved, setMoved] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const listId = useId();
  const left = useRef<string | null>(null);
  const matches = useMemo(() => (open ? found(suggestions, value, offerAll) : []), [open, suggestions, value, offerAll]);
  const typed = value.trim();
  const acting = act && open && typed !== '' && !suggestions?.some(({ name }) => name === typed) ? act : null;
  const keeping = asking && open && typed !== '';
  const keepAt = matches.length + (acting ? 1 : 0);
  const amount = keepAt + (keeping ? 1 : 0);
  const shown = open && amount > 0;
  const ready = moved ?? (matches[0]?.ready ? 0 : -1);

  const close = (): void => {
    setOpen(false);
    setMoved(null);
    setAsking(false);
  };
  /** The name that Enter puts in the place of one half typed, or the question which; null when what was typed may pass. */
  const answerHalf = (): { take: string } | 'ask' | null => {
    if (half === undefined || typed === '' || suggestions?.some(({ name }) => name === typed)) return null;
    const { names, unfinished } = halfTyped(typed, matches);
    const [only, another] = names;
    if (only === undefined) return null;
    if (another === undefined && (unfinished || half === 'take')) return { take: only };
    return half === 'ask' ? 'ask' : null;
  };
  const take = (name: string): void => {
    onChange(name);
    onTake?.(name);
    close();
  };
  useLayoutEffect(() => {
    if (suggestions === null || left.current === null) return;
    const [first] = left.current === value ? found(suggestions, value, false) : [];
    left.current = null;
    if (first?.ready) take(first.name);
  });
  const answer = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const chosen = matches[ready]?.name;
    const halfway = event.key === 'Enter' && plain && shown && ready < 0 ? answerHalf() : null;
    if (plain && event.key === 'ArrowDown' && (shown || offerAll)) {
      event.preventDefault();
      if (!shown) setOpen(true);
      else setMoved(Math.min(ready + 1, amount - 1));
    } else if (plain && event.key === 'ArrowUp' && shown) {
      event.preventDefault();
      setMoved(Math.max(ready - 1, -1));
    } else if (event.key === 'Enter' && plain && shown && chosen !== undefined) {
      if (!takeAndGo) event.preventDefault();
      take(chosen);
    } else if (event.key === 'Enter' && plain && shown && acting && ready === matches.length) {
      event.preventDefault();
      close();
      acting.run(typed);
    } else if (event.key === 'Enter' && plain && shown && keeping && ready === keepAt) {
      if (!takeAndGo) event.preventDefault();
      close();
    } else if (halfway === 'ask') {
      event.preventDefault();
      setAsking(true);
      setMoved(0);
    } else if (halfway !== null) {
      if (!takeAndGo) event.preventDefault();
      take(halfway.take);
    } else if (event.key === 'Tab' && plain && shown && chosen !== undefined) {
      take(chosen);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (suggestions === null && plain && (event.key === 'Enter' || event.key === 'Tab')) {
      left.current = value;
    }
    if (!event.defaultPrevented) onKeyDown?.(event);
  };

  return (
    <Popover opened={shown} width="target" position="bottom-start" offset={2} withRoles={false} shadow="xs" returnFocus={false} trapFocus={false}>
      <Popover.Target>
        <TextInput
          {...field}
          // Esc closes this list, not the dialog around it
          data-mantine-stop-propagation={shown || undefined}
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
            setAsking(false);
          }}
          onKeyDown={answer}
          onBlur={(event) => {
            close();
            onBlur?.(event);
          }}
        />
      </Popover.Target>
      <Popover.Dropdown p={4} className={classes.dropdown ?? ''}>
        <ul id={listId} role="listbox" aria-label="Gợi ý" className={classes.list}>
          {matches.map((suggestion, index) => (
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
          {acting ? (
            <li
              id={`${listId}-${matches.length}`}
              role="option"
              aria-selected={ready === matches.length}
              className={classes.act}
              onMouseDown={(event) => {
                event.preventDefault();
                close();
                acting.run(typed);
              }}
            >
              <span>{acting.label(typed)}</span>
            </li>
          ) : null}
          {keeping ? (
            <li
              id={`${listId}-${keepAt}`}
              role="option"
              aria-selected={ready === keepAt}
              className={classes.act}
              onMouseDown={(event) => {
                event.preventDefault();
                close();
              }}
            >
              <span>Giữ đúng như đã gõ: «{typed}»</span>
            </li>
          ) : null}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
