import { isCounted, rowKind } from '../../../shared/letter/row-kind.ts';
import { readVietnameseNumber, exactSum } from '../../../shared/domain/vietnamese-number.ts';
import { numberInCell } from '../../../shared/letter/number-in-cell.ts';
import type { Appendix, AppendixColumn, Cell, ColumnKind, Letter } from '../../../shared/letter/letter.ts';

/** Columns that take a cell in each row, with their place among all columns. */
export const cellColumnsOf = (appendix: Appendix): { column: AppendixColumn; at: number }[] =>
  appendix.columns.map((column, at) => ({ column, at })).filter(({ column }) => column.kind !== 'ordinal');

/** What a typed text becomes in a column: a number where it is clear, the text itself where it is not (it is then marked, never guessed). */
export function cellOf(typed: string, kind: ColumnKind): Cell {
  const text = typed.trim();
  if (text === '') return null;
  if (kind !== 'number') return text;
  const read = readVietnameseNumber(text);
  return 'value' in read ? read.value : text;
}

const replaceAt = <T>(list: readonly T[], at: number, item: T): T[] => list.map((each, index) => (index === at ? item : each));
const emptyRow = (appendix: Appendix): Cell[] => cellColumnsOf(appendix).map(() => null);

/** A table to begin with: ordinal, text, and a number column that is added up. */
export const newAppendix = (): Appendix => ({
  title: '',
  columns: [
    { header: 'STT', kind: 'ordinal' },
    { header: 'Đơn vị', kind: 'text' },
    { header: 'Số lượng', kind: 'number', total: true },
  ],
  rows: [[null, null]],
});

export function setCell(appendix: Appendix, row: number, cell: number, typed: string): Appendix {
  const kind = cellColumnsOf(appendix)[cell]?.column.kind;
  const kept = appendix.rows[row];
  if (!kind || !kept) return appendix;
  return { ...appendix, rows: replaceAt(appendix.rows, row, replaceAt(kept, cell, cellOf(typed, kind))) };
}

export function insertRow(appendix: Appendix, at: number): Appendix {
  return { ...appendix, rows: appendix.rows.toSpliced(at, 0, emptyRow(appendix)) };
}

export function removeRow(appendix: Appendix, at: number): Appendix {
  return { ...appendix, rows: appendix.rows.toSpliced(at, 1) };
}

export function addColumn(appendix: Appendix, column: AppendixColumn): Appendix {
  return { ...appendix, columns: [...appendix.columns, column], rows: column.kind === 'ordinal' ? appendix.rows : appendix.rows.map((row) => [...row, null]) };
}

export function removeColumn(appendix: Appendix, at: number): Appendix {
  const cell = cellColumnsOf(appendix).findIndex((each) => each.at === at);
  return { ...appendix, columns: appendix.columns.toSpliced(at, 1), rows: cell < 0 ? appendix.rows : appendix.rows.map((row) => row.toSpliced(cell, 1)) };
}

/** Changes a column; when its kind changes, its cells are read again from their text or dropped with it. */
export function changeColumn(appendix: Appendix, at: number, change: Partial<AppendixColumn>): Appendix {
  const before = appendix.columns[at];
  if (!before) return appendix;
  const after: AppendixColumn = { ...before, ...change };
  if (after.kind !== 'number') delete after.total;
  const columns = replaceAt(appendix.columns, at, after);
  const cell = cellColumnsOf(appendix).findIndex((each) => each.at === at);
  const place = appendix.columns.slice(0, at).filter((column) => column.kind !== 'ordinal').length;
  if (before.kind === after.kind) return { ...appendix, columns };
  const rows = appendix.rows.map((row) => {
    if (after.kind === 'ordinal') return row.toSpliced(cell, 1);
    if (before.kind === 'ordinal') return row.toSpliced(place, 0, null);
    return replaceAt(row, cell, cellOf(cellText(row[cell] ?? null), after.kind));
  });
  return { ...appendix, columns, rows };
}

/** The text one edits of a cell: a number with a decimal comma and without grouping marks. */
export const cellText = (cell: Cell): string => (typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? ''));

/** Lays a pasted block over the table from a cell on; rows and columns grow to hold it, new columns as `brought` names them. */
export function pasteBlock(appendix: Appendix, row: number, cell: number, block: readonly (readonly string[])[], brought: readonly AppendixColumn[] = []): Appendix {
  const width = Math.max(0, ...block.map((line) => line.length));
  let grown = appendix;
  for (let at = cellColumnsOf(appendix).length; at < cell + width; at += 1) {
    const { header, kind, total } = brought[at - cell] ?? { header: `Cột ${grown.columns.length + 1}`, kind: 'text' as const };
    // a running number laid beside others is a text like any
    const column: AppendixColumn = { header: freeName(grown, header), kind: kind === 'ordinal' ? 'text' : kind };
    grown = addColumn(grown, total ? { ...column, total } : column);
  }
  const columns = cellColumnsOf(grown);
  const rows = [...grown.rows];
  block.forEach((line, lineAt) => {
    const kept = rows[row + lineAt] ?? emptyRow(grown);
    rows[row + lineAt] = kept.map((old, at) => {
      const text = line[at - cell];
      return at < cell || text === undefined ? old : cellOf(text, columns[at]?.column.kind ?? 'text');
    });
  });
  return { ...grown, rows };
}

/** A name for a new column that no other has. */
function freeName({ columns }: Appendix, wanted: string): string {
  const isTaken = (name: string): boolean => columns.some(({ header }) => header === name);
  if (!isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}

const isBlank = (row: readonly Cell[]): boolean => row.every((cell) => cell === null || cell === '');

/** The letter without the empty rows at the ends of its tables: Enter makes one more than is written. */
export function withoutEmptyEnds(letter: Letter): Letter {
  const ends = letter.appendices.map(({ rows }) => rows.findLastIndex((row) => !isBlank(row)) + 1);
  if (letter.appendices.every(({ rows }, at) => rows.length === ends[at])) return letter;
  return { ...letter, appendices: letter.appendices.map((appendix, at) => ({ ...appendix, rows: appendix.rows.slice(0, ends[at]) })) };
}

/** The sum of a column as far as its cells are clear numbers. */
export function columnTotal(appendix: Appendix, cell: number): number {
  return exactSum(appendix.rows.filter((row) => isCounted(rowKind(appendix.columns, row))).map((row) => numberInCell(row[cell] ?? null)).filter((value) => typeof value === 'number'));
}
