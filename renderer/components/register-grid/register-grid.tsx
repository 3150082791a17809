import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type ClipboardEvent, type KeyboardEvent, type MouseEvent, type CSSProperties, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ListSort } from '../../../shared/domain/list-sort.ts';
import { foldedWords } from '../../lib/marked-words.ts';
import { takeIdleKeyboard } from '../../lib/take-idle-keyboard.ts';
import { refusalCode } from '../../lib/refusal-sentence.ts';
import { useSteady } from '../../lib/use-steady.ts';
import { sayRefused } from '../say.tsx';
import { columnTracks, shownColumns, type ColumnLayout } from './column-layout.ts';
import { copiedTable } from './copied-table.ts';
import type { ColumnFilters, GridColumn, GridLine } from './grid-column.ts';
import { GridHead } from './grid-head.tsx';
import { GridRow, type LineLook } from './grid-row.tsx';
import { baseOf, gridWindow, headHeight } from './grid-window.ts';
import { chosenRows, toggleLine, type LineSelection } from './line-selection.ts';
import classes from './register-grid.module.css';
import { rowHeight, scrolledHeight } from './scroll-scale.ts';
import type { LineList } from './use-line-pages.ts';

/** Width of the place where lines are chosen, and of the row's own edges, px. */
const choiceWidth = 24;
const edges = 16;

interface RegisterGridProps<Row extends GridLine> {
  gridRef: RefObject<HTMLDivElement | null>;
  /** `Văn bản đến`: what a screen reader calls it. */
  label: string;
  /** Begins the ids of the rows. */
  name: string;
  columns: readonly GridColumn<Row>[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
  list: LineList<Row>;
  /** The lines still answer the question before; those of this one are on their way. */
  behind: boolean;
  /** What stands in place of the rows when there are none. */
  nothing: ReactNode;
  /** What is looked for in all columns. */
  text: string;
  filters: ColumnFilters;
  onFilter: (id: string, typed: string) => void;
  /** By which column the lines are sorted; undefined: newest first. */
  sort: ListSort | undefined;
  onSort: (column: string) => void;
  lookOf: (row: Row) => LineLook;
  openId: number | null;
  /** How many lines stand before the one of an id; null when it is none of this list. */
  locate: (id: number, signal: AbortSignal) => Promise<number | null>;
  onOpen: (row: Row) => void;
  onEdit: (row: Row) => void;
  onClose: () => void;
  /** Holds the line the keys act on. */
  activeRowRef: RefObject<Row | null>;
  selection: LineSelection<Row>;
  onSelect: (selection: LineSelection<Row>) => void;
  /** Chooses the lines from one place to another, however many lie between. */
  onStretch: (from: number, to: number) => void;
}

/**
 * The lines of a register: only what is seen is drawn, any line of a million is reached by key or scrollbar. One Tab
 * stop; ↑ from the first line goes to the filters, from there to the heads.
 */
export function RegisterGrid<Row extends GridLine>({ gridRef, label, name, columns, layout, onLayout, list, behind, nothing, text, filters, onFilter, sort, onSort, lookOf, openId, locate, onOpen, onEdit, onClose, activeRowRef, selection, onSelect, onStretch }: RegisterGridProps<Row>) {
  const stage = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [lines] = useState(() => gridWindow((tell) => flushSync(tell)));
  const span = useSyncExternalStore(lines.subscribe, lines.span);
  const { pages, total, key } = list;
  const [active, setActive] = useState(0);

  useLayoutEffect(() => {
    if (!gridRef.current || !stage.current || !layer.current) return undefined;
    return lines.attach({ scroller: gridRef.current, stage: stage.current, layer: layer.current });
  }, [lines, gridRef]);
  // after the commit: drawing tells React anew, which it may not be told within one
  useEffect(() => {
    let letGo: (() => void) | null = null;
    let over = false;
    queueMicrotask(() => {
      if (!over) letGo = lines.follow({ pages, key, total });
    });
    return () => {
      over = true;
      letGo?.();
    };
  }, [lines, pages, key, total]);

  // another filter begins at its first line
  const [followed, setFollowed] = useState({ key, openId: null as number | null, far: false });
  if (followed.key !== key || followed.openId !== openId) {
    // the line that another address, back or forward opens is the line the keys act on
    const opened = openId === null ? -1 : placeOf(openId, pages.rowAt, span, active);
    setFollowed({ key, openId, far: openId !== null && opened < 0 && (followed.far || followed.openId !== openId) });
    if (opened >= 0) setActive(opened);
    else if (followed.key !== key) setActive(0);
  }
  useEffect(() => {
    if (openId !== null && pages.rowAt(active)?.id === openId) lines.show(active);
  }, [openId, active, lines, pages]);

  // one that is far from what is read is asked for, once the lines are those of this question
  const found = useEffectEvent((index: number | null): void => {
    // the place may be beyond what has been counted so far
    if (index !== null && index >= total) return;
    setFollowed((now) => ({ ...now, far: false }));
    if (index === null) return;
    setActive(index);
    lines.show(index);
  });
  const ask = useEffectEvent(locate);
  useEffect(() => {
    if (openId === null || !followed.far || behind) return undefined;
    const stop = new AbortController();
    ask(openId, stop.signal).then(
      (index) => stop.signal.aborted || found(index),
      // a line that there is not is told of by its panel
      (error: unknown) => stop.signal.aborted || refusalCode(error) === 'NOT_FOUND' || sayRefused(error),
    );
    return () => stop.abort();
  }, [openId, followed.far, behind, key, total]);

  // a list just opened takes the keyboard when nothing else has it
  useEffect(() => takeIdleKeyboard(gridRef.current), [gridRef]);

  const [room, setRoom] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = gridRef.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - choiceWidth - edges));
    observer.observe(element);
    return () => observer.disconnect();
  }, [gridRef]);
  const shown = useMemo(() => shownColumns(columns, layout, room), [columns, layout, room]);
  const { tracks, least } = columnTracks(shown, layout);
  // what is marked is what the lines were found by, not what is being typed meanwhile
  const [asking, setAsking] = useState({ key, text, filters });
  if (!behind && asking.key !== key) setAsking({ key, text, filters });
  const wanted = useMemo(() => Object.fromEntries(columns.map((column) => [column.id, foldedWords(`${asking.text} ${column.filter?.kind === 'words' ? (asking.filters[column.id] ?? '') : ''}`)])), [columns, asking]);
  const current = Math.max(0, Math.min(active, total - 1));
  const row = pages.rowAt(current);
  useLayoutEffect(() => {
    activeRowRef.current = behind ? null : (row ?? null);
    return () => {
      activeRowRef.current = null;
    };
  }, [activeRowRef, behind, row]);

  // Enter pressed before the lines came means the one that stands first when they do, never one of those before
  const asked = useRef<((row: Row) => void) | null>(null);
  useEffect(() => {
    if (behind || !asked.current) return;
    if (row) asked.current(row);
    asked.current = null;
  }, [behind, row]);

  const focusFilter = (): void => gridRef.current?.querySelector<HTMLElement>('[data-filter]')?.focus();
  const moveTo = (index: number, choosing: boolean): void => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next);
    setFollowed((now) => (now.far ? { ...now, far: false } : now));
    lines.show(next);
    if (choosing) {
      onStretch(selection.anchor ?? current, next);
      return;
    }
    const there = pages.rowAt(next);
    if (openId !== null && there) onOpen(there);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.metaKey) return;
    const page = Math.max(1, lines.wholeLines() - 1);
    const moves: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + page, PageUp: current - page, Home: 0, End: total - 1 };
    const target = event.ctrlKey && event.key !== 'Home' && event.key !== 'End' ? undefined : moves[event.key];
    const act = event.key === 'Enter' ? onOpen : event.key === 'F2' ? onEdit : null;
    if (event.key === 'ArrowUp' && current === 0 && !event.shiftKey && !event.ctrlKey) focusFilter();
    else if (target !== undefined) moveTo(target, event.shiftKey);
    else if (event.ctrlKey && event.code === 'KeyA') onStretch(0, total - 1);
    else if (event.ctrlKey) return;
    else if (event.key === ' ' && row) onSelect(toggleLine(selection, row, current));
    else if (act && behind) asked.current = act;
    else if (act && row) act(row);
    else if (event.key === 'Escape' && selection.lines.size > 0) onSelect({ lines: new Map(), anchor: null });
    else if (event.key === 'Escape' && openId !== null) onClose();
    else return;
    event.preventDefault();
  };
  // rows and heads keep one function for good, so that a press or a key redraws only what it concerns
  const onPress = useSteady((index: number, event: MouseEvent): void => {
    const there = pages.rowAt(index);
    if (!there) return;
    setActive(index);
    if (event.shiftKey) onStretch(selection.anchor ?? current, index);
    else if (event.ctrlKey || (event.target as HTMLElement).closest('[data-choice]')) onSelect(toggleLine(selection, there, index));
    else onOpen(there);
  });
  const onPressTwice = useSteady((index: number): void => {
    const there = pages.rowAt(index);
    if (there) onEdit(there);
  });
  const onHeadFilter = useSteady(onFilter);
  const onHeadSort = useSteady(onSort);
  const onHeadLeave = useCallback((): void => gridRef.current?.focus(), [gridRef]);
  const filtered = JSON.stringify(filters);
  const headFilters = useMemo(() => JSON.parse(filtered) as ColumnFilters, [filtered]);

  const onCopy = (event: ClipboardEvent): void => {
    if (event.target instanceof HTMLInputElement || String(window.getSelection()) !== '') return;
    const rows = selection.lines.size > 0 ? chosenRows(selection) : row ? [row] : [];
    if (rows.length === 0) return;
    event.preventDefault();
    const { plain, html } = copiedTable(shown, rows);
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html);
  };

  const base = baseOf(span);
  const drawn = total === 0 ? [] : Array.from({ length: Math.max(0, Math.min(span.last, total - 1) - span.first + 1) }, (_, at) => span.first + at);
  return (
    <>
      <div
        ref={gridRef}
        className={classes.grid}
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-multiselectable
        aria-busy={behind}
        data-text={behind ? undefined : text}
        aria-activedescendant={row && current >= span.first && current <= span.last ? `${name}-${row.id}` : undefined}
        style={{ '--head': `${headHeight}px`, '--tracks': `${choiceWidth}px ${tracks}`, '--least': `${least + choiceWidth + edges}px` } as CSSProperties}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
      >
        <div className={classes.height} style={{ height: scrolledHeight(total) + headHeight, minHeight: '100%' }}>
          <GridHead columns={columns} shown={shown} layout={layout} onLayout={onLayout} filters={headFilters} onFilter={onHeadFilter} sortBy={sort?.by} sortOrder={sort?.order} onSort={onHeadSort} onLeave={onHeadLeave} />
          <div ref={stage} className={classes.stage}>
            <div ref={layer} role={total === 0 ? undefined : 'rowgroup'} className={classes.layer}>
              {drawn.map((index) => {
                const line = pages.rowAt(index);
                return (
                  <GridRow
                    key={index}
                    row={line}
                    index={index}
                    top={(index - base) * rowHeight}
                    columns={shown}
                    wanted={wanted}
                    lookOf={lookOf}
                    name={name}
                    active={index === current}
                    open={line !== undefined && line.id === openId}
                    chosen={line !== undefined && selection.lines.has(line.id)}
                    onPress={onPress}
                    onPressTwice={onPressTwice}
                  />
                );
              })}
            </div>
          </div>
        </div>
      </div>
      {total === 0 ? <div className={classes.nothing}>{nothing}</div> : null}
    </>
  );
}

/** Where the line is among those near the active one and those drawn; -1 when it is not there. */
function placeOf<Row extends GridLine>(id: number, rowAt: (index: number) => Row | undefined, span: { first: number; last: number }, active: number): number {
  const near = [active, ...Array.from({ length: Math.max(0, span.last - span.first + 1) }, (_, at) => span.first + at), ...Array.from({ length: 100 }, (_, at) => at)];
  return near.find((index) => rowAt(index)?.id === id) ?? -1;
}
