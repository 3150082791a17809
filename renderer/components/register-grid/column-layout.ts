import { z } from 'zod';
import type { GridColumn } from './grid-column.ts';

/** What a person has changed of the columns; what is not named stays as it is at first. */
export const ColumnLayout = z.object({
  /** Widths in px. */
  widths: z.record(z.string(), z.number().min(32).max(2000)).default({}),
  /** Ids from the left. */
  order: z.array(z.string()).default([]),
  shown: z.record(z.string(), z.boolean()).default({}),
});
export type ColumnLayout = z.infer<typeof ColumnLayout>;

export const untouchedLayout: ColumnLayout = { widths: {}, order: [], shown: {} };

/** Narrowest a column may be made, px. */
export const leastWidth = 44;

/** Reads what was kept; anything else counts as untouched. */
export function readLayout(kept: string | null): ColumnLayout {
  if (kept === null) return untouchedLayout;
  try {
    const read = ColumnLayout.safeParse(JSON.parse(kept));
    return read.success ? read.data : untouchedLayout;
  } catch {
    // not JSON: written by something else
    return untouchedLayout;
  }
}

/** All columns in the person's order; a column the kept order does not know stands after the one it follows by default. */
export function orderColumns<Row>(columns: readonly GridColumn<Row>[], order: readonly string[]): readonly GridColumn<Row>[] {
  const ordered = order.map((id) => columns.find((column) => column.id === id)).filter((column) => column !== undefined);
  const arranged = [...new Set(ordered)];
  columns.forEach((column, at) => {
    if (arranged.includes(column)) return;
    const before = columns.slice(0, at).findLast((each) => arranged.includes(each));
    arranged.splice(before ? arranged.indexOf(before) + 1 : 0, 0, column);
  });
  return arranged;
}

/** The columns on screen, from the left; never none. In `room` px those that may give way do, unless a person has chosen them; a column made wider makes none go. */
export function shownColumns<Row>(columns: readonly GridColumn<Row>[], layout: ColumnLayout, room = Number.POSITIVE_INFINITY): readonly GridColumn<Row>[] {
  const wanted = orderColumns(columns, layout.order).filter((column) => layout.shown[column.id] ?? !column.atFirstHidden);
  const giving = wanted.filter((column) => column.givesWay !== undefined && layout.shown[column.id] === undefined).sort((one, other) => (one.givesWay ?? 0) - (other.givesWay ?? 0));
  let shown = wanted;
  for (const column of giving) if (columnTracks(shown, untouchedLayout).least > room) shown = shown.filter((each) => each !== column);
  return shown.length > 0 ? shown : columns.slice(0, 1);
}

/** Width of a column, px. */
export const widthOf = <Row>(column: GridColumn<Row>, layout: ColumnLayout): number => layout.widths[column.id] ?? column.width;

/** The tracks of a row for CSS, and the least width of the whole, px; what is left over goes to the growing column, else stays empty. */
export function columnTracks<Row>(columns: readonly GridColumn<Row>[], layout: ColumnLayout): { tracks: string; least: number } {
  const grows = (column: GridColumn<Row>): boolean => column.grows === true && layout.widths[column.id] === undefined;
  const tracks = columns.map((column) => (grows(column) ? `minmax(${column.width}px, 1fr)` : `${widthOf(column, layout)}px`));
  return { tracks: [...tracks, ...(columns.some(grows) ? [] : ['minmax(0, 1fr)'])].join(' '), least: columns.reduce((sum, column) => sum + widthOf(column, layout), 0) };
}

export function resizeColumn(layout: ColumnLayout, id: string, width: number): ColumnLayout {
  return { ...layout, widths: { ...layout.widths, [id]: Math.round(Math.min(2000, Math.max(leastWidth, width))) } };
}

/** Puts one column in the place of another, of those on screen. */
export function moveColumn<Row>(columns: readonly GridColumn<Row>[], layout: ColumnLayout, id: string, toPlaceOf: string): ColumnLayout {
  const order = orderColumns(columns, layout.order).map((column) => column.id);
  const from = order.indexOf(id);
  const to = order.indexOf(toPlaceOf);
  if (from < 0 || to < 0 || from === to) return layout;
  return { ...layout, order: order.toSpliced(from, 1).toSpliced(to, 0, id) };
}

export const showColumn = (layout: ColumnLayout, id: string, shown: boolean): ColumnLayout => ({ ...layout, shown: { ...layout.shown, [id]: shown } });
