import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { refusalProblems, refusalSentence } from '../lib/refusal-sentence.ts';

interface ReasonDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the act does and what stays. */
  told: string;
  /** `Lý do hủy`. */
  label: string;
  button: string;
  /** May be left empty. */
  optional?: boolean;
  /** Does it; what it refuses is shown here. */
  act: (reason: string) => Promise<unknown>;
}

/** Asks why before something serious is done. */
export function ReasonDialog({ opened, onClose, title, told, label, button, optional = false, act }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const done = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: () => {
      setReason('');
      onClose();
    },
  });
  const problem = done.error ? (refusalProblems(done.error).find(({ field }) => field === 'reason')?.message ?? refusalSentence(done.error)) : null;
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done.mutate();
        }}
      >
        <Text size="sm" mb="sm">
          {told}
        </Text>
        <Textarea label={label} data-autofocus autosize minRows={2} maxRows={6} maxLength={500} required={!optional} withAsterisk={false} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={problem} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" color="seal" loading={done.isPending} disabled={!optional && reason.trim() === ''}>
            {button}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
