import { memo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { ListSort } from '../../../shared/domain/list-sort.ts';
import { ColumnFilterField } from './column-filter-field.tsx';
import { moveColumn, resizeColumn, widthOf, type ColumnLayout } from './column-layout.ts';
import type { ColumnFilters, GridColumn } from './grid-column.ts';
import classes from './register-grid.module.css';

interface GridHeadProps<Row> {
  columns: readonly GridColumn<Row>[];
  shown: readonly GridColumn<Row>[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
  filters: ColumnFilters;
  onFilter: (id: string, typed: string) => void;
  sortBy: string | undefined;
  sortOrder: ListSort['order'] | undefined;
  onSort: (id: string) => void;
  /** Back to the lines. */
  onLeave: () => void;
}

/** How far a press must move before it carries the column, px. */
const carried = 6;
const step = 8;

/** The heads: clicked to sort, dragged to another place, made wider at their right edge, by pointer or by key, and what each is filtered by. */
function GridHeadPlain<Row>({ columns, shown, layout, onLayout, filters, onFilter, sortBy, sortOrder, onSort, onLeave }: GridHeadProps<Row>) {
  const head = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ id: string; over: string } | null>(null);

  const drawnWidth = (id: string): number => head.current?.querySelector(`[data-head="${id}"]`)?.getBoundingClientRect().width ?? 0;
  const focusBy = (selector: string, from: Element, by: number): boolean => {
    const all = [...(head.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const next = all[all.indexOf(from as HTMLElement) + by];
    next?.focus();
    return next !== undefined;
  };

  const startResize = (event: PointerEvent<HTMLElement>, column: GridColumn<Row>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const [from, width] = [event.clientX, drawnWidth(column.id)];
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => onLayout(resizeColumn(layout, column.id, width + move.clientX - from));
    handle.onpointerup = () => {
      handle.onpointermove = null;
      handle.onpointerup = null;
    };
  };
  const startDrag = (event: PointerEvent<HTMLElement>, column: GridColumn<Row>): void => {
    if (event.button !== 0) return;
    const handle = event.currentTarget;
    const from = event.clientX;
    let over = column.id;
    let carriedAway = false;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => {
      if (Math.abs(move.clientX - from) < carried && over === column.id) return;
      const under = [...(head.current?.querySelectorAll<HTMLElement>('[data-head]') ?? [])].find((cell) => {
        const { left, right } = cell.getBoundingClientRect();
        return move.clientX >= left && move.clientX < right;
      });
      over = under?.dataset.head ?? over;
      carriedAway = true;
      setDrag({ id: column.id, over });
    };
    handle.onpointerup = () => {
      handle.onpointermove = null;
      handle.onpointerup = null;
      setDrag(null);
      // a press that carried the column nowhere is a click
      if (over === column.id) return carriedAway ? undefined : onSort(column.id);
      onLayout(moveColumn(columns, layout, column.id, over));
    };
  };

  const onHeadKey = (event: KeyboardEvent<HTMLElement>, column: GridColumn<Row>, at: number): void => {
    if (event.target !== event.currentTarget) return;
    const by = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    const neighbour = shown[at + by];
    if (by !== 0 && event.shiftKey) onLayout(resizeColumn(layout, column.id, (layout.widths[column.id] ?? drawnWidth(column.id)) + by * step));
    else if (by !== 0 && event.ctrlKey && neighbour) onLayout(moveColumn(columns, layout, column.id, neighbour.id));
    else if (by !== 0) focusBy('[data-head]', event.currentTarget, by);
    else if (event.key === 'ArrowDown') (event.currentTarget.querySelector<HTMLElement>('[data-filter]') ?? head.current?.querySelector<HTMLElement>('[data-filter]'))?.focus();
    else if (event.key === 'Enter' || event.key === ' ') onSort(column.id);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFilterKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const field = event.target as HTMLElement;
    const move = event.key === 'Tab' && !event.ctrlKey && !event.altKey ? (event.shiftKey ? -1 : 1) : 0;
    if (move !== 0) {
      if (!focusBy('[data-filter]', field, move)) return;
    } else if (event.key === 'ArrowUp' && field.tagName !== 'SELECT') field.closest<HTMLElement>('[data-head]')?.focus();
    else if (event.key === 'ArrowDown' && field.tagName !== 'SELECT') onLeave();
    else if (event.key === 'Enter') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div ref={head} role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
        <span role="columnheader" aria-label="Chọn dòng" className={classes.choice} />
        {shown.map((column, at) => (
          <div
            key={column.id}
            role="columnheader"
            aria-label={column.head}
            aria-sort={column.id !== sortBy ? undefined : sortOrder === 'desc' ? 'descending' : 'ascending'}
            tabIndex={-1}
            data-head={column.id}
            data-carried={drag?.id === column.id || undefined}
            data-over={drag && drag.over === column.id && drag.id !== column.id ? true : undefined}
            onKeyDown={(event) => onHeadKey(event, column, at)}
          >
            <div className={classes.title} data-align={column.align} title={`${column.head}: bấm để sắp theo cột này, kéo để đổi chỗ`} onPointerDown={(event) => startDrag(event, column)}>
              <span>{column.head}</span>
              {column.id === sortBy ? <span aria-hidden>{sortOrder === 'desc' ? '▼' : '▲'}</span> : null}
            </div>
            <div
              className={classes.edge}
              aria-hidden
              onPointerDown={(event) => startResize(event, column)}
              onDoubleClick={() => onLayout({ ...layout, widths: Object.fromEntries(Object.entries(layout.widths).filter(([id]) => id !== column.id)) })}
              data-width={widthOf(column, layout)}
            />
            {column.filter ? <ColumnFilterField filter={column.filter} head={column.head} value={filters[column.id] ?? ''} onChange={(typed) => onFilter(column.id, typed)} onKeyDown={onFilterKey} onLeave={onLeave} /> : null}
          </div>
        ))}
      </div>
    </div>
  );
}

export const GridHead = memo(GridHeadPlain) as typeof GridHeadPlain;
