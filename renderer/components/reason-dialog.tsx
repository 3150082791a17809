import { Button, Modal, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { refusalProblems, refusalSentence } from '../lib/refusal-sentence.ts';
import { DialogButtons } from './dialog-buttons.tsx';
import classes from './reason-dialog.module.css';

interface ReasonDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the act does and what stays. */
  told: string;
  /** What else is to be known before it is done. */
  warning?: string | null;
  /** What is to be chosen beside the reason. */
  choice?: ReactNode;
  /** `Lý do hủy`. */
  label: string;
  button: string;
  /** The button that leaves everything as it is. */
  stay?: string;
  /** Stands in the field at first, chosen whole so that typing replaces it. */
  usual?: string;
  /** May be left empty. */
  optional?: boolean;
  /** Does it; what it refuses is shown here. */
  act: (reason: string) => Promise<unknown>;
}

/** Enter does the act, as on the last field of every dialog; with Shift or Alt it makes a new line. */
function enterDoes(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey || event.altKey) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

/** Asks why before something serious is done. */
export function ReasonDialog({ opened, onClose, title, told, warning = null, choice = null, label, button, stay = 'Thôi', usual = '', optional = false, act }: ReasonDialogProps) {
  const [reason, setReason] = useState(usual);
  const done = useMutation({
    mutationFn: () => act(reason.trim()),
    onSuccess: () => {
      setReason(usual);
      onClose();
    },
  });
  const problem = done.error ? (refusalProblems(done.error).find(({ field }) => field === 'reason')?.message ?? refusalSentence(done.error)) : null;
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if ((optional || reason.trim() !== '') && !done.isPending) done.mutate();
        }}
      >
        <Text size="sm" mb="sm">
          {told}
        </Text>
        {warning === null ? null : (
          <p className={classes.warning} role="note">
            {warning}
          </p>
        )}
        {choice}
        <Textarea label={label} data-autofocus autosize minRows={2} maxRows={6} maxLength={500} required={!optional} withAsterisk={false} value={reason} onChange={(event) => setReason(event.currentTarget.value)} onFocus={(event) => event.currentTarget.select()} onKeyDown={enterDoes} error={problem} />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {stay}
          </Button>
          <Button type="submit" color="seal" loading={done.isPending} disabled={!optional && reason.trim() === ''}>
            {button}
          </Button>
        </DialogButtons>
      </form>
    </Modal>
  );
}
