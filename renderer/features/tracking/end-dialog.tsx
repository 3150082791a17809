import { Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwedDetails } from '../../../shared/contract/owed.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { engine } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { useToday } from '../../lib/use-today.ts';

interface EndDialogProps {
  owed: OwedDetails;
  onClose: () => void;
  onDone: (day: string, outcome: { act: number | null; notices: readonly string[] }) => void;
}

/** Định ngày thôi: the last day of a report that comes back, for everybody who owes it; what was due until then stays owed. */
export function EndDialog({ owed, onClose, onDone }: EndDialogProps) {
  useKeyboardBack();
  const today = useToday();
  const [typed, setTyped] = useState('');
  const reading = { today, leaning: 'future' } as const;
  const day = readDay(typed, reading);
  const end = useMutation({
    mutationFn: (until: string) => engine.owed.change({ obligation: owed.obligation, until }),
    onSuccess: (outcome, until) => {
      onClose();
      onDone(until, outcome);
    },
  });
  return (
    <Modal opened onClose={onClose} title="Định ngày thôi báo cáo" withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day) end.mutate(day);
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            {owed.until ? `Hiện nay đến hết ngày ${shortDate(owed.until)}.` : 'Hiện nay chưa định ngày thôi.'} Mọi đơn vị thôi phải «{owed.what}» từ sau ngày này; các kỳ trước đó vẫn phải báo cáo.
          </Text>
          <DayEntry label="Đến hết ngày" field="until" value={typed} onChange={setTyped} reading={reading} placeholder="31/12 hoặc +30n" />
        </Stack>
        <DialogFoot problem={end.error} onClose={onClose} busy={end.isPending} disabled={day === null}>
          Định ngày thôi
        </DialogFoot>
      </form>
    </Modal>
  );
}
