import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { appendixHeading } from '../../../shared/letter/appendix-heading.ts';
import { layoutAppendix } from '../../../shared/letter/layout-letter.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { typeRules } from '../../../shared/letter/page-rules.ts';
import { Notice } from '../../components/notice.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { leaderAddress } from '../../lib/leader-address.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import { LeaderRoom, type ShownTable, type Stage } from './leader-room.tsx';
import classes from './appendix-view.module.css';
import { shownAppendix } from './shown-appendix.ts';

const n = formatVietnameseNumber;

/** One appendix of a dispatch in large type, headed and summed as on its paper; `at` counts from 1. */
export function AppendixView({ stage, dispatch, at }: { stage: Stage; dispatch: number; at: number }) {
  const navigate = useNavigate();
  const today = useToday();
  const letter = useQuery(engineQueries.outgoing.get.queryOptions({ input: { id: dispatch } }));
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const { data } = letter;
  const office = data?.issuedAs?.office ?? settings.data?.office;
  const amount = data?.appendices.length ?? 0;
  const place = Math.min(at, Math.max(1, amount));
  const table = useMemo(() => (data && office ? shownOf(data, place - 1, office, today) : null), [data, place, office, today]);
  const go = (to: number): void => {
    if (to >= 1 && to <= amount) void navigate(leaderAddress({ view: 'appendix', dispatch, appendix: to }), { replace: true });
  };
  const choose = { label: 'Chọn văn bản khác', run: (): void => void navigate(leaderAddress({ view: 'choice', text: '' }), { replace: true }) };
  const shown = data?.appendices[place - 1];
  return (
    <LeaderRoom
      stage={stage}
      view="appendices"
      status={shown ? `${n(shown.rows.length)} dòng · ${n(shown.columns.length)} cột` : ''}
      table={table}
      commands={
        amount > 1
          ? [
              { id: 'leader-next', label: 'Phụ lục sau', shortcut: '→', run: () => go(place + 1) },
              { id: 'leader-before', label: 'Phụ lục trước', shortcut: '←', run: () => go(place - 1) },
            ]
          : []
      }
      beside={
        data ? (
          <>
            {amount > 1 ? (
              <span className={classes.steps} onMouseDown={(event) => event.preventDefault()}>
                <ActionIcon variant="default" size={28} aria-label="Phụ lục trước (phím ←)" title="Phụ lục trước  ←" disabled={place === 1} onClick={() => go(place - 1)}>
                  <IconChevronLeft size={15} aria-hidden />
                </ActionIcon>
                <span>
                  {n(place)}/{n(amount)}
                </span>
                <ActionIcon variant="default" size={28} aria-label="Phụ lục sau (phím →)" title="Phụ lục sau  →" disabled={place === amount} onClick={() => go(place + 1)}>
                  <IconChevronRight size={15} aria-hidden />
                </ActionIcon>
              </span>
            ) : null}
            <span className={classes.dispatch} title={data.subject}>
              <b>{data.code ?? 'Dự thảo'}</b> · {data.subject}
            </span>
          </>
        ) : null
      }
    >
      {letter.isError ? (
        <Notice tone="trouble" title="Chưa mở được văn bản này" action={{ label: 'Thử lại', run: () => void letter.refetch() }} others={[choose]}>
          {refusalSentence(letter.error)}
        </Notice>
      ) : data && amount === 0 ? (
        <Notice title="Văn bản này không có phụ lục" action={choose}>
          {`${data.code ?? 'Dự thảo'} · ${data.subject}`}
        </Notice>
      ) : data && office ? (
        <Notice title="Phụ lục này chưa có cột nào" action={choose}>
          {shown?.title ?? ''}
        </Notice>
      ) : (
        <ListSkeleton label="Đang mở phụ lục" />
      )}
    </LeaderRoom>
  );
}

function shownOf(letter: Outgoing, index: number, office: Office, today: string): ShownTable | null {
  const appendix = letter.appendices[index];
  const shown = appendix ? shownAppendix(appendix) : null;
  if (!appendix || !shown) return null;
  const numbering = { codeNumber: letter.codeNumber };
  const { appendixReference } = typeRules;
  const { word, title, reference } = appendixHeading(letter, index, office, numbering, today, { ...appendixReference, sizePt: appendixReference.usualPt });
  return {
    ...shown,
    name: `${word}${appendix.title ? `: ${appendix.title}` : ''}`,
    heading: [{ text: word, look: 'word' }, ...(title === '' ? [] : [{ text: title, look: 'title' as const }]), { text: reference, look: 'told' }],
    layout: () => layoutAppendix(letter, index, office, numbering, today),
  };
}
