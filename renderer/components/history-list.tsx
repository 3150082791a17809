import type { IncomingHistoryEntry } from '../../shared/contract/incoming.ts';
import type { HistoryEntry } from '../../shared/contract/outgoing.ts';
import { shortDate } from '../../shared/domain/dates.ts';
import { changedFields, type LinkedLine } from './changed-fields.ts';
import classes from './history-list.module.css';

const acts: Record<HistoryEntry['act'], string> = {
  draft: 'Soạn thảo',
  update: 'Sửa',
  issue: 'Cấp số',
  register: 'Vào sổ',
  import: 'Nhập từ sổ cũ',
  reserve: 'Giữ số',
  use: 'Dùng số giữ',
  send: 'Gửi đi',
  correct: 'Đính chính',
  replace: 'Thay thế',
  recall: 'Thu hồi',
  cancel: 'Hủy',
  restore: 'Lấy lại',
  note: 'Ghi bên dòng',
  attach: 'Thêm tệp',
  detach: 'Bỏ tệp',
  undo: 'Hoàn tác',
};

/** Who did what, when and why, and what it changed, newest first. */
export function HistoryList({ history, linked = null }: { history: readonly (HistoryEntry | IncomingHistoryEntry)[]; linked?: LinkedLine | null }) {
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
              {changedFields(entry.changes, linked).map(({ name, before, after }) => (
                <span key={name} className={classes.change}>
                  {name}: <s>{before}</s> → {after}
                </span>
              ))}
            </span>
          </li>
        ))}
    </ol>
  );
}
