import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { localInstant } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { upperVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { listLayout } from '../../../shared/letter/list-document.ts';
import type { PlainAppendix } from '../../../shared/letter/letter.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { untilInWords } from '../../../shared/letter/reminder-words.ts';
import { Notice } from '../../components/notice.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { engineQueries } from '../../lib/engine.ts';
import type { GatheredTable } from '../../lib/leader-address.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import { LeaderRoom, type ShownTable, type Stage } from './leader-room.tsx';
import { shownAppendix } from './shown-appendix.ts';

/** Figures are still coming in while the table is looked at, ms. */
const everyMinute = 60_000;

/** The figures that have come in for one obligation, gathered in large type; it stands in no dispatch yet. */
export function GatheredView({ stage, wanted }: { stage: Stage; wanted: GatheredTable }) {
  const navigate = useNavigate();
  const today = useToday();
  const { title, ...asked } = wanted;
  const gathered = useQuery({ ...engineQueries.owed.collect.queryOptions({ input: { ...asked, title: title || undefined } }), placeholderData: keepPreviousData, refetchInterval: everyMinute });
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const office = settings.data?.office;
  const { data, dataUpdatedAt } = gathered;
  const table = useMemo(() => (data && office ? shownOf(data, office, today, localInstant(new Date(dataUpdatedAt))) : null), [data, office, today, dataUpdatedAt]);
  return (
    <LeaderRoom stage={stage} view="appendices" status={data ? `${formatVietnameseNumber(data.appendix.rows.length)} đơn vị · số liệu đang nhận, chưa thuộc văn bản nào` : ''} table={table}>
      {gathered.isError ? (
        <Notice tone="trouble" title="Chưa tổng hợp được số liệu" action={{ label: 'Thử lại', run: () => void gathered.refetch() }} others={[{ label: 'Về Theo dõi', run: () => void navigate('/theo-doi') }]}>
          {refusalSentence(gathered.error)}
        </Notice>
      ) : (
        <ListSkeleton label="Đang tổng hợp số liệu" />
      )}
    </LeaderRoom>
  );
}

function shownOf({ appendix, missing }: { appendix: PlainAppendix; missing: readonly string[] }, office: Office, today: string, at: string): ShownTable | null {
  const shown = shownAppendix(appendix);
  if (!shown) return null;
  const until = untilInWords({ day: at.slice(0, 10), time: at.slice(11, 16) });
  const about = `(Số liệu đã nhận ${until}${missing.length > 0 ? `; còn ${formatVietnameseNumber(missing.length)} nơi chưa báo cáo` : ''})`;
  return {
    ...shown,
    name: appendix.title,
    heading: [
      { text: upperVietnamese(appendix.title), look: 'title' },
      { text: about, look: 'told' },
    ],
    layout: () => listLayout({ title: appendix.title, about: [about], table: appendix, roomPt: 0, sheet: 'Tổng hợp' }, office, today),
  };
}
