import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import type { LateRow } from '../../../shared/contract/owed.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import type { lateSorts, ListSort } from '../../../shared/domain/list-sort.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { Notice } from '../../components/notice.tsx';
import { ListSkeleton } from '../../components/register-list/list-skeleton.tsx';
import { SortHead } from '../../components/sort-head.tsx';
import { lateAddress } from '../../lib/late-address.ts';
import { engineQueries } from '../../lib/engine.ts';
import { refusalSentence } from '../../lib/refusal-sentence.ts';
import { daysLateInWords } from '../../../shared/domain/days-late.ts';
import classes from './late-rows.module.css';

type LateSort = ListSort<(typeof lateSorts)[number]>;
const heads = [['due', 'Hạn'], ['lateDays', 'Trễ'], ['who', 'Đơn vị, người giải quyết'], ['code', 'Số, ký hiệu'], ['subject', 'Trích yếu']] as const;
/** The order nobody has asked for. */
const dueFirst = { by: 'due', order: 'asc' } as const;

const n = formatVietnameseNumber;
/** Lines at first, and at each «Xem thêm». */
const stride = 500;
/** How often it is counted anew, ms: an hour asked for passes while nobody touches the window. */
const everyMinute = 60_000;

/** Quá hạn: the very rows that the number over every screen counts, the longest late first; a line leads to what it is about. */
export function LateRows({ sort, onSort }: { sort: LateSort | null; onSort: (sort: LateSort | null) => void }) {
  const navigate = useNavigate();
  const [limit, setLimit] = useState(stride);
  const late = useQuery({ ...engineQueries.owed.late.queryOptions({ input: { limit, ...(sort && { sort }) } }), placeholderData: keepPreviousData, refetchInterval: everyMinute });
  if (late.isError && !late.data) {
    return (
      <Notice tone="trouble" title="Chưa đọc được danh sách quá hạn" action={{ label: 'Thử lại', run: () => void late.refetch() }}>
        {refusalSentence(late.error)}
      </Notice>
    );
  }
  if (!late.data) return <ListSkeleton label="Đang đọc danh sách quá hạn" />;
  const { rows, total, owed, incoming } = late.data;
  if (total === 0) {
    return (
      <Notice title="Không có việc nào quá hạn" action={{ label: 'Xem lịch hạn', run: () => void navigate('/theo-doi?xem=lich') }}>
        Báo cáo đơn vị khác nợ và văn bản đến phải giải quyết tại cơ quan, hễ quá hạn thì hiện ở đây, trễ lâu nhất đứng trước.
      </Notice>
    );
  }
  return (
    <div className={classes.late}>
      <p className={classes.told}>
        <b>Quá hạn {n(total)}</b>: {n(owed)} báo cáo đơn vị chưa gửi (mỗi đơn vị, mỗi kỳ báo cáo là một dòng) và {n(incoming)} văn bản đến chưa giải quyết xong.
      </p>
      <table className={classes.table} aria-label="Quá hạn" onKeyDown={moveByArrows}>
        <thead>
          <tr>
            {heads.map(([by, label]) => (
              <SortHead key={by} by={by} label={label} sort={sort} unsorted={dueFirst} onSort={(next) => onSort(next as LateSort | null)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.kind} ${row.owed ?? row.id}`} row={row} />
          ))}
        </tbody>
      </table>
      {total > rows.length ? (
        <p className={classes.told}>
          Đang hiện {n(rows.length)} dòng {sort ? 'đầu' : 'trễ lâu nhất'} trong {n(total)}.{' '}
          <Button size="xs" variant="default" loading={late.isFetching} onClick={() => setLimit((before) => Math.min(20_000, before + stride))}>
            Xem thêm
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function Line({ row }: { row: LateRow }) {
  const { due, time, lateDays, who, code, subject, what, kind } = row;
  return (
    <tr>
      <td>
        <Link to={lateAddress(row)}>
          {time ? `${time} ` : ''}
          {shortDate(due)}
        </Link>
      </td>
      <td className={classes.days}>{daysLateInWords(lateDays)}</td>
      <td title={who}>{who || (kind === 'incoming' ? 'chưa chuyển' : '—')}</td>
      <td title={code ?? undefined}>{code ?? '—'}</td>
      <td title={`${subject} · ${what}`}>
        {subject}
        <small>{what}</small>
      </td>
    </tr>
  );
}

/** ↑ and ↓ go from line to line, Home and End to the first and last. */
function moveByArrows(event: KeyboardEvent<HTMLTableElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody a')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  lines[Math.max(0, Math.min(lines.length - 1, to))]?.focus();
}
