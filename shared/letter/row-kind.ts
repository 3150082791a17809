import { cellsOf } from './letter.ts';
import { figuresOf, summedColumns } from './row-figures.ts';
import { findGroups, findLooseGroups } from './row-groups.ts';
import { comprises, heads, marksOf, parentsOf } from './row-outline.ts';
import { labelsOf, rowWord, type RowWord } from './row-words.ts';
import { isGiven, type ReadRow, type RowFinding, type Table, type TableDesk, type TableReading } from './table-desk.ts';
import { checkSums } from './typed-sums.ts';

const known = new WeakMap<Table['rows'], { columns: Table['columns']; reading: TableReading }>();

/**
 * What kind each row of a table is, by the kind it was given, its words, its number and its figures, in this order; which
 * typed sums do not add up, and what cannot be told. A table is never changed in place, so its reading is kept with it.
 */
export function readTable(table: Table): TableReading {
  const before = known.get(table.rows);
  if (before?.columns === table.columns) return before.reading;
  const first = read(table, new Set());
  // words that may mean a sum, with figures that are none: the rows are names, and the table is read again with them
  const { rows, wrong, asked } = first.names.size === 0 ? first.desk : read(table, first.names).desk;
  const reading = { rows, wrong: wrong.sort(byRow), asked: asked.sort(byRow) };
  known.set(table.rows, { columns: table.columns, reading });
  return reading;
}

const byRow = (one: RowFinding, other: RowFinding): number => one.row - other.row;

/** Whether a row is printed as a sum or a head: bold, without an ordinal of its own. */
export const standsOut = ({ kind }: ReadRow): boolean => kind === 'group' || kind === 'subtotal' || kind === 'total';

/** For each row, whether the next one (or a computed total behind the last) must stand on the same page: nothing is a head at the foot of a page, no sum begins one. */
export const keptTogether = (rows: readonly ReadRow[], totalFollows: boolean): boolean[] =>
  rows.map(({ kind }, at) => {
    const next = rows[at + 1];
    return next === undefined ? totalFollows : kind === 'group' || next.kind === 'subtotal' || next.kind === 'total';
  });

/** Whether a row is one of those that an ordinal column counts. */
export const takesOrdinal = ({ kind }: ReadRow): boolean => kind === 'item' || kind === 'unsure';

function read(table: Table, names: ReadonlySet<number>): { desk: TableDesk; names: Set<number> } {
  const desk = lay(table, names);
  for (const row of desk.rows.keys()) {
    const word = desk.words[row];
    if (word === 'running' || word === 'average') desk.rows[row] = { kind: 'aside', counted: false };
    else if (desk.isSum[row]) desk.rows[row] = { kind: word === 'total' || word === 'summary' ? 'total' : 'subtotal', counted: false };
  }
  findGroups(desk);
  findLooseGroups(desk);
  return { desk, names: checkSums(desk, names) };
}

const sumWords: readonly (RowWord | null)[] = ['total', 'subtotal', 'summary', 'perhaps'];

function lay(table: Table, names: ReadonlySet<number>): TableDesk {
  const { rows } = table;
  const cells = rows.map(cellsOf);
  const columns = summedColumns(table.columns);
  const words = rows.map((row, at): RowWord | null => (isGiven(row, 'subtotal') ? 'subtotal' : Array.isArray(row) ? rowWord(table.columns, cells[at] ?? []) : null));
  const marks = marksOf(table.columns, cells, rows.map((row) => (!Array.isArray(row) && 'group' in row ? row.group : null)));
  // «I. Tổng số» over 1, 2, 3 is the head of its part
  const isHead = (row: number): boolean => {
    const [own, next] = [marks[row], marks[row + 1]];
    return own !== undefined && next !== undefined && own.text !== '' && own.kind !== next.kind && (heads(own, next) || comprises(own, next)) && !sumWords.includes(words[row + 1] ?? null);
  };
  const isSum = words.map((word, row) => sumWords.includes(word) && !names.has(row) && (isGiven(rows[row], 'subtotal') || !isHead(row)));
  return {
    table,
    columns,
    figures: figuresOf(columns, cells),
    names: cells.map((row) => labelsOf(table.columns, row).map((label) => label.replaceAll('**', '')).join(' ').replace(/\s+/g, ' ')),
    words,
    marks,
    isSum,
    parent: parentsOf(marks, words.map((word, row) => (isSum[row] ?? false) || word === 'running' || word === 'average')),
    rows: rows.map(() => ({ kind: 'item', counted: true })),
    wrong: [],
    asked: [],
  };
}
