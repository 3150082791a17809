import { memo } from 'react';
import { lookOf, type BoardCell } from './board-cell.ts';
import classes from './board-matrix.module.css';

interface BoardPlaceProps {
  id: string;
  row: number;
  column: number;
  agency: string;
  /** Undefined where the agency owes nothing of the dispatch. */
  cell: BoardCell | undefined;
  left: number;
  width: number;
  /** Where the keyboard is. */
  at: boolean;
  /** One function for good: turning the wheel draws only the places that come into sight. */
  onPress: (row: number, column: number) => void;
}

/** One place of the board: its state as sign and word. */
export const BoardPlace = memo(function BoardPlace({ id, row, column, agency, cell, left, width, at, onPress }: BoardPlaceProps) {
  const look = cell ? lookOf(cell) : null;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-label={look ? `${agency}: ${look.told}` : undefined}
      className={classes.cell}
      data-tone={look?.tone}
      data-empty={!cell}
      data-at={at}
      title={look?.told}
      style={{ left, width }}
      onClick={() => onPress(row, column)}
    >
      {look ? (
        <>
          <span className={classes.sign} aria-hidden>
            {look.sign}
          </span>
          {look.word}
        </>
      ) : null}
    </div>
  );
});
