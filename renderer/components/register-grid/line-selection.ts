import type { GridLine } from './grid-column.ts';

/** A chosen line, with its place in the list when it was chosen. */
export interface ChosenLine<Row> {
  row: Row;
  index: number;
}

/** The chosen lines by id, and the line a stretch is counted from. */
export interface LineSelection<Row> {
  lines: ReadonlyMap<number, ChosenLine<Row>>;
  anchor: number | null;
}

export const nothingChosen = { lines: new Map<number, never>(), anchor: null } as const;

/** Most lines that one act takes. */
export const mostChosen = 20_000;

/** Chooses the line, or lets it go. */
export function toggleLine<Row extends GridLine>(selection: LineSelection<Row>, row: Row, index: number): LineSelection<Row> {
  const lines = new Map(selection.lines);
  if (!lines.delete(row.id)) lines.set(row.id, { row, index });
  return { lines, anchor: index };
}

/** Exactly these lines, which follow each other from `first` on. */
export function chooseStretch<Row extends GridLine>(rows: readonly Row[], first: number, anchor: number): LineSelection<Row> {
  return { lines: new Map(rows.map((row, at) => [row.id, { row, index: first + at }])), anchor };
}

/** The chosen rows in the order of the list. */
export const chosenRows = <Row>(selection: LineSelection<Row>): Row[] => [...selection.lines.values()].sort((one, other) => one.index - other.index).map(({ row }) => row);
