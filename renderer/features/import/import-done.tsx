import { Button, Group } from '@mantine/core';
import { useNavigate } from 'react-router';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { Screen } from '../../components/screen.tsx';
import classes from './import-done.module.css';
import { ProblemList, type OldBookProblem } from './problem-list.tsx';
import { useUndoImport } from './use-undo-import.ts';

/** What came of entering an old book. */
export interface ImportResult {
  imported: number;
  skipped: number;
  batch: number | null;
  problems: readonly OldBookProblem[];
  moreProblems: number;
  book: 'incoming' | 'outgoing';
  fileName: string;
}

/** After entering: how many lines came in, what was left out, and the way back for all of them at once. */
export function ImportDone({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const navigate = useNavigate();
  const { undo, job } = useUndoImport();
  const place = result.book === 'incoming' ? { name: 'Văn bản đến', path: '/van-ban-den' } : { name: 'Văn bản đi', path: '/van-ban-di' };
  const { batch } = result;
  return (
    <Screen title="Nhập sổ cũ" status={result.fileName}>
      <JobProgress job={job} label="Đang hoàn tác lần nhập" />
      <div className={classes.done}>
        <div role="status">
          <h2>{result.imported > 0 ? `Đã nhập ${formatVietnameseNumber(result.imported)} dòng` : 'Không có dòng nào mới'}</h2>
        </div>
        <p>
          {result.imported > 0 ? `từ «${result.fileName}», số giữ nguyên như sổ cũ.` : `«${result.fileName}» không có dòng nào chưa có trong sổ.`}
          {result.skipped > 0 ? ` ${formatVietnameseNumber(result.skipped)} dòng không nhập vì đã có trong sổ hoặc không đọc được.` : ''}
        </p>
        <Group gap="xs">
          <Button onClick={() => void navigate(place.path)}>Mở {place.name}</Button>
          <Button variant="default" onClick={onAgain}>
            Nhập tệp khác
          </Button>
          {batch === null ? null : (
            <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(batch, { onSuccess: (removed) => removed && onAgain() })}>
              Hoàn tác cả lần nhập
            </Button>
          )}
        </Group>
        {result.problems.length > 0 ? (
          <section className={classes.problems} aria-label="Những chỗ đã gặp">
            <ProblemList problems={result.problems} more={result.moreProblems} />
          </section>
        ) : null}
      </div>
    </Screen>
  );
}
