/**
 * A row whose cells have been broken into lines, taken apart where it goes on over a page: lines `from` up to but not `to`
 * of every cell, one under another. Nothing is lost and nothing stands twice.
 */
export const rowPart = (cells: readonly (readonly string[])[], from: number, to: number): string[] => cells.map((lines) => lines.slice(from, to).join('\n'));

/** The lines a row takes: those of its longest cell, at least one. */
export const linesInRow = (cells: readonly (readonly string[])[]): number => cells.reduce((longest, lines) => Math.max(longest, lines.length), 1);
