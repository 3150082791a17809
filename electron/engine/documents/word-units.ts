/** Twentieths of a point (DXA) of millimetres, whole. */
export const dxaOfMm = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** Twentieths of a point of points, whole. */
export const dxaOfPt = (pt: number): number => Math.round(pt * 20);

/** Eighths of a point: thickness of borders, whole. */
export const eighthsOfPt = (pt: number): number => Math.round(pt * 8);

/** Widths in DXA whose sum is the DXA of their sum: rounding errors do not pile up at the right edge. */
export function dxaColumns(widthsMm: readonly number[]): number[] {
  let done = 0;
  let edge = 0;
  return widthsMm.map((width) => {
    edge += width;
    const upTo = dxaOfMm(edge);
    const own = upTo - done;
    done = upTo;
    return own;
  });
}
