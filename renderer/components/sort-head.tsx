import { nextSort, type ListSort } from '../../shared/domain/list-sort.ts';
import classes from './sort-head.module.css';

interface SortHeadProps {
  by: string;
  label: string;
  sort: ListSort | null;
  /** How the list stands while nothing was clicked. */
  unsorted?: ListSort;
  onSort: (sort: ListSort | null) => void;
  /** `th` in a table, `span` where the table is made of other elements. */
  as?: 'th' | 'span';
}

/** A head that sorts its list: once up, again down, a third time as it was before. By pointer, or Enter and Space. */
export function SortHead({ by, label, sort, unsorted, onSort, as: Element = 'th' }: SortHeadProps) {
  const now = sort ?? unsorted;
  const order = now?.by === by ? now.order : null;
  const attributes = Element === 'th' ? { scope: 'col' } : { role: 'columnheader' };
  return (
    <Element {...attributes} aria-label={label} aria-sort={order === null ? undefined : order === 'desc' ? 'descending' : 'ascending'}>
      <button type="button" className={classes.head} title={`${label}: bấm để sắp theo cột này`} onClick={() => onSort(sort === null && order === 'asc' ? { by, order: 'desc' } : nextSort(sort, by))}>
        <span>{label}</span>
        {order === null ? null : <span aria-hidden>{order === 'desc' ? '▼' : '▲'}</span>}
      </button>
    </Element>
  );
}
