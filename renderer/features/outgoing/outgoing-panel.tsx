import { Button, CloseButton, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { shortDate, weekdayOf } from '../../../shared/domain/dates.ts';
import { CancelLetterDialog } from '../../components/cancel-letter-dialog.tsx';
import { HistoryList } from '../../components/history-list.tsx';
import { LetterFileButtons } from '../../components/letter-file-buttons.tsx';
import { Notice } from '../../components/notice.tsx';
import { sayDone, sayRefused } from '../../components/say.tsx';
import { StatusSign } from '../../components/status-sign.tsx';
import { outgoingChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import classes from './outgoing-panel.module.css';

/** The open line of the list: details, files, history, and what can be done with it. */
export function OutgoingPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const letter = useQuery(engineQueries.outgoing.get.queryOptions({ input: { id } }));
  return (
    <aside
      className={classes.panel}
      aria-label="Chi tiết văn bản"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={classes.head}>
        <h2>{letter.data ? (letter.data.code ?? `…/${letter.data.codeNotation}`) : ' '}</h2>
        {letter.data ? <StatusSign status={letter.data.status} /> : null}
        <CloseButton aria-label="Đóng ngăn chi tiết (Esc)" ml="auto" onClick={onClose} />
      </div>
      {letter.isPending ? (
        <div className={classes.body} aria-busy>
          <Skeleton height={16} mb={10} />
          <Skeleton height={16} width="70%" />
        </div>
      ) : null}
      {letter.isError ? (
        <Notice tone="trouble" title="Chưa mở được văn bản này" action={{ label: 'Thử lại', run: () => void letter.refetch() }}>
          {refusalSentence(letter.error)}
        </Notice>
      ) : null}
      {letter.data ? <LetterDetails letter={letter.data} /> : null}
    </aside>
  );
}

function LetterDetails({ letter }: { letter: Outgoing }) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [cancelling, setCancelling] = useState(false);
  const restore = useMutation({
    mutationFn: () => engine.outgoing.restore({ id: letter.id }),
    onSuccess: async () => {
      await outgoingChanged(queries);
      sayDone(letter.code ? `Đã lấy lại số ${letter.code}.` : 'Đã lấy lại dự thảo.');
    },
    onError: sayRefused,
  });
  const reason = letter.history.findLast((entry) => entry.act === 'cancel')?.reason;
  const signer = [letter.signer.competence?.replaceAll('\n', ' / '), letter.signer.position].filter(Boolean).join(' / ');
  return (
    <div className={classes.body}>
      {letter.status === 'cancelled' && reason ? <p className={classes.cancelled}>Đã hủy: {reason}</p> : null}
      <p className={classes.subject}>{letter.subject || 'Chưa có trích yếu'}</p>
      <dl className={classes.facts}>
        <Fact name="Loại">{letter.typeName}</Fact>
        <Fact name="Ngày">{letter.issuedDate ? `${shortDate(letter.issuedDate)}, ${weekdayOf(letter.issuedDate)}` : 'để trống đến khi cấp số'}</Fact>
        {letter.nextCode && letter.status === 'draft' ? <Fact name="Sẽ cấp số">{letter.nextCode}</Fact> : null}
        <Fact name="Kính gửi">{letter.addressees.join('; ') || '—'}</Fact>
        <Fact name="Người ký">
          {letter.signer.fullName ?? '—'}
          {signer ? <small>{signer}</small> : null}
        </Fact>
        <Fact name="Phụ lục">{letter.appendices.length === 0 ? 'không có' : letter.appendices.map((appendix) => appendix.title).join('; ')}</Fact>
      </dl>
      <div className={classes.acts}>
        <Button variant={letter.status === 'draft' ? 'filled' : 'default'} onClick={() => void navigate(`/soan-thao/${letter.id}`)} rightSection={<kbd className={classes.key}>F2</kbd>}>
          {letter.status === 'draft' ? 'Soạn tiếp' : 'Xem trang giấy'}
        </Button>
        {letter.status === 'cancelled' ? (
          <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
            {letter.code ? 'Lấy lại số' : 'Lấy lại dự thảo'}
          </Button>
        ) : (
          <Button variant="default" color="seal" className={classes.danger ?? ''} onClick={() => setCancelling(true)}>
            {letter.code ? 'Hủy số…' : 'Hủy dự thảo…'}
          </Button>
        )}
      </div>
      <h3>Tệp</h3>
      <LetterFileButtons id={letter.id} appendices={letter.appendices.map((appendix) => appendix.title)} size="xs" />
      <h3>Lịch sử</h3>
      <HistoryList history={letter.history} />
      <CancelLetterDialog letter={letter} opened={cancelling} onClose={() => setCancelling(false)} />
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
