import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { Link } from 'react-router';
import { formatVietnameseNumber } from '../../shared/domain/vietnamese-number.ts';
import { engineQueries } from '../lib/engine.ts';
import { backupState } from '../lib/backup-state.ts';
import { useToday } from '../lib/use-today.ts';
import classes from './book-state.module.css';

/** At the foot of every screen: how many documents the books hold, and how safe they are. */
export const BookState = memo(function BookState() {
  const today = useToday();
  const incoming = useQuery(engineQueries.incoming.views.queryOptions({ input: {} }));
  const outgoing = useQuery(engineQueries.outgoing.list.queryOptions({ input: { limit: 1 } }));
  // a backup made by itself is noticed within a minute
  const backups = useQuery({ ...engineQueries.backup.list.queryOptions(), refetchInterval: 60_000 });
  const amount = incoming.data && outgoing.data ? incoming.data.all + outgoing.data.total : null;
  const state = backups.data ? backupState(backups.data, today) : null;
  return (
    <>
      {amount === null ? null : <span>cả hai sổ {formatVietnameseNumber(amount)} văn bản</span>}
      {state ? (
        <Link to="/sao-luu" className={classes.backup ?? ''} data-tone={state.tone} title={state.why}>
          {state.words}
        </Link>
      ) : null}
      {backups.isError ? (
        <Link to="/sao-luu" className={classes.backup ?? ''} data-tone="trouble">
          chưa biết tình trạng sao lưu
        </Link>
      ) : null}
    </>
  );
});
