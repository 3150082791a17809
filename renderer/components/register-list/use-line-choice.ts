import { useEffect, useRef, useState } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { GridLine } from '../register-grid/grid-column.ts';
import { chooseStretch, mostChosen, nothingChosen, type LineSelection } from '../register-grid/line-selection.ts';
import type { LineList } from '../register-grid/use-line-pages.ts';
import { sayMissing, sayRefused } from '../say.tsx';

export interface LineChoice<Row> {
  selection: LineSelection<Row>;
  choose: (selection: LineSelection<Row>) => void;
  /** Chooses from one place to another; lines not on screen are read for it. */
  stretch: (from: number, to: number) => void;
  clear: () => void;
}

/** The lines chosen for an act; another filter begins with none. */
export function useLineChoice<Row extends GridLine>(list: LineList<Row> | null): LineChoice<Row> {
  const [selection, setSelection] = useState<LineSelection<Row>>(nothingChosen);
  const [key, setKey] = useState(list?.key);
  if (list && list.key !== key) {
    setKey(list.key);
    setSelection(nothingChosen);
  }
  const reading = useRef<AbortController | null>(null);
  useEffect(() => () => reading.current?.abort(), [key]);

  const stretch = (from: number, to: number): void => {
    if (!list || list.total === 0) return;
    const [first, last] = from < to ? [from, to] : [to, from];
    if (last - first + 1 > mostChosen) {
      sayMissing(`Một lần chọn nhiều nhất ${formatVietnameseNumber(mostChosen)} dòng, ở đây có ${formatVietnameseNumber(last - first + 1)}. Lọc bớt rồi chọn lại.`);
      return;
    }
    reading.current?.abort();
    const rows = Array.from({ length: last - first + 1 }, (_, at) => list.pages.rowAt(first + at));
    if (rows.every((row) => row !== undefined)) {
      setSelection(chooseStretch(rows, first, from));
      return;
    }
    const stop = new AbortController();
    reading.current = stop;
    list.pages.readAll(first, last, stop.signal).then(
      (read) => !stop.signal.aborted && setSelection(chooseStretch(read, first, from)),
      (error: unknown) => !stop.signal.aborted && sayRefused(error),
    );
  };
  return { selection, choose: setSelection, stretch, clear: () => setSelection(nothingChosen) };
}
