import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { refusalSentence } from '../lib/refusal-sentence.ts';
import { DialogButtons } from './dialog-buttons.tsx';

interface DialogFootProps {
  /** Why the act was refused; null while it was not. */
  problem: unknown;
  onClose: () => void;
  /** The act is under way. */
  busy: boolean;
  /** What it wants is not there yet. */
  disabled: boolean;
  /** A further button, between the two. */
  beside?: ReactNode;
  /** What the button of the act says. */
  children: ReactNode;
}

/** The foot of a dialog's form: why it was refused, the way out, and the act. */
export function DialogFoot({ problem, onClose, busy, disabled, beside, children }: DialogFootProps) {
  return (
    <>
      <Text size="sm" mt="sm" c="var(--seal)" role="status" mih={20}>
        {problem ? refusalSentence(problem) : ''}
      </Text>
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          Thôi
        </Button>
        {beside}
        <Button type="submit" loading={busy} disabled={disabled}>
          {children}
        </Button>
      </DialogButtons>
    </>
  );
}
