/** One column of a portion: what all its lines say alike stands once. */
export type PortionColumn = { alike: unknown } | { each: readonly unknown[] };

/** Lines of a table column by column, so that hundreds of lines pass between threads as a few lists. */
export type PortionColumns = Readonly<Record<string, PortionColumn>>;

/** What a line says in a column. */
export const saidAt = (column: PortionColumn | undefined, line: number): unknown => (column === undefined ? undefined : 'alike' in column ? column.alike : column.each[line]);

/** A column of these values. */
export const portionColumn = (values: readonly unknown[]): PortionColumn => (values.every((value) => value === values[0]) ? { alike: values[0] } : { each: values });

/** Turns lines, all with the same fields in the same order, into columns. */
export function portionColumns(lines: readonly object[]): PortionColumns {
  const names = Object.keys(lines[0] ?? {});
  const lists: unknown[][] = names.map(() => []);
  for (const line of lines) {
    const said: unknown[] = Object.values(line);
    for (let place = 0; place < said.length; place += 1) lists[place]?.push(said[place]);
  }
  return Object.fromEntries(names.map((name, place) => [name, portionColumn(lists[place] ?? [])]));
}
