import { z } from 'zod';
import type { ListWanted } from './list-address.ts';

/** A view a person has named. */
export interface OwnView {
  name: string;
  wanted: ListWanted;
  /** Its place among the others. */
  place: number;
}

const Content = z.object({ view: z.string().nullable().catch(null), year: z.number().nullable().catch(null), text: z.string().catch(''), sort: z.object({ by: z.string(), order: z.enum(['asc', 'desc']) }).optional().catch(undefined), filters: z.record(z.string(), z.string()).catch({}), place: z.number().catch(Number.MAX_SAFE_INTEGER) });

/** The views as they were kept, in their order. */
export const readOwnViews = (rows: readonly { name: string; content: Record<string, unknown> }[]): OwnView[] =>
  rows
    .map(({ name, content }) => {
      const { place, ...wanted } = Content.parse(content);
      return { name, wanted, place };
    })
    .sort((one, other) => one.place - other.place || one.name.localeCompare(other.name, 'vi'));

/** A view as it is kept. */
export const contentOf = ({ wanted, place }: OwnView): Record<string, unknown> => ({ ...wanted, place });

/** The views with one moved by so many places; each takes the number of the place it stands in. */
export function moveView(views: readonly OwnView[], name: string, by: -1 | 1): OwnView[] {
  const from = views.findIndex((view) => view.name === name);
  const view = views[from];
  const to = from + by;
  const moved = view && to >= 0 && to < views.length ? views.toSpliced(from, 1).toSpliced(to, 0, view) : [...views];
  return moved.map((each, place) => ({ ...each, place }));
}
