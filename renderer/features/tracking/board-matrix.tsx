import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { shortDate } from '../../../shared/domain/dates.ts';
import { useSteady } from '../../lib/use-steady.ts';
import { cameIn, latestCell, type Board, type BoardCell } from './board-cell.ts';
import classes from './board-matrix.module.css';
import { BoardPlace } from './board-place.tsx';

const rowHeight = 32;
const headHeight = 74;
const columnWidth = 132;
const agencyWidth = 320;

interface BoardMatrixProps {
  board: Board;
  /** Owed id of the open cell. */
  open: number | null;
  /** Whether the columns are the days of one dispatch. */
  days: boolean;
  matrixRef?: Ref<HTMLDivElement>;
  onOpen: (cell: BoardCell) => void;
  onClose: () => void;
  onDispatch: (dispatch: number) => void;
}

const placeOf = (cell: BoardCell | undefined): [number, number] => (cell ? [cell[0], cell[1]] : [0, 0]);

/** Agencies by dispatches: one Tab stop, arrows move, Enter opens the cell; totals stand beside the names and under the codes. */
export function BoardMatrix({ board, open, days, matrixRef, onOpen, onClose, onDispatch }: BoardMatrixProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const cells = useMemo(() => new Map(board.cells.map((cell) => [cell[0] * board.columns.length + cell[1], cell])), [board]);
  const cellAt = (row: number, column: number): BoardCell | undefined => cells.get(row * board.columns.length + column);
  const opened = open === null ? undefined : board.cells.find((cell) => cell[2] === open);
  const [at, setAt] = useState<[number, number]>(() => placeOf(opened ?? (days ? latestCell(board) : undefined)));
  const row = Math.min(at[0], Math.max(0, board.rows.length - 1));
  const column = Math.min(at[1], Math.max(0, board.columns.length - 1));

  // the head and the names stand within the scroller before the first row and column: so much less is seen at the far end
  // eslint-disable-next-line react-hooks/incompatible-library
  const rows = useVirtualizer({ count: board.rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 6, scrollPaddingEnd: headHeight });
  const columns = useVirtualizer({ horizontal: true, count: board.columns.length, getScrollElement: () => scroller.current, estimateSize: () => columnWidth, overscan: 3, scrollPaddingEnd: agencyWidth });
  useEffect(() => {
    rows.scrollToIndex(row, { align: 'auto' });
    columns.scrollToIndex(column, { align: 'auto' });
  }, [row, column, rows, columns]);

  const move = (toRow: number, toColumn: number): void => setAt([Math.max(0, Math.min(board.rows.length - 1, toRow)), Math.max(0, Math.min(board.columns.length - 1, toColumn))]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 3);
    const steps: Record<string, () => void> = {
      ArrowDown: () => move(row + 1, column),
      ArrowUp: () => move(row - 1, column),
      ArrowRight: () => move(row, column + 1),
      ArrowLeft: () => move(row, column - 1),
      PageDown: () => move(row + page, column),
      PageUp: () => move(row - page, column),
      Home: () => move(event.ctrlKey ? 0 : row, 0),
      End: () => move(event.ctrlKey ? board.rows.length - 1 : row, board.columns.length - 1),
      Enter: () => {
        const cell = cellAt(row, column);
        if (cell) onOpen(cell);
      },
      Escape: onClose,
    };
    const step = steps[event.key];
    if (!step || event.altKey || event.target !== event.currentTarget) return;
    event.preventDefault();
    step();
  };

  const onPress = useSteady((r: number, c: number): void => {
    setAt([r, c]);
    const cell = cellAt(r, c);
    if (cell) onOpen(cell);
  });

  const idOf = (r: number, c: number): string => `o-${r}-${c}`;
  const width = columns.getTotalSize();
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof matrixRef === 'function') matrixRef(element);
        else if (matrixRef) matrixRef.current = element;
      }}
      className={classes.scroller}
      role="grid"
      aria-label="Bảng theo dõi"
      aria-rowcount={board.rows.length + 1}
      aria-colcount={board.columns.length + 1}
      aria-activedescendant={board.rows.length > 0 && board.columns.length > 0 ? idOf(row, column) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head} role="row" aria-rowindex={1} style={{ width: agencyWidth + width }}>
        <div className={classes.corner} role="columnheader" aria-colindex={1} style={{ width: agencyWidth }}>
          <span>Cơ quan, đơn vị</span>
          <span>trễ · đã nhận</span>
        </div>
        <div className={classes.columns} role="presentation" style={{ width }}>
          {columns.getVirtualItems().map(({ index, start }) => {
            const item = board.columns[index];
            if (!item) return null;
            const due = `${shortDate(item.due)}${item.time ? ` ${item.time}` : ''}`;
            return (
              <div key={item.key} role="columnheader" aria-colindex={index + 2} className={classes.column} style={{ left: start, width: columnWidth }} title={`${item.code ?? ''} ${item.subject} · hạn ${due}`} onClick={() => onDispatch(item.dispatch)}>
                <span className={classes.code}>{days ? shortDate(item.due) : (item.code ?? 'chưa có số')}</span>
                <span className={classes.subject}>{days ? (item.time ?? item.subject) : item.subject}</span>
                <span className={classes.facts}>
                  {item.counts.late > 0 ? <b>{item.counts.late} trễ</b> : <span>{days ? '' : shortDate(item.due).slice(0, 5)}</span>}
                  <span>{cameIn(item.counts)}</span>
                </span>
              </div>
            );
          })}
        </div>
      </div>
      <div className={classes.body} role="presentation" style={{ height: rows.getTotalSize(), width: agencyWidth + width }}>
        {rows.getVirtualItems().map(({ index: r, start }) => {
          const item = board.rows[r];
          if (!item) return null;
          return (
            <div key={item.key} role="row" aria-rowindex={r + 2} className={classes.row} style={{ top: start, width: agencyWidth + width }}>
              <div role="rowheader" aria-colindex={1} className={classes.agency} style={{ width: agencyWidth }} title={item.closed ? `${item.agency} (đã thôi hoạt động)` : item.agency}>
                <span className={classes.name} data-closed={item.closed}>
                  {item.agency}
                </span>
                <span className={classes.tally}>
                  {item.counts.late > 0 ? <b>{item.counts.late} trễ</b> : null} {cameIn(item.counts)}
                </span>
              </div>
              <div role="presentation" className={classes.columns} style={{ width }}>
                {columns.getVirtualItems().map(({ index: c, start: left }) => (
                  <BoardPlace key={c} id={idOf(r, c)} row={r} column={c} agency={item.agency} cell={cellAt(r, c)} left={left} width={columnWidth} at={r === row && c === column} onPress={onPress} />
                ))}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
