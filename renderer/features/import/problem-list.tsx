import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import classes from './problem-list.module.css';

/** What was found wrong at one place of the sheet. */
export interface OldBookProblem {
  /** 0 where the whole sheet is spoken of. */
  row: number;
  sheet?: string | undefined;
  column?: string | undefined;
  message: string;
  leftOut: boolean;
}

/** `Dòng 12, cột B`, with its sheet where several are read. */
const placeOf = ({ row, column, sheet }: OldBookProblem): string =>
  [sheet === undefined ? '' : `Trang ${sheet}`, row === 0 ? '' : `${sheet === undefined ? 'D' : 'd'}òng ${row}`, column === undefined ? '' : `cột ${column}`].filter((part) => part !== '').join(', ');

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
    <div ref={list} className={classes.list} data-sheets={problems.some(({ sheet }) => sheet !== undefined) || undefined} tabIndex={0} role="table" aria-label="Chỗ cần xem lại" aria-rowcount={problems.length + more}>
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const problem = problems[item.index];
          return (
            <div key={item.key} ref={virtual.measureElement} data-index={item.index} role="row" aria-rowindex={item.index + 1} className={classes.row} style={{ transform: `translateY(${item.start}px)` }}>
              {problem ? (
                <>
                  <span role="cell" title={placeOf(problem)}>
                    {placeOf(problem)}
                  </span>
                  <span role="cell" className={classes.message}>
                    {problem.message}
                  </span>
                  <span role="cell" data-left-out={problem.leftOut || undefined}>
                    {problem.row === 0 ? 'Không nhập' : problem.leftOut ? 'Bỏ qua dòng này' : 'Vẫn nhập'}
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
