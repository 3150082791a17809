import type { LinePages } from './line-pages.ts';
import { afterScroll, drawnSpan, rowHeight, standAt, standShowing, startOfList, type Extent, type Stand } from './scroll-scale.ts';

/** Lines drawn beyond the edges. */
const spare = 6;
/** How long the lines last drawn may stay while those scrolled to are on their way, ms; then their places are drawn empty. */
const patience = 120;
/** Rows are placed from every so many-th line, so that a scroll does not move each of them. */
const stretch = 1000;

/** Height of the heads with their filters, px. */
export const headHeight = 60;

/** The lines to draw, first–last. */
export interface DrawnSpan {
  first: number;
  last: number;
}

export interface GridElements {
  /** What scrolls. */
  scroller: HTMLElement;
  /** What is seen of the rows. */
  stage: HTMLElement;
  /** What holds them. */
  layer: HTMLElement;
}

export interface ShownList {
  pages: Pick<LinePages<unknown>, 'has' | 'look' | 'subscribe'>;
  key: string;
  total: number;
}

export interface GridWindow {
  /** Follows these elements until the answer is called. */
  attach: (elements: GridElements) => () => void;
  /** Shows this list; another filter begins at its first line. The answer lets go of it. */
  follow: (list: ShownList) => () => void;
  subscribe: (listener: () => void) => () => void;
  span: () => DrawnSpan;
  /** Moves the list until the line is seen. */
  show: (index: number) => void;
  /** Whole lines that are seen at once. */
  wholeLines: () => number;
}

/** The line from which the rows of a span are placed. */
export const baseOf = ({ first }: DrawnSpan): number => Math.floor(first / stretch) * stretch;

/**
 * Which lines are drawn, and where. The rows lie in a layer that does not scroll with the element but is moved after it,
 * so that scrolling never runs ahead of what is drawn. `redraw` tells the listeners at once, within the same frame.
 */
export function gridWindow(redraw: (tell: () => void) => void): GridWindow {
  const listeners = new Set<() => void>();
  let elements: GridElements | null = null;
  let list: ShownList | null = null;
  let extent: Extent = { lines: 0, view: 0 };
  let stand: Stand = startOfList;
  let span: DrawnSpan = { first: 0, last: -1 };
  let waitingSince: number | null = null;
  // where the element stands, as it told last: asking it between two drawings has it lay out all that changed
  let scrolled = 0;
  let timer: number | undefined;

  const place = (): void => {
    if (elements) elements.layer.style.transform = `translateY(${baseOf(span) * rowHeight - stand.top}px)`;
  };
  /** Draws where the list stands, once its lines are here or have been waited for. */
  const draw = (): void => {
    window.clearTimeout(timer);
    if (!list || extent.view === 0) return;
    const seen = drawnSpan(stand.top, extent, 0);
    const lastSeen = Math.max(seen.first, seen.last);
    list.pages.look(seen.first, lastSeen, extent.lines);
    if (extent.lines > 0 && !list.pages.has(seen.first, lastSeen)) {
      waitingSince ??= performance.now();
      const left = waitingSince + patience - performance.now();
      if (left > 0) {
        timer = window.setTimeout(draw, left);
        return;
      }
    } else {
      waitingSince = null;
    }
    const wanted = drawnSpan(stand.top, extent, spare);
    if (wanted.first !== span.first || wanted.last !== span.last) {
      span = wanted;
      redraw(() => listeners.forEach((listener) => listener()));
    }
    place();
  };
  const take = (next: Stand): void => {
    stand = next;
    if (!elements || Math.round(scrolled) === Math.round(stand.scrollTop)) return;
    elements.scroller.scrollTop = stand.scrollTop;
    scrolled = elements.scroller.scrollTop;
  };
  const measure = (): void => {
    if (!elements) return;
    const view = Math.max(0, elements.scroller.clientHeight - headHeight);
    elements.stage.style.height = `${view}px`;
    extent = { ...extent, view };
    take(standAt(stand.top, extent));
    draw();
  };

  return {
    attach: (given) => {
      elements = given;
      scrolled = given.scroller.scrollTop;
      const onScroll = (): void => {
        scrolled = given.scroller.scrollTop;
        take(afterScroll(stand, scrolled, extent));
        draw();
      };
      const observer = new ResizeObserver(measure);
      observer.observe(given.scroller);
      given.scroller.addEventListener('scroll', onScroll, { passive: true });
      measure();
      return () => {
        given.scroller.removeEventListener('scroll', onScroll);
        observer.disconnect();
        window.clearTimeout(timer);
        elements = null;
      };
    },
    follow: (next) => {
      extent = { ...extent, lines: next.total };
      take(list?.key === next.key ? standAt(stand.top, extent) : startOfList);
      list = next;
      waitingSince = null;
      draw();
      return next.pages.subscribe(draw);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    span: () => span,
    show: (index) => {
      const next = standShowing(index, stand, extent);
      if (next === stand) return;
      take(next);
      draw();
    },
    wholeLines: () => Math.max(1, Math.floor(extent.view / rowHeight)),
  };
}
