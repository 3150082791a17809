import { Button, Modal, Stack, Text } from '@mantine/core';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';

interface LeaveDialogProps {
  onStay: () => void;
  onLeave: () => void;
  onDrop: () => void;
}

/** Asked before a half-typed form is left: it is kept on this computer unless the person says otherwise. */
export function LeaveDialog({ onStay, onLeave, onDrop }: LeaveDialogProps) {
  useKeyboardBack();
  return (
    <Modal opened onClose={onStay} title="Rời phiếu đang gõ dở?">
      <Text size="sm" mb="md">
        Phần gõ dở chưa vào sổ.
      </Text>
      <Stack gap="xs">
        <Button data-autofocus justify="flex-start" onClick={onStay}>
          Gõ tiếp
        </Button>
        <Button variant="default" justify="flex-start" onClick={onLeave}>
          Rời đi, giữ phần gõ dở trên máy này
        </Button>
        <Button variant="default" color="seal" justify="flex-start" onClick={onDrop}>
          Bỏ phần gõ dở
        </Button>
      </Stack>
    </Modal>
  );
}
