import type { ReactNode } from 'react';

/** What can be asked of a column under its head: words of a text, days from–to typed short, or one of a few choices. */
export type ColumnFilter = { kind: 'words' } | { kind: 'days' } | { kind: 'choice'; options: readonly { value: string; label: string }[] };

/** What was typed or chosen under each head, by the column's id. */
export type ColumnFilters = Readonly<Record<string, string>>;

/** Draws a text with what was looked for marked in it. */
export type MarkHits = (text: string) => ReactNode;

/** One column of a register. */
export interface GridColumn<Row> {
  id: string;
  head: string;
  /** Width before anyone has changed it, px; the one column that grows takes at least this. */
  width: number;
  grows?: true;
  align?: 'right';
  /** Only shown once it has been chosen. */
  atFirstHidden?: true;
  /** Left out where there is no room for all, the lowest first, unless a person has chosen it. */
  givesWay?: number;
  filter?: ColumnFilter;
  /** What stands in it, whole: copied, and shown when the pointer rests on the cell. A day is `YYYY-MM-DD`. */
  text: (row: Row) => string;
  kind?: 'day';
  /** How it is drawn when it is more than its text. */
  draw?: (row: Row, mark: MarkHits) => ReactNode;
}

/** A row of any register. */
export interface GridLine {
  id: number;
}
