import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { engineQueries } from '../lib/engine.ts';
import classes from './due-banner.module.css';

/** How often it is counted anew, ms: an hour asked for in a letter passes while nobody touches the window. */
const everyMinute = 60_000;

/** Over every screen: what is late, due today, due in the next three days; of others' reports and of what lies here. */
export function DueBanner() {
  const summary = useQuery({ ...engineQueries.owed.summary.queryOptions({ input: {} }), refetchInterval: everyMinute });
  if (!summary.data) return null;
  const { late, today, soon, owed, incoming } = summary.data;
  const told = (each: 'late' | 'today' | 'soon'): string => `${formatVietnameseNumber(owed[each])} báo cáo của đơn vị, ${formatVietnameseNumber(incoming[each])} văn bản đến`;
  return (
    <div className={classes.banner} role="group" aria-label="Hạn">
      <Link to="/theo-doi?xem=qua-han" data-tone={late > 0 ? 'seal' : undefined} title={told('late')}>
        Quá hạn {formatVietnameseNumber(late)}
      </Link>
      <Link to="/theo-doi?xem=lich" data-tone={today > 0 ? 'amber' : undefined} title={told('today')}>
        Hôm nay {formatVietnameseNumber(today)}
      </Link>
      <Link to="/theo-doi?xem=lich" title={told('soon')}>
        Ba ngày tới {formatVietnameseNumber(soon)}
      </Link>
    </div>
  );
}
