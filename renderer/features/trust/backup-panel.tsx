import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { instantInWords, shortDate } from '../../../shared/domain/dates.ts';
import { sizeText } from '../../../shared/domain/paper-files.ts';
import { JobProgress } from '../../components/job-progress.tsx';
import { Notice } from '../../components/notice.tsx';
import { backupState } from '../../lib/backup-state.ts';
import { useCommands } from '../../lib/commands.ts';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import { BackupFolderField } from './backup-folder-field.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import classes from './trust-screen.module.css';
import { useTrustActs } from './use-trust-acts.ts';

const kinds = { daily: 'Tự động', manual: 'Bấm sao lưu', 'before-restore': 'Trước khi khôi phục', sample: 'Văn phòng mẫu' } as const;

/** Sao lưu: how the last one fared, all there are, a new one, and the way back to any of them. */
export function BackupPanel() {
  const today = useToday();
  const list = useQuery({ ...engineQueries.backup.list.queryOptions(), staleTime: 0 });
  const acts = useTrustActs();
  const [restoring, setRestoring] = useState<string | null>(null);
  const [elsewhere, setElsewhere] = useState('');
  const busy = acts.job.name !== null;
  const create = (): void => {
    if (!busy) acts.create(null);
  };
  useCommands([{ id: 'save', label: 'Sao lưu ngay', shortcut: 'Ctrl+S', run: create }]);

  if (list.isError) {
    return (
      <Notice tone="trouble" title="Chưa xem được các bản sao lưu" action={{ label: 'Thử lại', run: () => void list.refetch() }}>
        {refusalSentence(list.error)}
      </Notice>
    );
  }
  if (!list.data) return <div className={classes.panel} aria-busy />;
  const { rows, folder, restores } = list.data;
  const state = backupState(list.data, today);
  const lastRestore = restores[0];
  return (
    <section className={classes.panel} aria-labelledby="backups">
      <header>
        <h2 id="backups">Sao lưu</h2>
        <Button onClick={create} disabled={busy} rightSection={<kbd className={classes.key}>Ctrl+S</kbd>}>
          Sao lưu ngay
        </Button>
      </header>
      <JobProgress job={acts.job} label="Đang sao lưu" />
      <p className={classes.state} data-tone={state.tone}>
        {state.at === null ? 'Chưa có bản sao lưu nào.' : `Bản tốt gần nhất: lúc ${instantInWords(state.at)} ✓`}
        {state.tone === 'trouble' ? <span>Lần sau đó không sao lưu được: {state.why}</span> : null}
        {state.tone === 'soon' && state.at !== null ? <span>{state.why}</span> : null}
      </p>
      <BackupFolderField key={folder} folder={folder} />
      {rows.length === 0 ? (
        <p className={classes.quiet}>Thư mục này chưa có bản sao lưu nào. Sổ được tự sao lưu mỗi ngày; bấm Sao lưu ngay để có bản đầu tiên.</p>
      ) : (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label="Các bản sao lưu">
          <table>
            <thead>
              <tr>
                <th scope="col">Lúc</th>
                <th scope="col">Loại</th>
                <th scope="col">Cỡ</th>
                <th scope="col">
                  <span className="visually-hidden">Việc</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.path} title={row.path}>
                  <td>
                    {shortDate(row.at.slice(0, 10))} {row.at.slice(11, 16)}
                  </td>
                  <td>
                    {kinds[row.kind]}
                    {row.thisBook ? null : <em> · sổ khác{row.office ? ` (${row.office})` : ''}</em>}
                  </td>
                  <td>{sizeText(row.size)}</td>
                  <td className={classes.acts}>
                    <Button size="compact-xs" variant="default" disabled={busy} aria-label={`Kiểm tra bản ${instantInWords(row.at)}`} onClick={() => acts.verify(row.path)}>
                      Kiểm tra
                    </Button>
                    <Button size="compact-xs" variant="default" disabled={busy} aria-label={`Khôi phục từ bản ${instantInWords(row.at)}`} onClick={() => setRestoring(row.path)}>
                      Khôi phục…
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {lastRestore && !lastRestore.undo ? (
        <p className={classes.restored}>
          Sổ này được khôi phục lúc {instantInWords(lastRestore.at)} ({lastRestore.who}) về như lúc {instantInWords(lastRestore.stateOf)}.
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => acts.undoRestore()}>
            Hoàn tác khôi phục
          </Button>
        </p>
      ) : null}
      <form
        className={classes.folder}
        onSubmit={(event) => {
          event.preventDefault();
          if (elsewhere.trim() !== '') setRestoring(elsewhere.trim());
        }}
      >
        <TextInput label="Bản sao lưu ở nơi khác" placeholder="Đường dẫn của tệp .zip" autoComplete="off" spellCheck={false} value={elsewhere} onChange={(event) => setElsewhere(event.currentTarget.value)} />
        <Button type="button" variant="default" disabled={busy || elsewhere.trim() === ''} onClick={() => acts.verify(elsewhere.trim())}>
          Kiểm tra
        </Button>
        <Button type="submit" variant="default" disabled={busy || elsewhere.trim() === ''}>
          Khôi phục…
        </Button>
      </form>
      {restoring === null ? null : <RestoreDialog key={restoring} path={restoring} onClose={() => setRestoring(null)} />}
    </section>
  );
}
