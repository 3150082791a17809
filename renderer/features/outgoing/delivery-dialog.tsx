import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SentHow as SentHowSchema } from '../../../shared/contract/recipients.ts';
import type { z } from 'zod';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { engine } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { useToday } from '../../lib/use-today.ts';
import { howWords } from './how-words.ts';

type SentHow = z.infer<typeof SentHowSchema>;

export interface Delivery {
  kind: 'send' | 'acknowledge' | 'return';
  ids: readonly number[];
}

const words = {
  send: { title: 'Đã gửi', day: 'Ngày gửi', done: 'Đã ghi gửi' },
  acknowledge: { title: 'Ký nhận', day: 'Ngày ký nhận', done: 'Đã ghi ký nhận' },
  return: { title: 'Hoàn lại', day: 'Ngày hoàn lại', done: 'Đã ghi hoàn lại' },
};

/** How and when a dispatch went to its recipients, who signed for it, or why it came back. */
export function DeliveryDialog({ delivery: { kind, ids }, onClose, onDone }: { delivery: Delivery; onClose: () => void; onDone: () => void }) {
  useKeyboardBack();
  const queries = useQueryClient();
  const today = useToday();
  const [typed, setTyped] = useState(shortDate(today));
  const [how, setHow] = useState<SentHow>('hand');
  const [beside, setBeside] = useState('');
  const day = readDay(typed, { today, leaning: 'past' });
  const note = beside.trim() === '' ? {} : kind === 'send' ? { receipt: beside } : kind === 'acknowledge' ? { acknowledgedBy: beside } : { returnReason: beside };
  const mark = useMutation({
    mutationFn: (date: string) => engine.recipients.mark({ ids: [...ids], set: { ...(kind === 'send' ? { how, sentDate: date } : kind === 'acknowledge' ? { acknowledgedDate: date } : { returnedDate: date }), ...note } }),
    onSuccess: async ({ changed, act, notices }) => {
      onClose();
      onDone();
      await registerChanged(queries);
      sayAct(queries, [`${words[kind].done} ${formatVietnameseNumber(changed)} nơi.`, ...notices].join(' '), act, 'recipients');
    },
  });
  return (
    <Modal opened onClose={onClose} title={`${words[kind].title}: ${formatVietnameseNumber(ids.length)} nơi`} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day) mark.mutate(day);
        }}
      >
        <Stack gap="sm">
          {kind === 'send' ? <Select label="Cách gửi" data-autofocus allowDeselect={false} data={Object.entries(howWords).map(([value, label]) => ({ value, label }))} value={how} onChange={(value) => value && setHow(value as SentHow)} /> : null}
          <DayEntry label={words[kind].day} field="day" value={typed} onChange={setTyped} reading={{ today, leaning: 'past' }} />
          <TextInput label={kind === 'send' ? 'Số bì, số vận đơn' : kind === 'acknowledge' ? 'Người ký nhận' : 'Lý do'} maxLength={200} value={beside} onChange={(event) => setBeside(event.currentTarget.value)} />
        </Stack>
        <DialogFoot problem={mark.error} onClose={onClose} busy={mark.isPending} disabled={day === null}>
          Ghi
        </DialogFoot>
      </form>
    </Modal>
  );
}
