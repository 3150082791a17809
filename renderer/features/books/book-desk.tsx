import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { BookCoverPage } from './book-cover-page.tsx';
import classes from './book-desk.module.css';
import { BookSheetPage } from './book-sheet.tsx';
import type { BookPages } from './use-book-pages.ts';

const pxPerMm = 96 / 25.4;
/** One sheet and the gap below it, px, where it is drawn at this scale. */
const stepOf = (scale: number): number => Math.ceil(210 * pxPerMm * scale) + 16;
/** Left and right of the sheets, px. */
const beside = 32;

interface BookDeskProps {
  book: BookPages;
  /** Whether every sheet is to be drawn, for the printer. */
  printing: boolean;
}

/** The sheets as they print, one under another; only those in sight are drawn, unless they go to the printer. */
export function BookDesk({ book, printing }: BookDeskProps) {
  const desk = useRef<HTMLDivElement>(null);
  const scale = useFittingScale(desk);
  const { columns, cover, rows, sheets } = book;
  // the virtualizer keeps itself in step outside React's memory
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: sheets.length + 1, getScrollElement: () => desk.current, estimateSize: () => stepOf(scale), overscan: 1 });
  useLayoutEffect(() => virtual.measure(), [virtual, scale]);
  const page = (index: number) => {
    const sheet = sheets[index - 1];
    if (index === 0) return cover ? <BookCoverPage key="cover" cover={cover} /> : null;
    return sheet ? <BookSheetPage key={index} columns={columns} rows={rows} from={sheet.from} to={sheet.to} number={index} /> : null;
  };
  return (
    <>
      {/* the pane scrolls, so the keyboard must reach it */}
      <div ref={desk} className={classes.desk} tabIndex={0} role="group" aria-label="Các trang của sổ, cuộn bằng phím mũi tên">
        <div className={classes.sheets} style={{ height: virtual.getTotalSize(), width: `${297 * scale}mm` }}>
          {virtual.getVirtualItems().map((item) => (
            <div key={item.key} className={classes.place} style={{ transform: `translateY(${item.start}px)` }}>
              <div style={{ zoom: scale }}>{page(item.index)}</div>
            </div>
          ))}
        </div>
      </div>
      {printing ? <div className={classes.print}>{Array.from({ length: sheets.length + 1 }, (_, index) => page(index))}</div> : null}
    </>
  );
}

/** How far sheets must shrink so that the whole width of one is seen; never above their own size. */
function useFittingScale(desk: RefObject<HTMLElement | null>): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = desk.current;
    if (!element) return undefined;
    const fit = (): void => setScale(Math.min(1, Math.max(0.3, (element.clientWidth - beside) / (297 * pxPerMm))));
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [desk]);
  return scale;
}
