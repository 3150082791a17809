import { Button, Group, Modal, Text } from '@mantine/core';
import { useKeyboardBack } from '../lib/give-keyboard-back.ts';

interface ConfirmDialogProps {
  title: string;
  /** What will be done, or what is to be agreed to. */
  text: string;
  /** The verb of the button that does it. */
  button: string;
  onAgree: () => void;
  /** «Thôi», Esc: everything stays as it is. */
  onLeave: () => void;
}

/** Asks before something is done that a single key should not do. The keyboard is on the way out: Enter alone does nothing. */
export function ConfirmDialog({ title, text, button, onAgree, onLeave }: ConfirmDialogProps) {
  useKeyboardBack();
  return (
    <Modal opened onClose={onLeave} title={title} zIndex={400}>
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" data-autofocus onClick={onLeave}>
          Thôi
        </Button>
        <Button onClick={onAgree}>{button}</Button>
      </Group>
    </Modal>
  );
}
