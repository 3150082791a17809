import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { shortDate } from '../../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../../shared/domain/vietnamese-number.ts';
import { engineQueries } from '../../../lib/engine.ts';
import classes from './owed-offer.module.css';

interface OwedOfferProps {
  organName: string;
  /** What the paper says of itself: subject and note, where a dispatch may be cited. */
  text: string;
  /** Owed ids that this paper is the report of. */
  taken: readonly number[];
  onTake: (taken: readonly number[]) => void;
}

/** Most offers shown: the oldest and the cited ones come first. */
const most = 5;

/** What the sender still has to report: the paper at hand may be it. Ticked, it is recorded with the line. */
export function OwedOffer({ organName, text, taken, onTake }: OwedOfferProps) {
  const input = useDeferredValue({ organName: organName.trim(), text: text.trim() });
  const offers = useQuery({ ...engineQueries.owed.offers.queryOptions({ input }), enabled: input.organName.length > 1, placeholderData: keepPreviousData, retry: false });
  const rows = organName.trim().length > 1 ? (offers.data?.rows ?? []) : [];
  if (rows.length === 0) return null;
  const shown = [...rows.filter((row) => taken.includes(row.id)), ...rows.filter((row) => !taken.includes(row.id))].slice(0, Math.max(most, taken.length));
  return (
    <div className={classes.offer} role="group" aria-label="Báo cáo đang chờ của nơi gửi">
      <p>Nơi gửi còn phải báo cáo; đánh dấu nếu văn bản này là báo cáo ấy:</p>
      {shown.map((row) => (
        <Checkbox
          key={row.id}
          size="xs"
          checked={taken.includes(row.id)}
          onChange={(event) => onTake(event.currentTarget.checked ? [...taken, row.id] : taken.filter((id) => id !== row.id))}
          label={
            <>
              {row.code ?? ''} · {row.what}, hạn {row.time ? `${row.time} ` : ''}
              {shortDate(row.due)}
              {row.state === 'late' ? <b> · trễ {formatVietnameseNumber(row.lateDays)} ngày</b> : null}
              {row.cited ? ' · có nhắc trong văn bản' : ''}
            </>
          }
        />
      ))}
      {rows.length > shown.length ? <p>… và {formatVietnameseNumber(rows.length - shown.length)} báo cáo nữa, ghi ở mục Theo dõi.</p> : null}
    </div>
  );
}
