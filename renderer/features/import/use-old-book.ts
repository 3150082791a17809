import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { engine } from '../../lib/engine.ts';
import { useJob } from '../../lib/use-job.ts';
import { readingInput, type OldBookReading } from './old-book.ts';

const numbers = new WeakMap<File, number>();
let taken = 0;

/** Files are told apart by themselves: two may bear one name. */
function numberOf(file: File): number {
  const known = numbers.get(file) ?? (taken += 1);
  numbers.set(file, known);
  return known;
}

/** What would come in of a file read in this way; a reading that is overtaken by the next is stopped. */
export function useOldBook(file: File, reading: OldBookReading) {
  const job = useJob();
  const preview = useQuery({
    queryKey: ['old-book', numberOf(file), reading],
    queryFn: ({ signal }) =>
      job.run((name) => {
        signal.addEventListener('abort', () => void engine.jobs.cancel({ job: name }).catch(() => undefined));
        return engine.import.preview({ ...readingInput(reading), file, job: name }, { signal });
      }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  return { preview, job };
}

/** What `import.preview` answers. */
export type OldBook = Awaited<ReturnType<typeof engine.import.preview>>;
