import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import classes from './problem-list.module.css';

/** What was found wrong at one place of the sheet. */
export interface OldBookProblem {
  row: number;
  column?: string | undefined;
  message: string;
  leftOut: boolean;
}

/** Of a message of one line, px; longer ones are measured. */
const rowHeight = 30;

/** Every problem by row and column, with whether the row comes in nevertheless; only those in sight are drawn. */
export function ProblemList({ problems, more }: { problems: readonly OldBookProblem[]; more: number }) {
  const list = useRef<HTMLDivElement>(null);
  // the virtualizer keeps itself in step outside React's memory
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({ count: problems.length + (more > 0 ? 1 : 0), getScrollElement: () => list.current, estimateSize: () => rowHeight, overscan: 12 });
  if (problems.length === 0) return <p className={classes.none}>Không có chỗ nào phải xem lại.</p>;
  return (
    <div ref={list} className={classes.list} tabIndex={0} role="table" aria-label="Chỗ cần xem lại" aria-rowcount={problems.length + more}>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const problem = problems[item.index];
          return (
            <div key={item.key} ref={virtual.measureElement} data-index={item.index} role="row" aria-rowindex={item.index + 1} className={classes.row} style={{ transform: `translateY(${item.start}px)` }}>
              {problem ? (
                <>
                  <span role="cell">
                    Dòng {problem.row}
                    {problem.column ? `, cột ${problem.column}` : ''}
                  </span>
                  <span role="cell" className={classes.message}>
                    {problem.message}
                  </span>
                  <span role="cell" data-left-out={problem.leftOut || undefined}>
                    {problem.leftOut ? 'Bỏ qua dòng này' : 'Vẫn nhập'}
                  </span>
                </>
              ) : (
                <span role="cell" className={classes.message}>
                  Còn {formatVietnameseNumber(more)} chỗ nữa, không kê hết ở đây.
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
