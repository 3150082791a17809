import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instantInWords } from '../../../shared/domain/dates.ts';
import { foldVietnamese, oneLine } from '../../../shared/domain/vietnamese-text.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { sayDone } from '../../components/say.tsx';
import { engine, engineQueries } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useJob } from '../../lib/use-job.ts';
import { countsInWords } from './book-words.ts';
import classes from './restore-dialog.module.css';
import { restoredInWords, useTrustActs } from './use-trust-acts.ts';

const word = 'khôi phục';

/** Before a restore: the archive is checked, what would change is said, and the word is typed. */
export function RestoreDialog({ path, onClose }: { path: string; onClose: () => void }) {
  useKeyboardBack();
  const [typed, setTyped] = useState('');
  const reader = useJob();
  const archive = useQuery({ queryKey: ['archive', path], queryFn: () => reader.run((job) => engine.backup.verify({ path, job })), staleTime: Infinity, gcTime: 0, retry: false });
  // the book of this very moment: scripts and other windows write into it too
  const incoming = useQuery({ ...engineQueries.incoming.views.queryOptions({ input: {} }), staleTime: 0 });
  const outgoing = useQuery({ ...engineQueries.outgoing.list.queryOptions({ input: { limit: 1 } }), staleTime: 0 });
  const acts = useTrustActs();
  const restore = useMutation({
    mutationFn: () => acts.restore(path),
    onSuccess: (restored) => {
      onClose();
      sayDone(restored === null ? 'Đã dừng, sổ vẫn như trước.' : restoredInWords(restored), restored === null ? undefined : { label: 'Hoàn tác khôi phục', run: () => acts.undoRestore() });
    },
  });
  const confirmed = foldVietnamese(oneLine(typed)) === foldVietnamese(word);
  const now = incoming.data && outgoing.data ? { incoming: incoming.data.all, outgoing: outgoing.data.total } : null;
  const then = archive.data;
  const lost = now && then ? [fewer(now.incoming, then.counts.incoming, 'văn bản đến'), fewer(now.outgoing, then.counts.outgoing, 'văn bản đi')].filter((part) => part !== null) : [];
  const failure = restore.error ?? archive.error;

  return (
    <Modal opened onClose={onClose} title="Khôi phục từ bản sao lưu" size="lg" closeOnClickOutside={false}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (confirmed && then && !restore.isPending) restore.mutate();
        }}
      >
        <p className={classes.path}>{path}</p>
        <JobProgress job={reader} label="Đang kiểm tra bản sao lưu" />
        <JobProgress job={acts.job} label="Đang khôi phục" />
        {then ? (
          <dl className={classes.facts}>
            <div>
              <dt>Bản này</dt>
              <dd>
                lúc {instantInWords(then.at)}
                {then.office ? ` · ${then.office}` : ''}
                <br />
                {countsInWords(then.counts)}, {formatVietnameseNumber(then.files.amount)} tệp
              </dd>
            </div>
            {now ? (
              <div>
                <dt>Sổ hiện nay</dt>
                <dd>{countsInWords(now)}</dd>
              </div>
            ) : null}
            <div>
              <dt>Sẽ đổi</dt>
              <dd>
                Sổ trở về như lúc {instantInWords(then.at)}; những gì ghi sau lúc ấy không còn trong sổ{lost.length > 0 ? ` (ít hơn ${lost.join(', ')})` : ''}.
              </dd>
            </div>
            <div>
              <dt>Vẫn còn</dt>
              <dd>Sổ hiện nay được sao lưu riêng trước khi thay, nên lần khôi phục này hoàn tác được.</dd>
            </div>
            {then.notices.map((notice) => (
              <div key={notice}>
                <dt>Lưu ý</dt>
                <dd>{notice}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {failure ? (
          <p role="alert" className={classes.refused}>
            {refusalSentence(failure)}
          </p>
        ) : null}
        {archive.isSuccess && then === null ? <p className={classes.refused}>Đã dừng kiểm tra; chưa kiểm tra xong thì chưa khôi phục được.</p> : null}
        <TextInput data-autofocus label={`Gõ «${word}» để xác nhận`} autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} disabled={restore.isPending}>
            Giữ sổ hiện nay
          </Button>
          <Button type="submit" color="seal" disabled={!confirmed || !then} loading={restore.isPending}>
            Khôi phục
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

const fewer = (now: number, then: number | undefined, what: string): string | null => (now > (then ?? 0) ? `${formatVietnameseNumber(now - (then ?? 0))} ${what}` : null);
