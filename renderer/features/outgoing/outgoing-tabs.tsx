import type { OutgoingStatus } from '../../../shared/contract/outgoing.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import classes from './outgoing-tabs.module.css';

interface OutgoingTabsProps {
  status: OutgoingStatus | null;
  counts: { draft: number; issued: number; cancelled: number } | undefined;
  onChange: (status: OutgoingStatus | null) => void;
}

/** The views of the list, each with its count. */
export function OutgoingTabs({ status, counts, onChange }: OutgoingTabsProps) {
  const views: [OutgoingStatus | null, string, number | undefined][] = [
    [null, 'Tất cả', counts && counts.draft + counts.issued + counts.cancelled],
    ['draft', 'Dự thảo', counts?.draft],
    ['issued', 'Đã cấp số', counts?.issued],
    ['cancelled', 'Đã hủy', counts?.cancelled],
  ];
  return (
    <div className={classes.tabs} role="group" aria-label="Mục xem">
      {views.map(([value, label, count]) => (
        <button key={label} type="button" aria-pressed={status === value} onClick={() => onChange(value)}>
          {label} <span>{count === undefined ? '' : formatVietnameseNumber(count)}</span>
        </button>
      ))}
    </div>
  );
}
