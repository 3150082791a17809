import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';

interface NameViewDialogProps {
  opened: boolean;
  /** Its name so far; empty for a new one. */
  name: string;
  taken: readonly string[];
  onClose: () => void;
  /** Answers whether it was kept. */
  onName: (name: string) => Promise<boolean>;
}

/** Asks how a view is to be called. */
export function NameViewDialog({ opened, name, taken, onClose, onName }: NameViewDialogProps) {
  const [typed, setTyped] = useState(name);
  const [busy, setBusy] = useState(false);
  const wanted = typed.trim();
  const replaces = wanted !== name && taken.includes(wanted);
  return (
    <Modal opened={opened} onClose={onClose} title={name ? 'Đổi tên cách xem' : 'Giữ cách xem này'}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setBusy(true);
          void onName(wanted)
            .then((kept) => kept && (setTyped(''), onClose()))
            .finally(() => setBusy(false));
        }}
      >
        <TextInput label="Tên" placeholder="Sở Tài chính, còn hạn" data-autofocus maxLength={100} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} description={replaces ? `Đã có «${wanted}»: cách xem cũ sẽ được thay.` : undefined} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" loading={busy} disabled={wanted === ''}>
            {name ? 'Đổi tên' : 'Giữ lại'}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
