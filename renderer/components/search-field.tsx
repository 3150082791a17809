import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type Ref } from 'react';

interface SearchFieldProps {
  value: string;
  onSearch: (text: string) => void;
  label: string;
  inputRef?: Ref<HTMLInputElement>;
  /** Down arrow or Enter: on to what was found; Esc: back to all of it. */
  onLeave?: () => void;
}

/** Wait after a key before the search, ms: an input method writes one letter as several keys at once. */
const patience = 10;

/** A search that follows the typing, but never while a syllable is still being composed. */
export function SearchField({ value, onSearch, label, inputRef, onLeave }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<number | undefined>(undefined);
  // the address may change without typing (back, a tab): then it wins
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const search = (text: string, wait: number): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onSearch(text.trim()), wait);
  };
  return (
    <TextInput
      ref={inputRef}
      aria-label={label}
      placeholder={label}
      w={300}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSectionWidth={typed ? 32 : 58}
      rightSection={
        typed ? (
          <CloseButton
            size="sm"
            aria-label="Xóa chữ tìm"
            onClick={() => {
              setTyped('');
              search('', 0);
            }}
          />
        ) : (
          <kbd>Ctrl+F</kbd>
        )
      }
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (!(event.nativeEvent as InputEvent).isComposing) search(event.currentTarget.value, patience);
      }}
      onCompositionEnd={(event) => search(event.currentTarget.value, patience)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') {
          event.preventDefault();
          setTyped('');
          search('', 0);
          onLeave?.();
        }
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          // what was typed a moment ago is what the next key acts on
          window.clearTimeout(timer.current);
          if (typed.trim() !== value) onSearch(typed.trim());
          onLeave?.();
        }
      }}
    />
  );
}
