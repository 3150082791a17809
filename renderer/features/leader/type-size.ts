/** Sizes the type is stepped through, px. */
const sizes = [14, 16, 18, 20, 22, 24, 26, 28, 32, 36, 40, 48, 56, 64] as const;
/** Between these the type is made as large as the whole width allows. */
const fitted = { least: 16, most: 26 } as const;

/** The next larger (+1) or smaller (-1) size; at the end the last one stays. */
export function steppedSize(size: number, by: 1 | -1): number {
  const found = by > 0 ? sizes.find((one) => one > size) : sizes.findLast((one) => one < size);
  return found ?? (by > 0 ? sizes[sizes.length - 1] : sizes[0]) ?? size;
}

/** The size at which a table of that many em stands in a width without scrolling sideways, as far as it can be read. */
export const fittedSize = (widthPx: number, tableEm: number): number => Math.max(fitted.least, Math.min(fitted.most, Math.floor(widthPx / Math.max(1, tableEm))));

/** The size that was kept, or null for a fitted one: nothing was kept, or it is none of ours. */
export const keptSize = (kept: unknown): number | null => (typeof kept === 'number' && sizes.some((one) => one === kept) ? kept : null);
