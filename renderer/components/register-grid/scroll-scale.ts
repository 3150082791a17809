/** Height of a line, px. */
export const rowHeight = 32;

/** Browsers cannot hold an element of a million lines (some stop at 17 million px): beyond this the scrollbar moves in larger steps. */
const tallest = 8_000_000;

/** How many lines there are, and how many px of them are seen at once. */
export interface Extent {
  lines: number;
  view: number;
}

/** Which px of the list stands at the upper edge, and the scroll position that says so. */
export interface Stand {
  top: number;
  scrollTop: number;
}

export const startOfList: Stand = { top: 0, scrollTop: 0 };

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** Height of the element that makes the scrollbar, px. */
export const scrolledHeight = (lines: number): number => Math.min(lines * rowHeight, tallest);

const mostTop = ({ lines, view }: Extent): number => Math.max(0, lines * rowHeight - view);
const mostScroll = ({ lines, view }: Extent): number => Math.max(0, scrolledHeight(lines) - view);
const scaled = ({ lines }: Extent): boolean => lines * rowHeight > tallest;

/** The list with this px at the upper edge, as near as there are lines, and the scrollbar where it belongs. */
export function standAt(top: number, extent: Extent): Stand {
  const real = clamp(top, mostTop(extent));
  if (!scaled(extent)) return { top: real, scrollTop: real };
  const share = (real / mostTop(extent)) * mostScroll(extent);
  // only the very ends stand at the ends, so that from anywhere else one can scroll on
  const scrollTop = real === 0 ? 0 : real === mostTop(extent) ? mostScroll(extent) : clamp(Math.round(share), mostScroll(extent) - 1) || 1;
  return { top: real, scrollTop };
}

/**
 * Where the list stands after the person has scrolled: a turn of the wheel moves it by as many px, a pull at the
 * scrollbar to the same share of the list. The scroll position answered may differ from the one given; then it is to
 * be set.
 */
export function afterScroll(stand: Stand, scrollTop: number, extent: Extent): Stand {
  if (!scaled(extent)) return { top: clamp(scrollTop, mostTop(extent)), scrollTop };
  const by = scrollTop - stand.scrollTop;
  if (Math.abs(by) > 4 * extent.view) return { top: clamp((scrollTop / mostScroll(extent)) * mostTop(extent), mostTop(extent)), scrollTop };
  const top = clamp(stand.top + by, mostTop(extent));
  const atAnEnd = scrollTop <= 0 || scrollTop >= mostScroll(extent);
  return atAnEnd ? standAt(top, extent) : { top, scrollTop };
}

/** The stand that shows a line with the least movement. */
export function standShowing(line: number, stand: Stand, extent: Extent): Stand {
  const begins = line * rowHeight;
  if (begins < stand.top) return standAt(begins, extent);
  if (begins + rowHeight > stand.top + extent.view) return standAt(begins + rowHeight - extent.view, extent);
  return stand;
}

/** First and last line to draw, a few more than are seen. */
export function drawnSpan(top: number, { lines, view }: Extent, spare: number): { first: number; last: number } {
  return { first: Math.max(0, Math.floor(top / rowHeight) - spare), last: Math.min(lines - 1, Math.ceil((top + view) / rowHeight) - 1 + spare) };
}
