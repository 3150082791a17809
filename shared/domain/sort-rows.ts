import type { ListSort } from './list-sort.ts';
import { vietnameseSortKey } from './vietnamese-order.ts';

type SortedBy = string | number | null;

/**
 * Rows by a value: numbers by size, texts of days as they are, with `asText` in the order of the Vietnamese alphabet.
 * Rows without a value stand last either way; rows alike stay in the order in which they were given.
 */
export function sortRows<Row>(rows: readonly Row[], order: ListSort['order'], valueOf: (row: Row) => SortedBy, asText = false): Row[] {
  const turn = order === 'desc' ? -1 : 1;
  // an office writes the same names again and again: each is weighed once
  const keys = new Map<SortedBy, string | number>();
  const keyOf = (value: string | number): string | number => {
    const known = keys.get(value);
    if (known !== undefined) return known;
    const key = asText ? vietnameseSortKey(String(value)) : value;
    keys.set(value, key);
    return key;
  };
  const full: { row: Row; key: string | number }[] = [];
  const empty: Row[] = [];
  for (const row of rows) {
    const value = valueOf(row);
    if (value === null || value === '') empty.push(row);
    else full.push({ row, key: keyOf(value) });
  }
  full.sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -turn : turn));
  return [...full.map(({ row }) => row), ...empty];
}
