import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { outgoingChanged } from '../lib/after-change.ts';
import { engine } from '../lib/engine.ts';
import { refusalProblems, refusalSentence } from '../lib/refusal-sentence.ts';
import { sayDone, sayRefused } from './say.tsx';

interface CancelLetterDialogProps {
  letter: { id: number; code: string | null; subject: string };
  opened: boolean;
  onClose: () => void;
}

/** Hủy số: asks for the reason, says what stays, and offers the way back afterwards. */
export function CancelLetterDialog({ letter, opened, onClose }: CancelLetterDialogProps) {
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const name = letter.code ? `số ${letter.code}` : `dự thảo «${letter.subject || 'chưa có trích yếu'}»`;

  const cancel = useMutation({
    mutationFn: () => engine.outgoing.cancel({ id: letter.id, reason }),
    onSuccess: async () => {
      onClose();
      setReason('');
      await outgoingChanged(queries);
      sayDone(`Đã hủy ${name}.`, {
        label: 'Hoàn tác',
        run: () => void engine.outgoing.restore({ id: letter.id }).then(() => outgoingChanged(queries)).then(() => sayDone(`Đã lấy lại ${name}.`), sayRefused),
      });
    },
  });
  const problem = cancel.error ? (refusalProblems(cancel.error).find(({ field }) => field === 'reason')?.message ?? refusalSentence(cancel.error)) : null;

  return (
    <Modal opened={opened} onClose={onClose} title={letter.code ? `Hủy số ${letter.code}` : 'Hủy dự thảo'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          cancel.mutate();
        }}
      >
        <Text size="sm" mb="sm">
          {letter.code
            ? 'Số này không cấp lại cho văn bản khác; dòng trong sổ vẫn còn, ghi người hủy, lúc hủy và lý do.'
            : 'Dự thảo rời khỏi bàn soạn thảo nhưng vẫn còn ở mục Đã hủy, lấy lại được.'}
        </Text>
        <Textarea label="Lý do hủy" data-autofocus autosize minRows={2} maxRows={6} maxLength={500} required withAsterisk={false} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={problem} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Giữ lại
          </Button>
          <Button type="submit" color="seal" loading={cancel.isPending} disabled={reason.trim() === ''}>
            {letter.code ? 'Hủy số' : 'Hủy dự thảo'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
