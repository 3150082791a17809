import { memo, type MouseEvent, type ReactNode } from 'react';
import { shortDate } from '../../../shared/domain/dates.ts';
import { MarkedText } from '../marked-text.tsx';
import type { GridColumn, GridLine } from './grid-column.ts';
import classes from './register-grid.module.css';

/** How a line as a whole is drawn. */
export interface LineLook {
  /** No longer in force: struck through in grey. */
  struck?: boolean;
  /** Late, urgent: seal red at its edge. */
  late?: boolean;
}

interface GridRowProps<Row> {
  row: Row | undefined;
  index: number;
  /** Place in the layer, px. */
  top: number;
  columns: readonly GridColumn<Row>[];
  /** The words looked for, by column. */
  wanted: Readonly<Record<string, readonly string[]>>;
  lookOf: (row: Row) => LineLook;
  /** Begins the ids of the rows. */
  name: string;
  active: boolean;
  open: boolean;
  chosen: boolean;
  onPress: (index: number, event: MouseEvent) => void;
  onPressTwice: (index: number) => void;
}

const nothing: readonly string[] = [];

function cellOf<Row>(column: GridColumn<Row>, row: Row, wanted: readonly string[]): ReactNode {
  const mark = (text: string): ReactNode => (wanted.length === 0 ? text : <MarkedText text={text} words={wanted} />);
  if (column.draw) return column.draw(row, mark);
  return column.kind === 'day' ? shortDate(column.text(row)) : mark(column.text(row));
}

/** One line of a register; drawn as an empty place while it is being read. */
function GridRowPlain<Row extends GridLine>({ row, index, top, columns, wanted, lookOf, name, active, open, chosen, onPress, onPressTwice }: GridRowProps<Row>) {
  const style = { transform: `translateY(${top}px)` };
  if (!row) {
    return (
      <div role="row" aria-rowindex={index + 2} aria-busy data-waiting className={`${classes.row} ${classes.waiting}`} style={style}>
        <span role="gridcell" />
        {columns.map((column, at) => (
          <span key={column.id} role="gridcell">
            <i style={{ width: `${40 + ((index * 31 + at * 17) % 45)}%` }} />
          </span>
        ))}
      </div>
    );
  }
  const look = lookOf(row);
  return (
    <div
      id={`${name}-${row.id}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-current={open || undefined}
      data-active={active}
      data-struck={look.struck || undefined}
      data-late={look.late || undefined}
      className={classes.row}
      style={style}
      onClick={(event) => onPress(index, event)}
      onDoubleClick={(event) => !event.ctrlKey && !event.shiftKey && onPressTwice(index)}
    >
      <span role="gridcell" className={classes.choice} data-choice>
        <i aria-hidden />
      </span>
      {columns.map((column) => {
        const text = column.text(row);
        return (
          <span key={column.id} role="gridcell" data-column={column.id} className={column.align === 'right' ? classes.right : undefined} title={column.kind === 'day' ? undefined : text}>
            {cellOf(column, row, wanted[column.id] ?? nothing)}
          </span>
        );
      })}
    </div>
  );
}

export const GridRow = memo(GridRowPlain) as typeof GridRowPlain;
