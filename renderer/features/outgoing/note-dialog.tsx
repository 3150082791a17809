import { Text, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { ActDialog } from '../../components/act-dialog.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { engine } from '../../lib/engine.ts';
import { useToday } from '../../lib/use-today.ts';

/** What may be written beside a numbered line: day of sending, receipt, note. */
export function NoteDialog({ line, onClose }: { line: Outgoing; onClose: () => void }) {
  const today = useToday();
  const [typedDay, setTypedDay] = useState(line.sentDate ? shortDate(line.sentDate) : '');
  const [receipt, setReceipt] = useState(line.receipt ?? '');
  const [note, setNote] = useState(line.note ?? '');
  const day = typedDay.trim() === '' ? null : readDay(typedDay, { today });
  const unread = typedDay.trim() !== '' && day === null;
  const wanted = unread ? null : { sentDate: day, receipt: receipt.trim() || null, note: note.trim() || null };
  const same = wanted !== null && wanted.sentDate === line.sentDate && wanted.receipt === line.receipt && wanted.note === line.note;
  return (
    <ActDialog
      book="outgoing"
      amount={1}
      title={() => `Ghi bên số ${line.code ?? ''}`}
      button="Ghi"
      wanted={same ? null : wanted}
      // writing beside one line needs no counting beforehand
      call={(what, preview) => (preview ? Promise.resolve({ changed: 1, kept: 0, act: null, notices: [] }) : engine.outgoing.note({ id: line.id, ...what }))}
      done={() => `Đã ghi bên số ${line.code ?? ''}`}
      onClose={onClose}
      onDone={() => undefined}
    >
      <Text size="sm" c="dimmed">
        Số, ngày, trích yếu đã vào sổ thì không sửa được: sai thì hủy số này, ghi lý do rồi vào sổ lại; văn bản đã gửi đi thì đính chính.
      </Text>
      <Textarea label="Ghi chú" autosize minRows={2} maxRows={8} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <DayEntry label="Ngày chuyển" field="sentDate" value={typedDay} onChange={setTypedDay} reading={{ today }} />
      <TextInput label="Ký nhận" value={receipt} onChange={(event) => setReceipt(event.currentTarget.value)} />
    </ActDialog>
  );
}
