import { Button, FileButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { KeptObligation } from '../../../shared/contract/owed.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { readDay } from '../../../shared/domain/day-shortcuts.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { DayEntry } from '../../components/entry/day-entry.tsx';
import { sayAct } from '../../components/use-undo.ts';
import { registerChanged } from '../../lib/after-change.ts';
import { engine } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { useToday } from '../../lib/use-today.ts';
import classes from './figure-table.module.css';
import { ObligationChoice, usualDay } from './obligation-choice.tsx';

/** Wait after a key before what was pasted is read, ms. */
const patience = 300;

interface FiguresDialogProps {
  obligations: readonly [KeptObligation, ...KeptObligation[]];
  onClose: () => void;
}

/** Nhập số liệu: a table pasted from Excel, or the sender's own file, read agency by agency before anything is kept. */
export function FiguresDialog({ obligations, onClose }: FiguresDialogProps) {
  useKeyboardBack();
  const queries = useQueryClient();
  const today = useToday();
  const [chosen, setChosen] = useState(() => usualDay(obligations[0], today));
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState(shortDate(today));
  const [asked] = useDebouncedValue(text, patience);
  const { obligation, n } = chosen;
  const read = useQuery({
    queryKey: ['owed', 'read', obligation.id, n, file ? [file.name, file.size, file.lastModified] : asked],
    queryFn: () => engine.owed.read({ obligation: obligation.id, n, ...(file ? { file } : { text: asked }) }),
    enabled: file !== null || asked.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  });
  const found = file !== null || text.trim() !== '' ? read.data : undefined;
  const good = found?.rows.filter((row) => row.problems.length === 0) ?? [];
  const day = readDay(typed, { today, leaning: 'past' });
  const enter = useMutation({
    mutationFn: (receivedDate: string) => engine.owed.enter({ obligation: obligation.id, n, receivedDate, rows: good.map(({ id, figures }) => ({ id, figures })), again: true }),
    onSuccess: async ({ changed, act, notices }) => {
      onClose();
      await registerChanged(queries);
      sayAct(queries, [`Đã ghi số liệu của ${formatVietnameseNumber(changed)} cơ quan.`, ...notices].join(' '), act, 'owed');
    },
  });
  const columns = found?.columns.filter((column) => column.kind !== 'ordinal') ?? [];
  const problem = enter.error ?? read.error;
  return (
    <Modal opened onClose={onClose} title="Nhập số liệu đã nhận" size={820} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day && good.length > 0) enter.mutate(day);
        }}
      >
        <Stack gap="sm">
          <ObligationChoice obligations={obligations} value={chosen} today={today} onChange={setChosen} />
          <Group align="end">
            <Textarea style={{ flex: 1 }} label="Dán bảng từ Excel, Word" data-autofocus description="mỗi dòng một cơ quan, tên ở cột nào cũng được" minRows={3} maxRows={6} autosize disabled={file !== null} value={text} onChange={(event) => setText(event.currentTarget.value)} />
            <FileButton accept=".xlsx,.csv,.docx" onChange={setFile}>
              {(props) => (
                <Button {...props} variant="default">
                  {file ? file.name : 'Hoặc chọn tệp…'}
                </Button>
              )}
            </FileButton>
            {file ? (
              <Button variant="subtle" onClick={() => setFile(null)}>
                Bỏ tệp
              </Button>
            ) : null}
          </Group>
          {found ? (
            <div className={classes.scroll} tabIndex={0} role="group" aria-label="Số liệu đọc được">
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">Cơ quan</th>
                    {columns.map((column, at) => (
                      <th key={at} scope="col" data-number={column.kind === 'number'}>
                        {column.header}
                      </th>
                    ))}
                    <th scope="col">Đọc từ</th>
                  </tr>
                </thead>
                <tbody>
                  {found.rows.map((row) => (
                    <tr key={row.id} data-problem={row.problems.length > 0}>
                      <td>{row.agency}</td>
                      {row.figures.map((figure, at) => (
                        <td key={at} data-number={columns[at]?.kind === 'number'}>
                          {typeof figure === 'number' ? formatVietnameseNumber(figure) : (figure ?? '—')}
                        </td>
                      ))}
                      <td>{row.problems.length > 0 ? row.problems.join(' ') : row.source}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
          {found ? (
            <Text size="sm">
              {[
                `Đọc được ${formatVietnameseNumber(good.length)} cơ quan, còn thiếu ${formatVietnameseNumber(found.missing.length)}.`,
                found.unknown.length > 0 ? `Không rõ là ai: ${found.unknown.slice(0, 5).join('; ')}.` : '',
                ...found.notices,
              ]
                .filter(Boolean)
                .join(' ')}
            </Text>
          ) : null}
          <DayEntry label="Ngày nhận" field="receivedDate" value={typed} onChange={setTyped} reading={{ today, leaning: 'past' }} />
        </Stack>
        <DialogFoot problem={problem} onClose={onClose} busy={enter.isPending} disabled={day === null || good.length === 0}>
          Ghi số liệu{good.length > 0 ? ` của ${formatVietnameseNumber(good.length)} cơ quan` : ''}
        </DialogFoot>
      </form>
    </Modal>
  );
}
