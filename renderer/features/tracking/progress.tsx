import { CompositeChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { addDays, shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { Notice } from '../../components/notice.tsx';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { useToday } from '../../lib/use-today.ts';
import type { Counts } from './board-cell.ts';
import classes from './progress.module.css';

/** How far back and ahead the plot looks, days. */
const behind = 45;
const ahead = 15;

const n = formatVietnameseNumber;

/** What has come in over time, and dispatch by dispatch. */
export function Progress({ dispatch, onDispatch }: { dispatch: number | null; onDispatch: (dispatch: number) => void }) {
  const today = useToday();
  const progress = useQuery({ ...engineQueries.owed.progress.queryOptions({ input: { dispatch: dispatch ?? undefined, from: addDays(today, -behind), to: addDays(today, ahead) } }), placeholderData: keepPreviousData });
  if (progress.isError) {
    return (
      <Notice tone="trouble" title="Chưa đọc được tiến độ" action={{ label: 'Thử lại', run: () => void progress.refetch() }}>
        {refusalSentence(progress.error)}
      </Notice>
    );
  }
  if (!progress.data) return <ListSkeleton label="Đang đọc tiến độ" />;
  const { days, dispatches } = progress.data;
  if (dispatches.length === 0) return <Notice title="Chưa có việc nào phải báo cáo">Cấp số văn bản có ghi việc phải báo cáo thì tiến độ hiện ở đây.</Notice>;
  return (
    <div className={classes.progress}>
      <h2>Theo ngày: đến hạn, đã nhận, còn trễ</h2>
      <CompositeChart
        h={240}
        data={days.map((day) => ({ ...day, day: shortDate(day.day).slice(0, 5) }))}
        dataKey="day"
        series={[
          { type: 'bar', name: 'due', label: 'Đến hạn', color: 'var(--line-strong)' },
          { type: 'bar', name: 'received', label: 'Đã nhận', color: 'var(--green)' },
          { type: 'line', name: 'late', label: 'Còn trễ', color: 'var(--seal)', strokeDasharray: '4 3' },
        ]}
        withLegend
        withDots={false}
        curveType="linear"
        // the axis gives the place of the tick as a second argument: it is no number of decimals
        valueFormatter={(amount) => n(amount)}
        composedChartProps={{ accessibilityLayer: false }}
        aria-hidden
      />
      <h2>Theo văn bản</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Số, ký hiệu</th>
            <th scope="col">Trích yếu</th>
            <th scope="col">Phải có</th>
            <th scope="col">Đúng hạn</th>
            <th scope="col">Muộn</th>
            <th scope="col">Còn trễ</th>
            <th scope="col">Chưa đến hạn</th>
            <th scope="col">Tiến độ</th>
          </tr>
        </thead>
        <tbody>
          {dispatches.map(({ dispatch: id, code, subject, counts }) => (
            <tr key={id}>
              <td>
                <button type="button" onClick={() => onDispatch(id)}>
                  {code ?? 'chưa có số'}
                </button>
              </td>
              <td title={subject}>{subject}</td>
              <td>{n(counts.onTime + counts.doneLate + counts.late + counts.open)}</td>
              <td>{n(counts.onTime)}</td>
              <td>{n(counts.doneLate)}</td>
              <td>{n(counts.late)}</td>
              <td>{n(counts.open)}</td>
              <td>
                <Bar counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ counts: { onTime, doneLate, late, open } }: { counts: Counts }) {
  const all = onTime + doneLate + late + open || 1;
  const part = (amount: number): { width: string } => ({ width: `${(amount / all) * 100}%` });
  return (
    <span className={classes.bar} role="img" aria-label={`đúng hạn ${n(onTime)}, muộn ${n(doneLate)}, còn trễ ${n(late)}, chưa đến hạn ${n(open)}`}>
      <i data-part="done" style={part(onTime)} />
      <i data-part="after" style={part(doneLate)} />
      <i data-part="late" style={part(late)} />
    </span>
  );
}
