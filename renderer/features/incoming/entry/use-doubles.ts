import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Double } from '../../../../shared/contract/incoming.ts';
import type { Paper } from '../../../components/entry/waiting-papers.ts';
import { engine, engineQueries } from '../../../lib/engine.ts';

interface Looked {
  organName: string;
  code: string | null;
  issuedDate: string | null;
  arrivalDate: string | null;
}

/** Wait after the last keystroke before the book is asked, ms. */
const patience = 200;

/** What the book says of the entry while it is typed: its future number, lines that look the same, lines with the same file. */
export function useDoubles(looked: Looked, papers: readonly Paper[], id?: number): { nextNumber: number | null; byCode: readonly Double[]; byFile: readonly Double[] } {
  const present = JSON.stringify(looked);
  const [asked] = useDebouncedValue(present, patience);
  const input = { ...(JSON.parse(asked) as Looked), ...(id === undefined ? {} : { id }) };
  const check = useQuery({ ...engineQueries.incoming.check.queryOptions({ input }), placeholderData: keepPreviousData, staleTime: 0 });
  const files = useQuery({
    // the bytes are sent once for the files on the form, not with every keystroke
    queryKey: [...engineQueries.incoming.check.key(), 'files', id ?? null, ...papers.map(({ key }) => key)],
    queryFn: () => engine.incoming.check({ files: papers.map(({ file }) => file), ...(id === undefined ? {} : { id }) }),
    enabled: papers.length > 0,
  });
  // what was found for another code must not stand beside this one
  const byCode = (asked === present ? (check.data?.duplicates ?? []) : []).filter(({ because }) => because === 'code');
  const byFile = papers.length === 0 ? [] : (files.data?.duplicates ?? []).filter(({ because }) => because === 'file');
  return { nextNumber: check.data?.nextNumber ?? null, byCode, byFile };
}
