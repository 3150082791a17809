import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import type { LetterForm, Office } from '../../../shared/letter/office.ts';
import { CancelLetterDialog } from '../../components/cancel-letter-dialog.tsx';
import { HistoryList } from '../../components/history-list.tsx';
import { LetterFileButtons } from '../../components/letter-file-buttons.tsx';
import { PaperPreview } from '../../components/paper-preview.tsx';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { Screen } from '../../components/screen.tsx';
import { StatusSign } from '../../components/status-sign.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { useCommands } from '../../lib/commands.ts';
import { engine } from '../../lib/engine.ts';
import { forgetLetter } from '../../lib/last-letter.ts';
import { host } from '../../lib/host.ts';
import classes from './issued-letter.module.css';
import { JustIssuedDialog, type JustIssued } from './just-issued.tsx';
import { letterOf } from './letter-of.ts';
import { usePages } from '../../lib/use-pages.ts';

interface IssuedLetterProps {
  letter: Outgoing;
  office: Office;
  form: LetterForm;
  justIssued: JustIssued | null;
  onSeen: () => void;
}

/** A letter that has its number, or is cancelled: read, printed, saved; never changed. */
export function IssuedLetter({ letter, office, form, justIssued, onSeen }: IssuedLetterProps) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [cancelling, setCancelling] = useState(false);
  const [content] = useState(() => letterOf(letter));
  const pages = usePages(content, office, form, letter.codeNumber);
  const about = useRef<HTMLDivElement>(null);
  const cancelled = letter.status === 'cancelled';
  const name = letter.code ? `số ${letter.code}` : 'dự thảo';
  const reason = letter.history.findLast((entry) => entry.act === 'cancel')?.reason;

  const copy = useMutation({
    mutationFn: () => engine.outgoing.draft({ ...content, issuedDate: null, incomplete: true }),
    onSuccess: async ({ id }) => {
      await registerChanged(queries);
      void navigate(`/soan-thao/${id}`);
    },
    onError: sayRefused,
  });
  const restore = useMutation({
    mutationFn: () => engine.outgoing.restore({ id: letter.id }),
    onSuccess: async ({ notices = [] }) => {
      await registerChanged(queries);
      sayDone([`Đã lấy lại ${name}.`, ...notices].join(' '));
    },
    onError: sayRefused,
  });
  const print = (): void => void host.print().catch(sayRefused);
  useCommands([
    { id: 'print', label: 'In trang giấy', shortcut: 'Ctrl+P', run: print },
    { id: 'copy', label: 'Soạn bản mới từ văn bản này', run: () => copy.mutate() },
    ...(cancelled ? [] : [{ id: 'cancel', label: `Hủy ${name}`, run: () => setCancelling(true) }]),
  ]);

  return (
    <Screen title={letter.code ?? 'Dự thảo đã hủy'} beside={<StatusSign status={letter.status} />} status={letter.subject}>
      <div className={classes.split}>
        <div className={classes.about} ref={about} tabIndex={-1}>
          {cancelled ? <p className={classes.cancelled}>{reason ? `Đã hủy: ${reason}` : letter.code ? 'Đã hủy' : 'Dự thảo đã bỏ'}</p> : null}
          <p className={classes.subject}>{letter.subject}</p>
          {letter.issuedDate ? (
            <p className={classes.quiet}>
              {weekdayOf(letter.issuedDate)} {shortDate(letter.issuedDate)}
              {letter.signer.fullName ? ` · ${letter.signer.fullName} ký` : ''}
            </p>
          ) : null}
          <h2>Tệp</h2>
          <LetterFileButtons id={letter.id} appendices={letter.appendices.map((appendix) => appendix.title)} onPrint={print} />
          <h2>Muốn thay đổi</h2>
          <p className={classes.quiet}>
            {cancelled
              ? letter.code
                ? 'Số đã hủy vẫn đứng trong sổ và không cấp lại. Có thể lấy lại số này, hoặc soạn bản mới.'
                : 'Dự thảo không còn trên bàn soạn thảo. Có thể lấy lại để soạn tiếp, hoặc soạn bản mới.'
              : 'Văn bản đã cấp số nên chữ và ngày không sửa được nữa. Nếu sai, hủy số với lý do rồi soạn văn bản thay thế.'}
          </p>
          <div className={classes.acts}>
            <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate()}>
              Soạn bản mới từ văn bản này
            </Button>
            {cancelled ? (
              <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
                {letter.code ? 'Lấy lại số' : 'Lấy lại dự thảo'}
              </Button>
            ) : (
              <Button variant="default" className={classes.danger ?? ''} onClick={() => setCancelling(true)}>
                Hủy số…
              </Button>
            )}
          </div>
          <h2>Lịch sử</h2>
          <HistoryList history={letter.history} />
        </div>
        <PaperPreview pages={pages} />
      </div>
      <CancelLetterDialog letter={letter} opened={cancelling} onClose={() => setCancelling(false)} />
      {justIssued ? (
        <JustIssuedDialog
          id={letter.id}
          issued={justIssued}
          appendices={letter.appendices.map((appendix) => appendix.title)}
          onClose={() => {
            forgetLetter();
            onSeen();
            about.current?.focus();
          }}
        />
      ) : null}
    </Screen>
  );
}
