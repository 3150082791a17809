import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outgoing } from '../../shared/contract/outgoing.ts';
import { registerChanged } from '../lib/after-change.ts';
import { engine } from '../lib/engine.ts';
import { refusalProblems, refusalSentence } from '../lib/refusal-sentence.ts';
import classes from './cancel-letter-dialog.module.css';
import { sayDone, sayRefused } from './say.tsx';

interface CancelLetterDialogProps {
  letter: Pick<Outgoing, 'id' | 'code' | 'subject' | 'amends'>;
  opened: boolean;
  onClose: () => void;
}

/** What other lines lose when this one is cancelled; null when none leans on it. */
function leaningSentence(amends: Outgoing['amends']): string | null {
  if (amends.length === 0) return null;
  const named = (status: Outgoing['amends'][number]['status'], words: string): string[] => {
    const codes = amends.filter((each) => each.status === status).map(({ code }) => code ?? 'một dự thảo');
    return codes.length === 0 ? [] : [`${words} ${codes.slice(0, 5).join(', ')}${codes.length > 5 ? ` và ${codes.length - 5} văn bản nữa` : ''}`];
  };
  return `Văn bản này đang ${[...named('replaced', 'thay thế số'), ...named('corrected', 'đính chính số')].join(', ')}. Hủy rồi thì các dòng ấy vẫn dẫn tới số đã hủy: mở từng dòng, chọn «Trả về Đã cấp số» hoặc ghi văn bản khác.`;
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
      await registerChanged(queries);
      sayDone(`Đã hủy ${name}.`, {
        label: 'Hoàn tác',
        run: () => void engine.outgoing.restore({ id: letter.id }).then(() => registerChanged(queries)).then(() => sayDone(`Đã lấy lại ${name}.`), sayRefused),
      });
    },
  });
  const leaning = leaningSentence(letter.amends);
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
        {leaning ? (
          <p className={classes.leaning} role="note">
            {leaning}
          </p>
        ) : null}
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
