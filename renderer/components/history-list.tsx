import type { HistoryEntry } from '../../shared/contract/outgoing.ts';
import { shortDate } from '../../shared/domain/dates.ts';
import classes from './history-list.module.css';

const acts: Record<HistoryEntry['act'], string> = { draft: 'Soạn thảo', update: 'Sửa dự thảo', issue: 'Cấp số', cancel: 'Hủy', restore: 'Lấy lại' };

/** Who did what, when and why, newest first. */
export function HistoryList({ history }: { history: readonly HistoryEntry[] }) {
  return (
    <ol className={classes.history}>
      {history
        .map((entry, index) => ({ entry, index }))
        .reverse()
        .map(({ entry, index }) => (
          <li key={index}>
            <time dateTime={entry.at}>
              {shortDate(entry.at.slice(0, 10))} {entry.at.slice(11, 16)}
            </time>
            <span>
              {acts[entry.act]} <span className={classes.who}>· {entry.who}</span>
              {entry.reason ? <em>{entry.reason}</em> : null}
            </span>
          </li>
        ))}
    </ol>
  );
}
