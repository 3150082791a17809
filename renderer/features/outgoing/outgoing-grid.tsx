import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { OutgoingRow } from '../../../shared/contract/outgoing.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { StatusSign } from '../../components/status-sign.tsx';
import { takeIdleKeyboard } from '../../lib/take-idle-keyboard.ts';
import classes from './outgoing-grid.module.css';

/** Height of a row, px. */
export const rowHeight = 32;

interface OutgoingGridProps {
  gridRef: RefObject<HTMLDivElement | null>;
  rows: readonly OutgoingRow[];
  /** Rows of the filter, those not read yet included. */
  total: number;
  openId: number | null;
  /** The rows still answer the question before; those of this one are on their way. */
  stale: boolean;
  more: boolean;
  onMore: () => void;
  onOpen: (id: number) => void;
  onEdit: (id: number) => void;
  onClose: () => void;
}

const headings = ['Số, ký hiệu', 'Ngày', 'Trích yếu', 'Kính gửi', 'Người ký', 'Trạng thái'] as const;

/** The rows of the book: one Tab stop, arrows move, Enter opens the panel, F2 the letter; only what is seen is drawn. */
export function OutgoingGrid({ gridRef, rows, total, openId, stale, more, onMore, onOpen, onEdit, onClose }: OutgoingGridProps) {
  const [active, setActive] = useState(() => Math.max(0, rows.findIndex((row) => row.id === openId)));
  // the line that another address, back or forward opens is the line the keys act on
  const [followed, setFollowed] = useState(openId);
  if (openId !== followed) {
    setFollowed(openId);
    const opened = rows.findIndex((row) => row.id === openId);
    if (opened >= 0) setActive(opened);
  }
  // the rows that came are others: begin at the open one or the first
  const [wasStale, setWasStale] = useState(stale);
  if (stale !== wasStale) {
    setWasStale(stale);
    if (!stale) setActive(Math.max(0, rows.findIndex((row) => row.id === openId)));
  }
  const current = Math.min(active, rows.length - 1);
  const asked = useRef<((id: number) => void) | null>(null);
  // the virtualizer keeps itself in step outside React's memory
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => gridRef.current, estimateSize: () => rowHeight, overscan: 12, scrollPaddingStart: rowHeight });
  const items = virtual.getVirtualItems();
  const lastDrawn = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && lastDrawn >= rows.length - 60) onMore();
  }, [more, lastDrawn, rows.length, onMore]);

  useEffect(() => {
    if (openId !== null) virtual.scrollToIndex(current);
  }, [openId, current, virtual]);

  // another search or tab makes the rows anew: the arrows still move in them
  useEffect(() => takeIdleKeyboard(gridRef.current), [gridRef]);

  // Enter pressed before the rows came means the row that stands first when they do, never one of those before
  useEffect(() => {
    const row = rows[current];
    if (stale || !asked.current) return;
    if (row) asked.current(row.id);
    asked.current = null;
  }, [stale, rows, current]);

  const moveTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setActive(next);
    virtual.scrollToIndex(next);
    const row = rows[next];
    if (openId !== null && row) onOpen(row.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? 640) / rowHeight) - 2);
    const moves: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + page, PageUp: current - page, Home: 0, End: rows.length - 1 };
    const target = event.ctrlKey || event.altKey || event.metaKey ? undefined : moves[event.key];
    const row = rows[current];
    const act = event.key === 'Enter' ? onOpen : event.key === 'F2' ? onEdit : null;
    if (target !== undefined) moveTo(target);
    else if (act && stale) asked.current = act;
    else if (act && row) act(row.id);
    else if (event.key === 'Escape' && openId !== null) onClose();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={gridRef}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label="Văn bản đi"
      aria-rowcount={total + 1}
      aria-busy={stale}
      aria-activedescendant={rows[current] ? `outgoing-${rows[current].id}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={`${classes.row} ${classes.head}`}>
        {headings.map((heading) => (
          <span key={heading} role="columnheader">
            {heading}
          </span>
        ))}
      </div>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <div
              key={row.id}
              id={`outgoing-${row.id}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={row.id === openId}
              data-active={item.index === current}
              data-status={row.status}
              className={classes.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setActive(item.index);
                onOpen(row.id);
              }}
              onDoubleClick={() => onEdit(row.id)}
            >
              <span role="gridcell" className={classes.code}>
                {row.code ?? <span className={classes.quiet}>…/{row.codeNotation}</span>}
              </span>
              <span role="gridcell">{row.issuedDate ? shortDate(row.issuedDate) : ''}</span>
              <span role="gridcell" className={row.cancelReason ? classes.struck : undefined} title={row.cancelReason ? `${row.subject}. Hủy: ${row.cancelReason}` : row.subject}>
                {row.cancelReason ? (
                  <>
                    <s>{row.subject}</s>
                    <span className={classes.reason}>Hủy: {row.cancelReason}</span>
                  </>
                ) : (
                  row.subject || <span className={classes.quiet}>Chưa có trích yếu</span>
                )}
              </span>
              <span role="gridcell">{row.addressees}</span>
              <span role="gridcell">{row.signerName}</span>
              <span role="gridcell">
                <StatusSign status={row.status} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
