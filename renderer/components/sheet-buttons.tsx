import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AttachedFile } from '../../shared/contract/incoming.ts';
import { engine } from '../lib/engine.ts';
import { openOwn } from '../lib/save-out.ts';
import { EnvelopeDialog } from './envelope-dialog.tsx';
import { sayRefused } from './say.tsx';
import classes from './letter-file-buttons.module.css';
import { StampDialog } from './stamp-dialog.tsx';

/** Sheets that go with an incoming line: dấu ĐẾN, phiếu giải quyết. */
export function IncomingSheets({ id, files, size = 'xs' }: { id: number; files: readonly AttachedFile[]; size?: 'xs' | 'sm' }) {
  const [stamping, setStamping] = useState(false);
  const slip = useMutation({ mutationFn: async () => openOwn(await engine.sheets.handling({ id })), onError: sayRefused });
  return (
    <div className={classes.files}>
      <Button size={size} variant="default" onClick={() => setStamping(true)}>
        Dấu ĐẾN…
      </Button>
      <Button size={size} variant="default" loading={slip.isPending} onClick={() => slip.mutate()}>
        Phiếu giải quyết
      </Button>
      <StampDialog id={id} files={files} opened={stamping} onClose={() => setStamping(false)} />
    </div>
  );
}

/** Sheets that go with an outgoing line: envelopes for its addressees. */
export function OutgoingSheets({ id, addressees, size = 'xs' }: { id: number; addressees: readonly string[]; size?: 'xs' | 'sm' }) {
  const [choosing, setChoosing] = useState(false);
  const names = [...new Set(addressees)].filter((name) => name.trim() !== '');
  if (names.length === 0) return null;
  return (
    <div className={classes.files}>
      <Button size={size} variant="default" onClick={() => setChoosing(true)}>
        Phong bì…
      </Button>
      <EnvelopeDialog id={id} addressees={names} opened={choosing} onClose={() => setChoosing(false)} />
    </div>
  );
}
