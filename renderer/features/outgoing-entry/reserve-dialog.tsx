import { Button, Group, Modal, NumberInput, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { notationProblem, printedNumber, seriesOf } from '../../../shared/domain/numbering.ts';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { NameEntry } from '../../components/entry/name-entry.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { refusalProblems, refusalSentence } from '../../lib/refusal-sentence.ts';
import { today as todayHere } from '../../lib/today.ts';
import classes from './outgoing-entry.module.css';
import { typeOf } from './read-outgoing.ts';
import { blankOutgoing } from './outgoing-form.ts';

interface ReserveDialogProps {
  codeNotation: string;
  onClose: () => void;
}

/** Giữ số: the next numbers kept for later, with who and why; each stands in the book until it is used or cancelled. */
export function ReserveDialog({ codeNotation: usual, onClose }: ReserveDialogProps) {
  const queries = useQueryClient();
  const today = todayHere();
  const [codeNotation, setNotation] = useState(usual);
  const [dayText, setDayText] = useState(shortDate(today));
  const [amount, setAmount] = useState<number | string>(1);
  const [reason, setReason] = useState('');
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const books = useQuery({ ...engineQueries.books.list.queryOptions({ input: {} }), staleTime: 0 });

  const day = readDay(dayText, { today, leaning: 'past' });
  const { typeName } = typeOf({ ...blankOutgoing(today, codeNotation) });
  const series = seriesOf(typeName, settings.data?.series ?? []);
  const book = books.data?.rows.find((each) => each.kind === 'outgoing' && each.series === series && each.year === yearOf(day ?? today));
  const first = book?.next ?? 1;
  const many = typeof amount === 'number' ? amount : 0;
  const numbers = many > 1 ? `${printedNumber(first)} – ${printedNumber(first + many - 1)}` : printedNumber(first);

  const reserve = useMutation({
    mutationFn: () => engine.outgoing.reserve({ codeNotation: codeNotation.trim(), typeName, issuedDate: day ?? today, amount: many, reason }),
    onSettled: () => registerChanged(queries),
  });
  const problem = (field: string): string | undefined => refusalProblems(reserve.error).find((each) => each.field === field)?.message;
  const ready = day !== null && many >= 1 && many <= 50 && reason.trim() !== '' && notationProblem(codeNotation.trim()) === null;

  if (reserve.data) {
    return (
      <Modal opened onClose={onClose} title="Đã giữ số">
        <p className={classes.numbers}>{reserve.data.rows.map(({ code }) => code).join(', ')}</p>
        <p>Chọn số này ở ô «Lấy số» khi vào sổ hoặc cấp số; không dùng nữa thì hủy số ấy trong sổ.</p>
        <Group justify="flex-end">
          <Button data-autofocus onClick={onClose}>
            Xong
          </Button>
        </Group>
      </Modal>
    );
  }
  return (
    <Modal opened onClose={onClose} title="Giữ số" size={580}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !reserve.isPending) reserve.mutate();
        }}
      >
        <p className={classes.numbers}>{books.data ? numbers : '…'}</p>
        <p>
          của dãy «{series}» năm {yearOf(day ?? today)}
        </p>
        <div className={classes.reserve}>
          <NumberInput label="Bao nhiêu số" data-autofocus min={1} max={50} allowDecimal={false} allowNegative={false} clampBehavior="strict" hideControls value={amount} onChange={setAmount} error={problem('amount')} />
          <NameEntry label="Ký hiệu" field="reserve-notation" value={codeNotation} onChange={setNotation} suggestions={[]} error={problem('codeNotation') ?? (codeNotation.trim() === '' ? undefined : (notationProblem(codeNotation.trim()) ?? undefined))} />
          <DayEntry label="Ngày" field="reserve-day" value={dayText} onChange={setDayText} reading={{ today, leaning: 'past' }} error={problem('issuedDate')} />
        </div>
        <Textarea mt="sm" label="Lý do giữ số" placeholder="ví dụ: chờ lãnh đạo ký quyết định trong ngày" autosize minRows={2} maxRows={4} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={problem('reason')} />
        <Text size="xs" c="dimmed" mt={6}>
          Số giữ đứng trong sổ với tên người giữ và lý do; không cấp cho văn bản khác.
        </Text>
        {reserve.error && refusalProblems(reserve.error).length === 0 ? (
          <Text size="sm" c="red" mt="sm" role="alert">
            {refusalSentence(reserve.error)} Xem lại mục số giữ trong sổ trước khi bấm lần nữa.
          </Text>
        ) : null}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
            Thôi
          </Button>
          <Button type="submit" disabled={!ready} loading={reserve.isPending}>
            {many > 1 ? `Giữ ${many} số` : `Giữ số ${numbers}`}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
