import { useState } from 'react';

export interface TableCursor {
  row: number;
  column: number;
  /** Whether the cell's text is being written; else keys move. */
  editing: boolean;
  /** Whether the cell should take the keyboard: only once someone has been in the table. */
  entered: boolean;
  goTo: (row: number, column: number) => void;
  move: (rows: number, columns: number) => void;
  /** Enter: one down, making a new row after the last. */
  down: () => void;
  /** Tab: one on, to the next row's first cell after the last; false when there is nowhere to go. */
  next: (by: 1 | -1) => boolean;
  edit: () => void;
  stopEditing: () => void;
}

interface TableSize {
  rows: number;
  columns: number;
  onShow: (row: number) => void;
  onAddRow: () => void;
}

/** Where one is in a table, and how keys move. */
export function useTableCursor({ rows, columns, onShow, onAddRow }: TableSize): TableCursor {
  const [place, setPlace] = useState({ row: 0, column: 0, editing: false, entered: false });
  const row = Math.min(place.row, Math.max(0, rows - 1));
  const column = Math.min(place.column, Math.max(0, columns - 1));
  const goTo = (toRow: number, toColumn: number): void => {
    setPlace({ row: toRow, column: toColumn, editing: false, entered: true });
    onShow(toRow);
  };
  return {
    row,
    column,
    editing: place.editing,
    entered: place.entered,
    goTo,
    move: (byRows, byColumns) => goTo(Math.max(0, Math.min(rows - 1, row + byRows)), Math.max(0, Math.min(columns - 1, column + byColumns))),
    down: () => {
      if (row === rows - 1) onAddRow();
      setPlace({ row: row + 1, column, editing: false, entered: true });
      onShow(Math.min(row + 1, rows - 1));
    },
    next: (by) => {
      const at = row * columns + column + by;
      if (at < 0 || at >= rows * columns) return false;
      goTo(Math.floor(at / columns), at % columns);
      return true;
    },
    edit: () => setPlace((before) => ({ ...before, editing: true })),
    stopEditing: () => setPlace((before) => ({ ...before, editing: false, entered: true })),
  };
}
