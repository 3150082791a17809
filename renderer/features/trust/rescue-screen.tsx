import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { instantInWords } from '../../../shared/domain/dates.ts';
import { sizeText } from '../../../shared/domain/paper-files.ts';
import { commonSeries } from '../../../shared/domain/numbering.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { sayDone } from '../../components/say.tsx';
import { engine } from '../../lib/engine.ts';
import { useGuideDoor } from '../../lib/guide-door.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useJob } from '../../lib/use-job.ts';
import { damageFacts } from './damage-facts.ts';
import classes from './rescue-screen.module.css';
import { restoredInWords } from './use-trust-acts.ts';

interface RescueScreenProps {
  /** The refusal DATA_DAMAGED. */
  error: unknown;
  onRetry: () => void;
}

/** Instead of every other screen when the book is damaged: what happened, what a backup brings back, and the one act. */
export function RescueScreen({ error, onRetry }: RescueScreenProps) {
  const queries = useQueryClient();
  useGuideDoor('rescue');
  const job = useJob();
  const [elsewhere, setElsewhere] = useState('');
  const { newestBackup, lastNumbers } = damageFacts(error);
  const restore = useMutation({
    mutationFn: (path: string) => job.run((name) => engine.backup.restore({ path, job: name })),
    onSuccess: async (restored) => {
      if (restored === null) return sayDone('Đã dừng, chưa đổi gì.');
      await queries.resetQueries();
      sayDone(restoredInWords(restored));
    },
  });
  return (
    <main className={classes.rescue}>
      <div className={classes.card}>
        <h1>Sổ bị hỏng, chưa mở được</h1>
        <p>{refusalSentence(error)}</p>
        {newestBackup ? (
          <>
            <h2>Bản sao lưu gần nhất</h2>
            <dl>
              <div>
                <dt>Lúc</dt>
                <dd>
                  {instantInWords(newestBackup.at)} {newestBackup.checked ? <b className={classes.good}>đã kiểm tra, còn tốt ✓</b> : 'sẽ kiểm tra trước khi khôi phục'}
                </dd>
              </div>
              <div>
                <dt>Tệp</dt>
                <dd className={classes.path}>
                  {newestBackup.path} ({sizeText(newestBackup.size)})
                </dd>
              </div>
              <div>
                <dt>Sẽ mất</dt>
                <dd>
                  Những gì ghi sau {instantInWords(newestBackup.at)}; nhập lại theo sổ giấy.
                  {lastNumbers.map(({ kind, series, year, last }) => (
                    <span key={`${kind}-${series}-${year}`}>
                      Sổ hỏng còn cho biết: {kind === 'incoming' ? 'văn bản đến' : 'văn bản đi'} {series === commonSeries ? '' : `dãy «${series}» `}năm {year} đến số {formatVietnameseNumber(last)}.
                    </span>
                  ))}
                </dd>
              </div>
              <div>
                <dt>Vẫn giữ</dt>
                <dd>Tệp sổ hỏng được giữ riêng, không xóa.</dd>
              </div>
            </dl>
          </>
        ) : null}
        <JobProgress job={job} label="Đang khôi phục" />
        {restore.error ? (
          <p role="alert" className={classes.refused}>
            {refusalSentence(restore.error)}
          </p>
        ) : null}
        <div className={classes.acts}>
          {newestBackup ? (
            <Button autoFocus loading={restore.isPending} onClick={() => restore.mutate(newestBackup.path)}>
              Khôi phục từ bản này
            </Button>
          ) : null}
          <Button variant="default" disabled={restore.isPending} onClick={onRetry}>
            Thử mở lại sổ
          </Button>
        </div>
        <form
          className={classes.elsewhere}
          onSubmit={(event) => {
            event.preventDefault();
            if (elsewhere.trim() !== '') restore.mutate(elsewhere.trim());
          }}
        >
          <TextInput label="Bản sao lưu ở nơi khác" placeholder="Đường dẫn của tệp .zip" autoComplete="off" spellCheck={false} value={elsewhere} onChange={(event) => setElsewhere(event.currentTarget.value)} />
          <Button type="submit" variant="default" disabled={elsewhere.trim() === '' || restore.isPending}>
            Khôi phục từ tệp này
          </Button>
        </form>
      </div>
    </main>
  );
}
