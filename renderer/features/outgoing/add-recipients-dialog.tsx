import { Modal, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { useAfterNames } from '../../components/entry/use-after-names.ts';
import { useRecipientNames } from '../../components/entry/use-names.ts';
import { LineList } from '../../components/line-list.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { engine } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';

/** Places a numbered dispatch goes to as well: one line each, and a group's line stands for all in it. `offered` stand there to begin with. */
export function AddRecipientsDialog({ dispatch, offered, onClose }: { dispatch: number; offered: readonly string[]; onClose: () => void }) {
  useKeyboardBack();
  const queries = useQueryClient();
  const names = useRecipientNames();
  const [typed, setTyped] = useState<readonly string[]>(offered);
  const lines = typed.map((line) => line.trim()).filter((line) => line !== '');
  const add = useMutation({
    mutationFn: () => engine.recipients.add({ dispatch, lines }),
    onSuccess: async ({ rows, act, notices }) => {
      onClose();
      await registerChanged(queries);
      sayAct(queries, [`Đã thêm ${formatVietnameseNumber(rows.length)} nơi nhận.`, ...notices].join(' '), act, 'recipients');
    },
  });
  const { save, waiting } = useAfterNames(() => add.mutate());
  return (
    <Modal opened onClose={onClose} title="Thêm nơi nhận" withCloseButton={false}>
      <form
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => {
          event.preventDefault();
          if (lines.length > 0 && !add.isPending) save();
        }}
      >
        <Stack gap="sm">
          <LineList<string> label="Nơi nhận" field="lines" lines={typed} onChange={setTyped} textOf={(line) => line} withText={(_, text) => text} newLine={() => ''} suggestions={names} placeholder="Sở Tài chính" leaveOnEmpty />
        </Stack>
        <DialogFoot problem={add.error} onClose={onClose} busy={add.isPending || waiting} disabled={lines.length === 0}>
          Thêm nơi nhận
        </DialogFoot>
      </form>
    </Modal>
  );
}
