import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { UseForDraftDialog } from './use-for-draft-dialog.tsx';

/** What a kept number is for: a dispatch made elsewhere, or a draft of ours. */
export function KeptNumberActs({ kept }: { kept: Pick<Outgoing, 'id' | 'code' | 'reservedReason' | 'history'> }) {
  const navigate = useNavigate();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Button onClick={() => setChoosing(true)}>Dùng cho dự thảo…</Button>
      <Button variant="default" onClick={() => void navigate(`/van-ban-di/vao-so?so-giu=${kept.id}`)}>
        Dùng cho văn bản làm nơi khác
      </Button>
      {choosing ? <UseForDraftDialog kept={kept} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
