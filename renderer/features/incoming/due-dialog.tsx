import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { useToday } from '../../lib/use-today.ts';
import { ChangeDialog } from './change-dialog.tsx';

/** Đặt hạn: the day by which it is to be settled; and whether an answer is wanted. */
export function DueDialog({ rows, onClose, onDone }: { rows: readonly IncomingRow[]; onClose: () => void; onDone: () => void }) {
  const today = useToday();
  const only = rows.length === 1 ? rows[0] : undefined;
  const [typed, setTyped] = useState(only?.dueDate ? shortDate(only.dueDate) : '');
  const [none, setNone] = useState(false);
  const [reply, setReply] = useState(only?.needsReply ?? false);
  const day = readDay(typed, { today, leaning: 'future' });
  const due = none ? { dueDate: null } : day ? { dueDate: day } : null;
  const set = due === null && !(only && reply !== only.needsReply) ? null : { ...due, ...(only ? { needsReply: reply } : reply ? { needsReply: true } : {}) };
  return (
    <ChangeDialog ids={rows.map(({ id }) => id)} title={(lines) => `Đặt hạn cho ${lines}`} button="Đặt hạn" set={set} done={(amount) => (none ? `Đã bỏ hạn của ${amount}` : `Đã đặt hạn ${day ? shortDate(day) : ''} cho ${amount}`)} onClose={onClose} onDone={onDone}>
      <DayEntry label="Hạn giải quyết" field="dueDate" value={none ? '' : typed} onChange={(text) => (setNone(false), setTyped(text))} reading={{ today, leaning: 'future' }} placeholder="5/3 hoặc +10n" />
      <Checkbox label="Không đặt hạn nữa" checked={none} onChange={(event) => setNone(event.currentTarget.checked)} />
      <Checkbox label="Cần có văn bản trả lời" checked={reply} onChange={(event) => setReply(event.currentTarget.checked)} />
    </ChangeDialog>
  );
}
