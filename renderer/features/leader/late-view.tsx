import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { daysLateInWords } from '../../../shared/domain/days-late.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { upperVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import { totalLabel } from '../../../shared/letter/appendix-rows.ts';
import { lateByAgency } from '../../../shared/letter/late-by-agency.ts';
import { lateList } from '../../../shared/letter/late-list.ts';
import { listLayout } from '../../../shared/letter/list-document.ts';
import type { Office } from '../../../shared/letter/office.ts';
import { Notice } from '../../components/notice.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import type { BigColumn, BigRow } from './big-table.tsx';
import { readLateReports, type LateReports } from './late-reports.ts';
import { LeaderRoom, type ShownTable, type Stage } from './leader-room.tsx';

/** How often it is counted anew, ms: hours pass while the screen hangs on a wall. */
const everyMinute = 60_000;

const columns: readonly BigColumn[] = [
  { header: 'Nội dung phải báo cáo', em: 14, align: 'left' },
  { header: 'Văn bản yêu cầu', em: 16, align: 'left' },
  { header: 'Hạn', em: 9, align: 'left' },
  { header: 'Số báo cáo', em: 4.5, align: 'right' },
  { header: 'Quá hạn', em: 5.5, align: 'right' },
];

const n = formatVietnameseNumber;

/** Quá hạn theo đơn vị: who has not sent which report, since when; as the list for the meeting prints it. */
export function LateView({ stage }: { stage: Stage }) {
  const navigate = useNavigate();
  const today = useToday();
  const late = useQuery({ queryKey: [...engineQueries.owed.list.key(), 'by-agency'], queryFn: readLateReports, refetchInterval: everyMinute, staleTime: 0 });
  const summary = useQuery({ ...engineQueries.owed.summary.queryOptions({ input: {} }), refetchInterval: everyMinute }).data;
  const settings = useQuery(engineQueries.settings.get.queryOptions());
  const office = settings.data?.office;
  const { data } = late;
  const table = useMemo(() => (data && office && data.reports.length > 0 ? shownOf(data, office, today) : null), [data, office, today]);
  const counted = data ? `Tính đến ${data.time} hôm nay` : '';
  const unread = data && data.total > data.reports.length ? ` · chỉ hiện ${n(data.reports.length)} trong ${n(data.total)} báo cáo quá hạn, từ hạn cũ nhất` : '';
  return (
    <LeaderRoom stage={stage} view="late" status={`${counted}${unread}`} table={table} beside={
        summary && summary.late > 0 ? (
          <Link to="/theo-doi?xem=qua-han">
            Quá hạn {n(summary.late)}: {n(summary.owed.late)} báo cáo ở bảng này, {n(summary.incoming.late)} văn bản đến
          </Link>
        ) : null
      }>
      {late.isError ? (
        <Notice tone="trouble" title="Chưa đọc được danh sách quá hạn" action={{ label: 'Thử lại', run: () => void late.refetch() }}>
          {refusalSentence(late.error)}
        </Notice>
      ) : data?.reports.length === 0 ? (
        <Notice title="Không có báo cáo nào quá hạn" action={{ label: 'Xem bảng theo dõi', run: () => void navigate('/theo-doi') }}>
          Đơn vị nào chậm gửi báo cáo đã hẹn ngày trong văn bản thì hiện ở đây, chậm lâu nhất đứng trước.
        </Notice>
      ) : (
        <ListSkeleton label="Đang đọc danh sách quá hạn" />
      )}
    </LeaderRoom>
  );
}

function shownOf({ reports, day, time }: LateReports, office: Office, today: string): ShownTable {
  const list = lateList(reports, { day, time });
  const agencies = lateByAgency(reports);
  const rows = agencies.flatMap(({ agency, rows: of, reports: missing, lateDays }): BigRow[] => [
    { kind: 'group', name: agency, told: `${n(missing)} báo cáo, lâu nhất ${daysLateInWords(lateDays)}` },
    ...of.map(
      (row): BigRow => ({
        kind: 'line',
        cells: [{ text: row.what }, { text: row.dispatch, below: row.subject }, { text: row.due }, { text: n(row.reports) }, { text: daysLateInWords(row.lateDays), tone: 'seal' }],
      }),
    ),
  ]);
  const all = agencies.reduce((sum, each) => sum + each.reports, 0);
  return {
    name: list.title,
    heading: [{ text: upperVietnamese(list.title), look: 'title' }, ...list.about.map((text) => ({ text, look: 'told' as const }))],
    columns,
    rows,
    total: [{ text: totalLabel }, { text: '' }, { text: '' }, { text: n(all) }, { text: '' }],
    layout: () => listLayout(list, office, today),
  };
}
