import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IncomingRow } from '../../../shared/contract/incoming.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { ButtonKey } from '../../components/register-list/button-key.tsx';
import { runLong } from '../../components/run-long.tsx';
import { sayRefused } from '../../components/say.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { letterKeys } from '../../lib/letter-keys.ts';
import { engine } from '../../lib/engine.ts';
import { DueDialog } from './due-dialog.tsx';
import { HandOnDialog } from './hand-on-dialog.tsx';
import { KindDialog } from './kind-dialog.tsx';

const dialogs = { hand: HandOnDialog, due: DueDialog, kind: KindDialog };

/** What can be done with the chosen incoming lines, each in one statement with one undo. */
export function IncomingActs({ rows, onDone }: { rows: readonly IncomingRow[]; onDone: () => void }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const settle = useMutation({
    mutationFn: () => runLong('Đang ghi vào sổ', (job) => engine.incoming.change({ ids: rows.map(({ id }) => id), set: { handling: 'done' }, job })),
    onSuccess: async (outcome) => {
      if (outcome === null) return;
      const { changed, kept, act, notices } = outcome;
      onDone();
      await registerChanged(queries);
      const stays = kept > 0 ? `${formatVietnameseNumber(kept)} giữ nguyên.` : '';
      sayAct(queries, [changed === 0 ? 'Không dòng nào phải đổi.' : `Đã ghi giải quyết xong ${formatVietnameseNumber(changed)} văn bản.`, stays, ...notices].filter(Boolean).join(' '), act);
    },
    onError: sayRefused,
  });
  const Dialog = open ? dialogs[open] : null;
  return (
    <>
      <Button size="compact-sm" onClick={() => setOpen('hand')}>
        Chuyển…&nbsp; <ButtonKey name={letterKeys.handOn.key} />
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setOpen('due')}>
        Đặt hạn…
      </Button>
      <Button size="compact-sm" variant="default" loading={settle.isPending} onClick={() => settle.mutate()}>
        Đã giải quyết
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setOpen('kind')}>
        Độ khẩn, loại…
      </Button>
      {Dialog ? <Dialog rows={rows} onClose={() => setOpen(null)} onDone={onDone} /> : null}
    </>
  );
}
