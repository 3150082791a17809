import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { engine } from '../../lib/engine.ts';
import { useJob } from '../../lib/use-job.ts';

/** Takes a whole import out of the book again, and says how many lines went. */
export function useUndoImport() {
  const queries = useQueryClient();
  const job = useJob();
  const undo = useMutation({
    mutationFn: (batch: number) => job.run((name) => engine.import.undo({ batch, job: name })),
    onSuccess: async (result) => {
      await queries.invalidateQueries();
      sayDone(result === null ? 'Đã dừng. Lần nhập vẫn còn nguyên trong sổ.' : `Đã hoàn tác lần nhập, ${formatVietnameseNumber(result.removed)} dòng ra khỏi sổ.`);
    },
    onError: sayRefused,
  });
  return { undo, job };
}
