import type { OutgoingStatus } from '../../shared/contract/outgoing.ts';

/** The states of an outgoing dispatch, as they are called. */
export const outgoingWords: Record<OutgoingStatus, string> = { draft: 'Dự thảo', reserved: 'Giữ số', issued: 'Đã cấp số', sent: 'Đã gửi', corrected: 'Đã đính chính', replaced: 'Đã thay thế', recalled: 'Đã thu hồi', cancelled: 'Đã hủy' };
