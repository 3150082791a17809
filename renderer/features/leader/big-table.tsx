import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import type { Align } from '../../../shared/letter/layout-model.ts';
import classes from './big-table.module.css';

export interface BigColumn {
  header: string;
  /** Its width in the size of the type. */
  em: number;
  align: Align;
}

export interface BigCell {
  text: string;
  /** A second, quieter line. */
  below?: string;
  tone?: 'seal';
  /** Else that of its column. */
  align?: Align;
}

/** A line of the table, or the name of those that follow with what is said of them. */
export type BigRow = { kind: 'line'; cells: readonly BigCell[] } | { kind: 'group'; name: string; told: string };

interface BigTableProps {
  name: string;
  /** What stands above the table and scrolls away with it. */
  heading: ReactNode;
  columns: readonly BigColumn[];
  rows: readonly BigRow[];
  total: readonly BigCell[] | null;
  /** Type, px. */
  size: number;
  /** Of the pane it scrolls in, px. */
  room: { width: number; height: number };
  scroller: RefObject<HTMLDivElement | null>;
}

/** Frames in which rows come into sight and take their real heights before the end stays the end. */
const settlingFrames = 12;

/** How much of the pane the heads and the total may take while they stay in sight. */
const mostStanding = 0.4;

/** The width a table asks for, in the size of its type. */
export const emOf = (columns: readonly BigColumn[]): number => columns.reduce((sum, { em }) => sum + em, 0);

/** A table to be read from afar: only the rows in sight are drawn; its heads and its total stay while it scrolls. */
export function BigTable({ name, heading, columns, rows, total, size, room, scroller }: BigTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const [{ above, standing, stands }, setPlace] = useState({ above: 0, standing: 0, stands: false });
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => size * 1.6, overscan: 12, scrollMargin: above });
  useLayoutEffect(() => virtual.measure(), [virtual, size]);
  useLayoutEffect(() => {
    const box = table.current;
    if (!box) return;
    const headHeight = box.tHead?.offsetHeight ?? 0;
    const both = headHeight + (box.tFoot?.offsetHeight ?? 0);
    const next = { above: box.offsetTop + headHeight, standing: both, stands: both < mostStanding * room.height };
    setPlace((now) => (now.above === next.above && now.standing === next.standing && now.stands === next.stands ? now : next));
  }, [columns, rows, total, size, room.width, room.height]);

  const items = virtual.getVirtualItems();
  const before = (items[0]?.start ?? above) - above;
  const after = above + virtual.getTotalSize() - (items.at(-1)?.end ?? above);
  const width = emOf(columns);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const pane = event.currentTarget;
    if (event.target !== pane || event.ctrlKey || event.altKey) return;
    const back = event.key === 'PageUp' || (event.key === ' ' && event.shiftKey);
    // rows under the heads and the total have not been read yet, and a line stays for the eye
    const page = Math.max(size * 2, pane.clientHeight - (stands ? standing : 0) - size * 1.6);
    if (event.key === 'End') scrollToEnd(pane);
    else if (back || event.key === 'PageDown' || event.key === ' ') pane.scrollBy({ top: back ? -page : page });
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.frame}>
      {/* the pane scrolls, so the keyboard must reach it */}
      <div ref={scroller} className={classes.pane} style={{ fontSize: size }} data-standing={stands} tabIndex={0} role="group" aria-label={`${name}, cuộn bằng phím mũi tên`} onKeyDown={onKeyDown}>
        <div className={classes.sheet} style={{ minWidth: `${width}em` }}>
          {heading}
          <table ref={table} className={classes.table} aria-label={name} aria-rowcount={rows.length + 1 + (total ? 1 : 0)}>
            <colgroup>
              {columns.map(({ em }, at) => (
                <col key={at} style={{ width: `${(em / width) * 100}%` }} />
              ))}
            </colgroup>
            <thead>
              <tr aria-rowindex={1}>
                {columns.map(({ header }, at) => (
                  <th key={at} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {before > 0 ? <Gap columns={columns.length} height={before} /> : null}
              {items.map(({ index, key }) => {
                const row = rows[index];
                if (!row) return null;
                return (
                  <tr key={key} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2} data-group={row.kind === 'group'}>
                    {row.kind === 'group' ? (
                      <th scope="rowgroup" colSpan={columns.length}>
                        <span>{row.name}</span>{' '}
                        <b>{row.told}</b>
                      </th>
                    ) : (
                      row.cells.map((cell, at) => <Cell key={at} cell={cell} align={columns[at]?.align ?? 'left'} />)
                    )}
                  </tr>
                );
              })}
              {after > 0 ? <Gap columns={columns.length} height={after} /> : null}
            </tbody>
            {total ? (
              <tfoot>
                <tr aria-rowindex={rows.length + 2}>
                  {total.map((cell, at) => (
                    <Cell key={at} cell={cell} align={columns[at]?.align ?? 'left'} />
                  ))}
                </tr>
              </tfoot>
            ) : null}
          </table>
        </div>
      </div>
    </div>
  );
}

function scrollToEnd(pane: HTMLElement, frames = settlingFrames): void {
  pane.scrollTop = pane.scrollHeight;
  if (frames > 0) requestAnimationFrame(() => scrollToEnd(pane, frames - 1));
}

const Cell = ({ cell: { text, below, tone, align: own }, align }: { cell: BigCell; align: Align }) => (
  <td data-align={own ?? align} data-tone={tone}>
    {text}
    {below ? <small>{below}</small> : null}
  </td>
);

/** Room of the rows that are out of sight. */
const Gap = ({ columns, height }: { columns: number; height: number }) => (
  <tr aria-hidden className={classes.gap}>
    <td colSpan={columns} style={{ height }} />
  </tr>
);
