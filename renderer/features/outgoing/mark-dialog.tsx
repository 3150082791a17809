import { TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { ActDialog } from '../../components/act-dialog.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { FindOutgoing, type NamedOutgoing } from '../../components/find-outgoing.tsx';
import { engine } from '../../lib/engine.ts';
import { useToday } from '../../lib/use-today.ts';

/** What may be marked on numbered lines. */
export type Mark = 'sent' | 'corrected' | 'replaced' | 'recalled';

interface MarkDialogProps {
  mark: Mark;
  ids: readonly number[];
  onClose: () => void;
  onDone: () => void;
}

type Wanted = Omit<Parameters<typeof engine.outgoing.mark>[0], 'ids' | 'preview' | 'job'>;

const words: Record<Mark, { title: string; button: string; done: string }> = {
  sent: { title: 'Ghi đã gửi', button: 'Đã gửi', done: 'Đã ghi gửi' },
  corrected: { title: 'Đính chính', button: 'Ghi đính chính', done: 'Đã ghi đính chính' },
  replaced: { title: 'Thay thế', button: 'Ghi thay thế', done: 'Đã ghi thay thế' },
  recalled: { title: 'Thu hồi', button: 'Ghi thu hồi', done: 'Đã ghi thu hồi' },
};

/** Gửi, đính chính, thay thế, thu hồi: the line stays in the book with its link, day and reason. */
export function MarkDialog({ mark, ids, onClose, onDone }: MarkDialogProps) {
  const today = useToday();
  const [typedDay, setTypedDay] = useState(shortDate(today));
  const [receipt, setReceipt] = useState('');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState<NamedOutgoing | null>(null);
  const day = readDay(typedDay, { today });
  const linked = mark === 'corrected' || mark === 'replaced';
  const why = reason.trim();
  const wanted = ((): Wanted | null => {
    if (mark === 'sent') return day ? { status: mark, sentDate: day, ...(receipt.trim() && { receipt: receipt.trim() }) } : null;
    if (why === '' || (linked && by === null)) return null;
    return { status: mark, reason: why, ...(linked && by && { by: by.id }) };
  })();
  const { title, button, done } = words[mark];
  return (
    <ActDialog
      book="outgoing"
      amount={ids.length}
      title={(lines) => `${title} ${lines}`}
      button={button}
      wanted={wanted}
      call={(what, preview, { signal, job }) => engine.outgoing.mark({ ...what, ids: [...ids], preview, ...(job && { job }) }, signal ? { signal } : {})}
      done={(changed) => `${done} ${changed}${mark === 'sent' && day ? ` ngày ${shortDate(day)}` : ''}${by?.code ? ` bằng ${by.code}` : ''}`}
      onClose={onClose}
      onDone={onDone}
    >
      {mark === 'sent' ? (
        <>
          <DayEntry label="Ngày chuyển" field="sentDate" value={typedDay} onChange={setTypedDay} reading={{ today }} />
          <TextInput label="Ký nhận" value={receipt} onChange={(event) => setReceipt(event.currentTarget.value)} />
        </>
      ) : null}
      {linked ? <FindOutgoing label={mark === 'corrected' ? 'Công văn đính chính' : 'Văn bản thay thế'} value={by} onChange={setBy} except={ids} /> : null}
      {mark === 'sent' ? null : <Textarea label="Lý do" autosize minRows={2} maxRows={6} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
    </ActDialog>
  );
}
