import { readVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { cellsOf, withCells, type Appendix, type AppendixColumn, type Cell, type ColumnKind, type Letter, type Row } from '../../../shared/letter/letter.ts';

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
const mapCells = (rows: readonly Row[], change: (cells: Cell[]) => Cell[]): Row[] => rows.map((row) => withCells(row, change(cellsOf(row))));
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
  return { ...appendix, rows: replaceAt(appendix.rows, row, withCells(kept, replaceAt(cellsOf(kept), cell, cellOf(typed, kind)))) };
}

export function insertRow(appendix: Appendix, at: number): Appendix {
  return { ...appendix, rows: appendix.rows.toSpliced(at, 0, emptyRow(appendix)) };
}

export function removeRow(appendix: Appendix, at: number): Appendix {
  return { ...appendix, rows: appendix.rows.toSpliced(at, 1) };
}

export function addColumn(appendix: Appendix, column: AppendixColumn): Appendix {
  return { ...appendix, columns: [...appendix.columns, column], rows: column.kind === 'ordinal' ? appendix.rows : mapCells(appendix.rows, (cells) => [...cells, null]) };
}

export function removeColumn(appendix: Appendix, at: number): Appendix {
  const cell = cellColumnsOf(appendix).findIndex((each) => each.at === at);
  return { ...appendix, columns: appendix.columns.toSpliced(at, 1), rows: cell < 0 ? appendix.rows : mapCells(appendix.rows, (cells) => cells.toSpliced(cell, 1)) };
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
  const rows = mapCells(appendix.rows, (cells) => {
    if (after.kind === 'ordinal') return cells.toSpliced(cell, 1);
    if (before.kind === 'ordinal') return cells.toSpliced(place, 0, null);
    return replaceAt(cells, cell, cellOf(cellText(cells[cell] ?? null), after.kind));
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
    const { header, kind, total } = brought[at - cell] ?? { header: `Cột ${grown.columns.length + 1}`, kind: kindOf(block.map((line) => line[at - cell] ?? '')) };
    // a running number laid beside others is a text like any
    const column: AppendixColumn = { header: freeName(grown, header), kind: kind === 'ordinal' ? 'text' : kind };
    grown = addColumn(grown, total ? { ...column, total } : column);
  }
  const columns = cellColumnsOf(grown);
  const rows = [...grown.rows];
  block.forEach((line, lineAt) => {
    const kept = rows[row + lineAt] ?? emptyRow(grown);
    const laid = cellsOf(kept).map((old, at) => {
      const text = line[at - cell];
      return at < cell || text === undefined ? old : cellOf(text, columns[at]?.column.kind ?? 'text');
    });
    rows[row + lineAt] = withCells(kept, laid);
  });
  return { ...grown, rows };
}

/** What a new column holds where nothing is known of it but its cells. */
function kindOf(cells: readonly string[]): ColumnKind {
  const texts = cells.filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => 'value' in readVietnameseNumber(text)) ? 'number' : 'text';
}

/** A name for a new column that no other has. */
function freeName({ columns }: Appendix, wanted: string): string {
  const isTaken = (name: string): boolean => columns.some(({ header }) => header === name);
  if (!isTaken(wanted)) return wanted;
  let number = 2;
  while (isTaken(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}

const isBlank = (row: Row): boolean => cellsOf(row).every((cell) => cell === null || cell === '');

/** The letter without the empty rows at the ends of its tables: Enter makes one more than is written. */
export function withoutEmptyEnds(letter: Letter): Letter {
  const ends = letter.appendices.map(({ rows }) => rows.findLastIndex((row) => !isBlank(row)) + 1);
  if (letter.appendices.every(({ rows }, at) => rows.length === ends[at])) return letter;
  return { ...letter, appendices: letter.appendices.map((appendix, at) => ({ ...appendix, rows: appendix.rows.slice(0, ends[at]) })) };
}

/** What the table's editor lets be said of a row: nothing, so that its words and figures tell; or its kind. */
export type GivenKind = 'told' | 'item' | 'group' | 'subtotal';

export const givenKind = (row: Row | undefined): GivenKind => (row === undefined || Array.isArray(row) ? 'told' : 'group' in row ? 'group' : 'subtotal' in row ? 'subtotal' : 'item');

/** Says of a row what kind it is. */
export function setKind(appendix: Appendix, at: number, kind: GivenKind): Appendix {
  const row = appendix.rows[at];
  if (row === undefined) return appendix;
  const cells = cellsOf(row);
  const rows: Record<GivenKind, Row> = { told: cells, item: { item: true, cells }, group: { group: Array.isArray(row) || !('group' in row) ? '' : row.group, cells }, subtotal: { subtotal: true, cells } };
  return { ...appendix, rows: replaceAt(appendix.rows, at, rows[kind]) };
}
