import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { registerChanged } from '../lib/after-change.ts';
import { engine, engineQueries } from '../lib/engine.ts';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import classes from './next-year-offer.module.css';

/** In December, until it is done: one line that opens both books of the coming year. */
export function NextYearOffer() {
  const queries = useQueryClient();
  const years = useQuery(engineQueries.books.years.queryOptions());
  const open = useMutation({
    mutationFn: async (year: number) => {
      for (const kind of ['incoming', 'outgoing'] as const) {
        if (!years.data?.rows.some((row) => row.kind === kind && row.year === year)) await engine.books.open({ kind, year });
      }
    },
    onSuccess: () => registerChanged(queries),
  });
  const offer = years.data?.offer ?? null;
  if (offer === null) return null;
  return (
    <p className={classes.offer} role="note">
      <span>
        {open.error
          ? refusalSentence(open.error)
          : `Sắp sang năm ${offer}: mở sẵn hai sổ năm ${offer} thì ngày đầu năm cấp số ngay, không phải hỏi lại.`}
      </span>
      <Button size="compact-sm" variant="default" loading={open.isPending} onClick={() => open.mutate(offer)}>
        Mở sổ năm {offer}
      </Button>
    </p>
  );
}
