import { Button, Modal, Stack, Text } from '@mantine/core';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';

interface ManyFilesDialogProps {
  files: readonly File[];
  onEach: () => void;
  onTogether: () => void;
  onClose: () => void;
}

/** Several files came at once: asks once whether they are one document or many. */
export function ManyFilesDialog({ files, onEach, onTogether, onClose }: ManyFilesDialogProps) {
  useKeyboardBack();
  const amount = files.length;
  return (
    <Modal opened onClose={onClose} title={`${amount} tệp vừa thả vào`}>
      <Text size="sm" mb="md" style={{ overflowWrap: 'anywhere' }}>
        {files
          .slice(0, 4)
          .map(({ name }) => name)
          .join(' · ')}
        {amount > 4 ? ` · và ${amount - 4} tệp nữa` : ''}
      </Text>
      <Stack gap="xs">
        <Button data-autofocus onClick={onEach} justify="flex-start">
          Mỗi tệp một văn bản, nhập lần lượt
        </Button>
        <Button variant="default" onClick={onTogether} justify="flex-start">
          Tất cả thuộc văn bản này
        </Button>
        <Button variant="subtle" onClick={onClose} justify="flex-start">
          Thôi, không thêm
        </Button>
      </Stack>
    </Modal>
  );
}
