import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import classes from './import-amounts.module.css';
import type { OldBook } from './use-old-book.ts';

/** How many rows come in, are there already, are left out; and each year with its first and last number. */
export function ImportAmounts({ amounts, years }: Pick<OldBook, 'amounts' | 'years'>) {
  return (
    <div className={classes.amounts}>
      <dl className={classes.sums}>
        <div data-kind="new">
          <dt>sẽ nhập mới</dt>
          <dd>{formatVietnameseNumber(amounts.new)}</dd>
        </div>
        <div>
          <dt>đã có trong sổ</dt>
          <dd>{formatVietnameseNumber(amounts.present)}</dd>
        </div>
        <div data-kind={amounts.leftOut > 0 ? 'left-out' : undefined}>
          <dt>bỏ qua</dt>
          <dd>{formatVietnameseNumber(amounts.leftOut)}</dd>
        </div>
      </dl>
      {years.length > 0 ? (
        <ul className={classes.years} aria-label="Theo năm">
          {years.map(({ year, rows, firstNumber, lastNumber }) => (
            <li key={year}>
              Năm {year}: {formatVietnameseNumber(rows)} dòng{firstNumber === null ? '' : `, số ${firstNumber} đến ${lastNumber ?? firstNumber}`}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
