import type { Columns, Paragraph, Rule, Table, TableCell } from './layout-model.ts';
import { makeParagraph } from './make-paragraph.ts';
import { black, lower, setParagraph, setRule, type Marks } from './set-lines.ts';
import { mmPerPt } from './text-width.ts';

/** A row of cells set in its columns; the marks are measured from the row's top. */
export interface SetRow extends Marks {
  heightMm: number;
  /** Cells whose lines run on the row's edges, or none. */
  cells: { source: string; xMm: number; widthMm: number; thicknessPt: number }[];
}

/** Blocks one below the other in a column. */
export function setStack(blocks: readonly (Paragraph | Rule)[], xMm: number, widthMm: number): Marks & { heightMm: number } {
  const marks: Marks & { heightMm: number } = { lines: [], rules: [], boxes: [], heightMm: 0 };
  for (const block of blocks) {
    const set = block.kind === 'rule' ? setRule(block, xMm, widthMm) : setParagraph(block, xMm, widthMm);
    const top = marks.heightMm + set.beforeMm;
    for (const line of set.lines) {
      lower(line, top);
      marks.lines.push(line);
    }
    for (const rule of set.rules) marks.rules.push({ ...rule, yMm: rule.yMm + top });
    for (const box of set.boxes) marks.boxes.push({ ...box, yMm: box.yMm + top });
    marks.heightMm = top + set.heightMm + set.afterMm;
  }
  return marks;
}

/** One row of cells without lines. */
export function setColumnsRow(columns: Columns, row: readonly (Paragraph | Rule)[][], leftMm: number): SetRow {
  let x = leftMm;
  const stacks = row.map((cell, at) => {
    const width = columns.widthsMm[at] ?? 0;
    const stack = setStack(cell, x, width);
    x += width;
    return stack;
  });
  return {
    heightMm: Math.max(0, ...stacks.map((stack) => stack.heightMm)),
    lines: stacks.flatMap((stack) => stack.lines),
    rules: stacks.flatMap((stack) => stack.rules),
    boxes: stacks.flatMap((stack) => stack.boxes),
    cells: [],
  };
}

/** One row of a ruled table; texts stand in the middle of its height. */
export function setTableRow(table: Table, row: readonly TableCell[], leftMm: number): SetRow {
  const spaceMm = table.cellSpacePt * mmPerPt;
  const cells: SetRow['cells'] = [];
  let x = leftMm;
  let highest = 0;
  const texts = row.map((cell, at) => {
    const width = table.widthsMm[at] ?? 0;
    cells.push({ source: cell.source, xMm: x, widthMm: width, thicknessPt: table.lineThicknessPt });
    const set = setParagraph(makeParagraph(cell.source, cell.align, cell.runs), x + table.paddingMm, width - 2 * table.paddingMm);
    x += width;
    if (set.heightMm > highest) highest = set.heightMm;
    return set;
  });
  const heightMm = highest + 2 * spaceMm + table.lineThicknessPt * mmPerPt;
  const lines = texts.flatMap((set) => {
    for (const line of set.lines) lower(line, (heightMm - set.heightMm) / 2);
    return set.lines;
  });
  return { heightMm, lines, rules: [], boxes: [], cells };
}

/** The boxes of a row's cells over a stretch of its height. */
export const cellBoxes = (row: SetRow, yMm: number, heightMm: number): Marks['boxes'] => row.cells.map((cell) => ({ ...cell, yMm, heightMm, color: black }));
