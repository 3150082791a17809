import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import classes from './appendix-table.module.css';
import type { TableCursor } from './use-table-cursor.ts';

interface CellInputProps {
  label: string;
  /** What the cell shows while keys move. */
  shown: string;
  /** Its text as one edits it. */
  text: string;
  cursor: TableCursor;
  onCommit: (typed: string) => void;
  onUndo: () => void;
}

/**
 * The field of the cell one is in. It always holds the keyboard, so that any input method can begin to write: the
 * first sign typed replaces the cell, F2 edits what is there.
 */
export function CellInput({ label, shown, text, cursor, onCommit, onUndo }: CellInputProps) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const editing = cursor.editing || typed !== null;
  useEffect(() => {
    if (cursor.entered) field.current?.focus();
  }, [cursor.entered]);

  const commit = (): void => {
    if (typed !== null && typed !== text) onCommit(typed);
    setTyped(null);
    cursor.stopEditing();
  };
  const cancel = (): void => {
    setTyped(null);
    cursor.stopEditing();
  };

  const whileEditing = (event: KeyboardEvent): boolean => {
    if (event.key === 'Enter') {
      commit();
      cursor.down();
    } else if (event.key === 'Tab') {
      commit();
      return cursor.next(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') cancel();
    else return false;
    return true;
  };
  const whileMoving = (event: KeyboardEvent): boolean => {
    const moves: Record<string, readonly [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -1000], End: [0, 1000], PageDown: [10, 0], PageUp: [-10, 0] };
    const move = moves[event.key];
    if (move && !event.ctrlKey && !event.altKey) cursor.move(...move);
    else if (event.key === 'Enter') cursor.down();
    else if (event.key === 'Tab') return !leaving && cursor.next(event.shiftKey ? -1 : 1);
    else if (event.key === 'F2') {
      setTyped(text);
      cursor.edit();
    } else if (event.key === 'Delete' || event.key === 'Backspace') onCommit('');
    else if (event.key === 'Escape') setLeaving(true);
    else if (event.ctrlKey && event.code === 'KeyZ') onUndo();
    else return false;
    return true;
  };

  return (
    <input
      ref={field}
      className={classes.input}
      aria-label={`${label}: ${shown || 'trống'}`}
      autoComplete="off"
      spellCheck={false}
      data-editing={editing}
      value={typed ?? (cursor.editing ? text : shown)}
      onFocus={(event) => {
        setLeaving(false);
        // all of it selected: whatever is typed takes its place
        event.currentTarget.select();
      }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
        if (editing ? whileEditing(event) : whileMoving(event)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    />
  );
}
