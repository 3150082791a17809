import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { FindOutgoing, type NamedOutgoing } from '../../components/find-outgoing.tsx';
import { keptSentence } from '../../lib/kept-sentence.ts';

interface UseForDraftDialogProps {
  kept: Pick<Outgoing, 'id' | 'code' | 'reservedReason' | 'history'>;
  onClose: () => void;
}

/** Chooses the draft that takes the kept number; the number itself is given at the desk, where the whole page is seen. */
export function UseForDraftDialog({ kept, onClose }: UseForDraftDialogProps) {
  const navigate = useNavigate();
  const [draft, setDraft] = useState<NamedOutgoing | null>(null);
  return (
    <Modal opened onClose={onClose} title={`Dùng số giữ ${kept.code ?? ''} cho dự thảo`} size={580}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft) void navigate(`/soan-thao/${draft.id}?so-giu=${kept.id}`);
        }}
      >
        <Text size="sm" mb="sm">
          {keptSentence(kept)}
        </Text>
        <FindOutgoing label="Dự thảo" drafts value={draft} onChange={setDraft} />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" disabled={draft === null}>
            Mở dự thảo và cấp số…
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
