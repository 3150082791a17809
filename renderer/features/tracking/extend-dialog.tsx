import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwedDetails } from '../../../shared/contract/owed.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { engine } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { useToday } from '../../lib/use-today.ts';
import { dueOf } from './owed-words.ts';

interface ExtendDialogProps {
  owed: OwedDetails;
  onClose: () => void;
  onDone: (day: string, outcome: { act: number | null; notices: readonly string[] }) => void;
}

/** Gia hạn: the new last day, and why. */
export function ExtendDialog({ owed, onClose, onDone }: ExtendDialogProps) {
  useKeyboardBack();
  const today = useToday();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const day = readDay(typed, { today, from: owed.due, leaning: 'future' });
  const extend = useMutation({
    mutationFn: (due: string) => engine.owed.extend({ id: owed.id, due, time: owed.time, reason }),
    onSuccess: (outcome, due) => {
      onClose();
      onDone(due, outcome);
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Gia hạn cho ${owed.agency}`} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day) extend.mutate(day);
        }}
      >
        <Stack gap="sm">
          <Text size="sm">Hạn hiện nay: {dueOf(owed)}.</Text>
          <DayEntry label="Hạn mới" field="due" value={typed} onChange={setTyped} reading={{ today, from: owed.due, leaning: 'future' }} placeholder="5/3 hoặc +5n kể từ hạn cũ" />
          <TextInput label="Lý do" value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
        </Stack>
        <DialogFoot problem={extend.error} onClose={onClose} busy={extend.isPending} disabled={day === null || reason.trim() === ''}>
          Gia hạn
        </DialogFoot>
      </form>
    </Modal>
  );
}
