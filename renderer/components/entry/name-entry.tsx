import type { ReactNode } from 'react';
import { SuggestInput, type Suggestion } from '../suggest-input.tsx';
import { FieldNotes, type FieldNote } from './field-notes.tsx';

interface NameEntryProps {
  label: ReactNode;
  field: string;
  value: string;
  onChange: (name: string) => void;
  suggestions: readonly Suggestion[] | null;
  onTake?: ((name: string) => void) | undefined;
  onSettle?: ((name: string) => void) | undefined;
  act?: { label: (typed: string) => ReactNode; run: (typed: string) => void } | undefined;
  placeholder?: string;
  notes?: readonly FieldNote[];
  error?: string | undefined;
  /** Filled by itself: Enter passes it by. */
  skip?: boolean;
  /** What Enter does with a name half typed. */
  half?: 'ask' | 'take' | undefined;
}

/** A field with names below it: Enter takes the one that stands ready and goes on to the next field. */
export function NameEntry({ label, field, value, onChange, suggestions, onTake, onSettle, act, placeholder, notes = [], error, skip = false, half }: NameEntryProps) {
  return (
    <div>
      <SuggestInput
        label={label}
        data-entry={field}
        {...(skip ? { 'data-entry-skip': '' } : {})}
        placeholder={placeholder}
        value={value}
        onChange={onChange}
        suggestions={suggestions}
        onTake={onTake}
        onBlur={(event) => onSettle?.(event.currentTarget.value)}
        act={act}
        offerAll
        takeAndGo
        half={half}
        error={error}
      />
      <FieldNotes notes={notes} />
    </div>
  );
}
