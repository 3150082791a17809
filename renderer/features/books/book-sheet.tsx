import { memo } from 'react';
import { bookWidthMm } from '../../../shared/report/book-page.ts';
import { headHeightsMm, rowHeightMm, type SheetRow } from './paginate-book.ts';
import classes from './book-sheet.module.css';
import type { PrintedColumn } from './use-book-pages.ts';

interface BookSheetPageProps {
  columns: readonly PrintedColumn[];
  rows: readonly SheetRow[];
  from: number;
  to: number;
  /** From 1; the cover has none. */
  number: number;
}

/** One sheet of a book: the two rows of head, its lines, the page number below. */
export const BookSheetPage = memo(function BookSheetPage({ columns, rows, from, to, number }: BookSheetPageProps) {
  const head = headHeightsMm(columns);
  const last = columns.length - 1;
  return (
    <section className={classes.sheet} data-page aria-label={`Trang ${number}`}>
      <table className={classes.table} style={{ width: `${bookWidthMm}mm` }}>
        <colgroup>
          {columns.map((column, at) => (
            <col key={at} style={{ width: `${column.widthMm}mm` }} />
          ))}
        </colgroup>
        <thead>
          <tr style={{ height: `${head.titles}mm` }}>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                {column.header}
              </th>
            ))}
          </tr>
          <tr className={classes.ordinals} style={{ height: `${head.ordinals}mm` }}>
            {columns.map((_, at) => (
              <td key={at}>({at + 1})</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(from, to).map((row, index) => (
            <tr key={from + index} style={{ height: `${rowHeightMm(row, columns)}mm` }}>
              {columns.map((column, at) => {
                const text = row.cells[at] ?? '';
                return (
                  <td key={at} data-align={column.align}>
                    {row.cancelled && at < last && text !== '' ? <s>{text}</s> : text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.number}>{number}</p>
    </section>
  );
});
