import type { LineState } from '../../shared/contract/outgoing.ts';

/** The states of an outgoing dispatch, as they are called. */
export const outgoingWords: Record<LineState, string> = { draft: 'Dự thảo', reserved: 'Giữ số', used: 'Số giữ đã dùng', issued: 'Đã cấp số', sent: 'Đã gửi', corrected: 'Đã đính chính', replaced: 'Đã thay thế', recalled: 'Đã thu hồi', cancelled: 'Đã hủy' };
