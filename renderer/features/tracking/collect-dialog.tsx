import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { KeptObligation } from '../../../shared/contract/owed.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { DialogFoot } from '../../components/dialog-foot.tsx';
import { FindOutgoing, type NamedOutgoing } from '../../components/find-outgoing.tsx';
import { sayDone } from '../../components/say.tsx';
import { registerChanged } from '../../lib/after-change.ts';
import { engine, engineQueries } from '../../lib/engine.ts';
import { useKeyboardBack } from '../../lib/give-keyboard-back.ts';
import { leaderAddress } from '../../lib/leader-address.ts';
import { useToday } from '../../lib/use-today.ts';
import { usualNotation } from '../../lib/usual-notation.ts';
import classes from './figure-table.module.css';
import { ObligationChoice, usualDay } from './obligation-choice.tsx';

interface CollectDialogProps {
  obligations: readonly [KeptObligation, ...KeptObligation[]];
  /** What the dispatch was about: the title of the table begins with it. */
  subject: string;
  onClose: () => void;
}

const reportType = 'Báo cáo';

/** The notation a report of this office begins with, as on the letter desk. */
async function notationOfReport(queries: QueryClient): Promise<string> {
  const [{ codeNotation }, { rows }] = await Promise.all([
    queries.fetchQuery(engineQueries.settings.get.queryOptions()),
    queries.fetchQuery(engineQueries.outgoing.list.queryOptions({ input: { view: 'numbered', limit: 100 } })),
  ]);
  return usualNotation(rows, reportType, codeNotation);
}

/** Bảng tổng hợp: the figures that came in, agency by agency, put as an appendix into a draft. */
export function CollectDialog({ obligations, subject, onClose }: CollectDialogProps) {
  useKeyboardBack();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const today = useToday();
  const [chosen, setChosen] = useState(() => usualDay(obligations[0], today));
  const [title, setTitle] = useState(`Tổng hợp ${subject}`.slice(0, 500));
  const [extra, setExtra] = useState({ share: false, rank: false, change: false });
  const [into, setInto] = useState<NamedOutgoing | null>(null);
  const input = { obligation: chosen.obligation.id, n: chosen.n, title, ...extra };
  const table = useQuery({ ...engineQueries.owed.collect.queryOptions({ input }), placeholderData: keepPreviousData, retry: false });
  const put = useMutation({
    mutationFn: async () => {
      const draft = into?.id ?? (await engine.outgoing.draft({ typeName: reportType, codeNotation: await notationOfReport(queries), subject: title, incomplete: true, recipients: [{ name: 'Như trên' }] })).id;
      return { draft, ...(await engine.owed.collect({ ...input, into: draft })) };
    },
    onSuccess: async ({ draft, notices }) => {
      await registerChanged(queries);
      sayDone(['Đã đưa bảng tổng hợp vào phụ lục của dự thảo.', ...notices].join(' '));
      void navigate(`/soan-thao/${draft}`);
    },
  });
  const appendix = table.data?.appendix;
  const shownColumns = appendix?.columns.filter((column) => column.kind !== 'ordinal') ?? [];
  const problem = put.error ?? table.error;
  return (
    <Modal opened onClose={onClose} title="Bảng tổng hợp" size={820} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          put.mutate();
        }}
      >
        <Stack gap="sm">
          <ObligationChoice obligations={obligations} value={chosen} today={today} onChange={setChosen} />
          <TextInput label="Tên phụ lục" data-autofocus maxLength={500} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
          <Group gap="lg">
            <Checkbox size="xs" label="Tỷ lệ" checked={extra.share} onChange={(event) => setExtra({ ...extra, share: event.currentTarget.checked })} />
            <Checkbox size="xs" label="Xếp hạng" checked={extra.rank} onChange={(event) => setExtra({ ...extra, rank: event.currentTarget.checked })} />
            {chosen.obligation.days.length > 1 ? <Checkbox size="xs" label="So với kỳ trước" checked={extra.change} onChange={(event) => setExtra({ ...extra, change: event.currentTarget.checked })} /> : null}
          </Group>
          {appendix ? (
            <div className={classes.scroll} tabIndex={0} role="group" aria-label="Bảng sẽ đưa vào phụ lục">
              <table className={classes.table}>
                <thead>
                  <tr>
                    <th scope="col">STT</th>
                    {shownColumns.map((column, at) => (
                      <th key={at} scope="col" data-number={column.kind === 'number'}>
                        {column.header}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {appendix.rows.map((row, at) => (
                    <tr key={at}>
                      <td>{at + 1}</td>
                      {row.map((cell, column) => (
                        <td key={column} data-number={shownColumns[column]?.kind === 'number'}>
                          {typeof cell === 'number' ? formatVietnameseNumber(cell) : cell}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
          {table.data && table.data.missing.length > 0 ? (
            <Text size="sm">
              Chưa báo cáo: {table.data.missing.slice(0, 8).join('; ')}
              {table.data.missing.length > 8 ? ` và ${formatVietnameseNumber(table.data.missing.length - 8)} nơi nữa` : ''}.
            </Text>
          ) : null}
          <FindOutgoing label="Đưa vào dự thảo (để trống: báo cáo mới)" drafts value={into} onChange={setInto} />
        </Stack>
        <DialogFoot
          problem={problem}
          onClose={onClose}
          busy={put.isPending}
          disabled={!appendix || title.trim() === ''}
          beside={
            <Button variant="default" disabled={!appendix} onClick={() => void navigate(leaderAddress({ view: 'gathered', table: input }))}>
              Xem chữ lớn
            </Button>
          }
        >
          Đưa vào phụ lục
        </DialogFoot>
      </form>
    </Modal>
  );
}
