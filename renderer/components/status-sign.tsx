import type { OutgoingStatus } from '../../shared/contract/outgoing.ts';
import classes from './status-sign.module.css';

const words: Record<OutgoingStatus, string> = { draft: 'Dự thảo', issued: 'Đã cấp số', cancelled: 'Đã hủy' };

/** The state of an outgoing dispatch as a word with its colour. */
export function StatusSign({ status }: { status: OutgoingStatus }) {
  return (
    <span className={classes.sign} data-status={status}>
      {words[status]}
    </span>
  );
}
