import { useMutation, useQueryClient } from '@tanstack/react-query';
import { instantInWords } from '../../../shared/domain/dates.ts';
import { sizeText } from '../../../shared/domain/paper-files.ts';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { forgetLastAct } from '../../lib/last-act.ts';
import { useJob, type Job } from '../../lib/use-job.ts';
import { countsInWords } from './book-words.ts';

/** What `backup.restore` answers. */
export type Restored = Awaited<ReturnType<typeof engine.backup.restore>>;

/** What was done, and what else there is to know, as one text. */
export const restoredInWords = ({ at, after, notices }: Restored): string => [`Sổ đã trở về lúc ${instantInWords(at)}: ${countsInWords(after)}.`, ...notices].join(' ');

/** Backups made, checked and put back; one long job at a time. */
export function useTrustActs(): { job: Job; create: (to: string | null) => void; verify: (path: string) => void; restore: (path: string) => Promise<Restored | null>; undoRestore: () => void } {
  const queries = useQueryClient();
  const job = useJob();
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: engineQueries.backup.key() });
  const bookReplaced = (): Promise<void> => {
    // the ids of its acts are those of another book
    forgetLastAct();
    return queries.invalidateQueries();
  };
  const create = useMutation({
    mutationFn: (to: string | null) => job.run((name) => engine.backup.create({ ...(to === null ? {} : { to }), job: name })),
    onSuccess: (made) => sayDone(made === null ? 'Đã dừng, không giữ bản sao lưu dở.' : [`Đã sao lưu và kiểm tra lại: ${countsInWords(made.counts)}, ${sizeText(made.size)}.`, ...made.notices].join(' ')),
    onError: sayRefused,
    onSettled: changed,
  });
  const verify = useMutation({
    mutationFn: (path: string) => job.run((name) => engine.backup.verify({ path, job: name })),
    onSuccess: (good) => sayDone(good === null ? 'Đã dừng kiểm tra.' : [`Bản sao lưu lúc ${instantInWords(good.at)} còn tốt: ${countsInWords(good.counts)}.`, ...good.notices].join(' ')),
    onError: sayRefused,
  });
  const undo = useMutation({
    mutationFn: () => job.run((name) => engine.backup.undoRestore({ job: name })),
    onSuccess: async (restored) => {
      await bookReplaced();
      sayDone(restored === null ? 'Đã dừng, sổ vẫn như trước.' : `Đã hoàn tác lần khôi phục. ${restoredInWords(restored)}`);
    },
    onError: sayRefused,
  });
  const restore = async (path: string): Promise<Restored | null> => {
    const restored = await job.run((name) => engine.backup.restore({ path, job: name }));
    await bookReplaced();
    return restored;
  };
  return { job, create: create.mutate, verify: verify.mutate, restore, undoRestore: undo.mutate };
}
