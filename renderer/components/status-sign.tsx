import type { OutgoingStatus } from '../../shared/contract/outgoing.ts';
import classes from './status-sign.module.css';

const words: Record<OutgoingStatus, string> = { draft: 'Dự thảo', reserved: 'Giữ số', issued: 'Đã cấp số', sent: 'Đã gửi', corrected: 'Đã đính chính', replaced: 'Đã thay thế', recalled: 'Đã thu hồi', cancelled: 'Đã hủy' };

/** The state of an outgoing dispatch as a word with its colour. */
export function StatusSign({ status }: { status: OutgoingStatus }) {
  return (
    <span className={classes.sign} data-status={status}>
      {words[status]}
    </span>
  );
}
