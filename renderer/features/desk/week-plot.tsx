import { CompositeChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import type { WeekOfBooks } from '../../../shared/contract/books.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

/** What a tooltip calls a week; the axis has room for its Monday alone. */
const head = 'Tuần từ ';

/** Two bars a week: what came in, filled, and what went out, hollow. The table beside it says the same. */
export function WeekPlot({ weeks, height }: { weeks: readonly WeekOfBooks[]; height: number }) {
  return (
    <CompositeChart
      h={height}
      data={weeks.map(({ from, incoming, outgoing }) => ({ week: `${head}${shortDate(from).slice(0, 5)}`, incoming, outgoing }))}
      dataKey="week"
      series={[
        { type: 'bar', name: 'incoming', label: 'Đến', color: 'var(--accent)' },
        { type: 'bar', name: 'outgoing', label: 'Đi', color: 'var(--quiet-text)' },
      ]}
      barProps={({ name }) => (name === 'outgoing' ? { fillOpacity: 0, strokeOpacity: 1 } : {})}
      xAxisProps={{ tickFormatter: (week: string) => week.slice(head.length), interval: 'equidistantPreserveEnd' }}
      yAxisProps={{ allowDecimals: false, width: 36, tickCount: 4, interval: 0 }}
      // the axis gives the place of the tick as a second argument: it is no number of decimals
      valueFormatter={(amount) => formatVietnameseNumber(amount)}
      composedChartProps={{ accessibilityLayer: false, barGap: 1, margin: { top: 8 } }}
      aria-hidden
    />
  );
}
