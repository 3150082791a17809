import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { engine, engineQueries } from '../../lib/engine.ts';
import { sayDone, sayRefused } from '../say.tsx';
import type { ListWanted } from './list-address.ts';
import { contentOf, moveView, readOwnViews, type OwnView } from './own-view.ts';

export interface OwnViews {
  views: readonly OwnView[];
  /** Keeps what is shown under a name; one of the same name now shows this. */
  keep: (name: string, wanted: ListWanted) => Promise<boolean>;
  rename: (from: OwnView, to: string) => Promise<boolean>;
  move: (name: string, by: -1 | 1) => void;
  remove: (view: OwnView) => void;
}

/** The person's own views of a list, kept in the data folder. */
export function useOwnViews(kind: 'incoming-view' | 'outgoing-view'): OwnViews {
  const queries = useQueryClient();
  const kept = useQuery(engineQueries.saved.list.queryOptions({ input: { kind } }));
  const views = readOwnViews(kept.data?.rows ?? []);
  const put = (view: OwnView): Promise<unknown> => engine.saved.put({ kind, name: view.name, content: contentOf(view) });
  const change = useMutation({ mutationFn: (work: () => Promise<unknown>) => work(), onError: sayRefused, onSettled: () => queries.invalidateQueries({ queryKey: engineQueries.saved.key() }) });
  const done = (work: () => Promise<unknown>): Promise<boolean> =>
    change.mutateAsync(work).then(
      () => true,
      () => false,
    );
  return {
    views,
    keep: (name, wanted) => done(() => put({ name, wanted, place: views.find((view) => view.name === name)?.place ?? views.length })),
    rename: (from, to) =>
      done(async () => {
        if (to === from.name) return;
        await put({ ...from, name: to });
        await engine.saved.remove({ kind, name: from.name });
      }),
    move: (name, by) =>
      void done(async () => {
        const moved = moveView(views, name, by);
        for (const view of moved) if (view.place !== views.find((each) => each.name === view.name)?.place) await put(view);
      }),
    remove: (view) =>
      void done(() => engine.saved.remove({ kind, name: view.name })).then((removed) => {
        if (removed) sayDone(`Đã bỏ cách xem «${view.name}».`, { label: 'Lấy lại', run: () => void done(() => put(view)) });
      }),
  };
}
