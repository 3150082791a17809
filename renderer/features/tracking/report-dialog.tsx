import { Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwedDetails } from '../../../shared/contract/owed.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { FindIncoming, type NamedIncoming } from '../../components/find-incoming.tsx';
import { TimeField } from '../../components/time-field.tsx';
import { engine } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { useToday } from '../../lib/use-today.ts';
import { dueOf } from './owed-words.ts';

interface ReportDialogProps {
  owed: OwedDetails;
  onClose: () => void;
  onDone: (outcome: { act: number | null; notices: readonly string[]; partial: boolean }) => void;
}

/** Ghi nhận báo cáo: when it came, by which incoming dispatch, its figures; in part, or in the place of an earlier one. */
export function ReportDialog({ owed, onClose, onDone }: ReportDialogProps) {
  useKeyboardBack();
  const today = useToday();
  const before = owed.report;
  const [typed, setTyped] = useState(shortDate(today));
  const [hour, setHour] = useState<string | null>(null);
  const [incoming, setIncoming] = useState<NamedIncoming | null>(null);
  const [partial, setPartial] = useState(false);
  const [note, setNote] = useState('');
  const wanted = owed.columns.map((column, index) => ({ column, index })).filter(({ column }) => column.kind !== 'ordinal');
  const [figures, setFigures] = useState(() => owed.columns.map((_, index) => {
    const known = before?.figures?.[index] ?? null;
    return known === null ? '' : typeof known === 'number' ? formatVietnameseNumber(known) : known;
  }));
  const day = readDay(typed, { today, leaning: 'past' });
  const again = owed.state === 'done';
  const report = useMutation({
    mutationFn: (receivedDate: string) =>
      engine.owed.report({
        id: owed.id,
        receivedDate,
        receivedTime: hour,
        incoming: incoming?.id ?? null,
        figures: wanted.length === 0 || figures.every((figure) => figure.trim() === '') ? null : figures.map((figure) => (figure.trim() === '' ? null : figure.trim())),
        partial,
        note: note.trim() === '' ? null : note.trim(),
        again,
      }),
    onSuccess: (outcome) => {
      onClose();
      onDone({ ...outcome, partial });
    },
  });
  return (
    <Modal opened onClose={onClose} title={`Báo cáo của ${owed.agency}`} withCloseButton={false} size={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day) report.mutate(day);
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            {owed.what}, hạn {dueOf(owed)}.{again && before ? ` Đã nhận ngày ${shortDate(before.receivedDate)}; bản này thay bản ấy, lịch sử giữ cả hai.` : ''}
          </Text>
          <FindIncoming label="Văn bản đến mang báo cáo" value={incoming} organName={owed.agency} onChange={(found) => {
            setIncoming(found);
            if (found?.arrivalDate) setTyped(shortDate(found.arrivalDate));
          }} />
          <Group grow align="start">
            <DayEntry label="Ngày nhận" field="receivedDate" value={typed} onChange={setTyped} reading={{ today, leaning: 'past' }} />
            <TimeField label="Giờ nhận" placeholder={owed.time ? `hạn ${owed.time}` : 'không bắt buộc'} value={hour} onChange={setHour} />
          </Group>
          {wanted.map(({ column, index }) => (
            <TextInput
              key={index}
              label={column.header}
              inputMode={column.kind === 'number' ? 'decimal' : undefined}
              styles={column.kind === 'number' ? { input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } : undefined}
              value={figures[index] ?? ''}
              onChange={(event) => {
                const typedFigure = event.currentTarget.value;
                setFigures((known) => known.map((figure, at) => (at === index ? typedFigure : figure)));
              }}
            />
          ))}
          <TextInput label="Ghi chú" value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
          <Checkbox label="Mới nhận một phần, vẫn còn phải báo cáo tiếp" checked={partial} onChange={(event) => setPartial(event.currentTarget.checked)} />
        </Stack>
        <DialogFoot problem={report.error} onClose={onClose} busy={report.isPending} disabled={day === null}>
          Ghi nhận
        </DialogFoot>
      </form>
    </Modal>
  );
}
