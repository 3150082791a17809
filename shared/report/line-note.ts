import type { IncomingLine, OutgoingLine, RegisterLine } from './register-line.ts';

const urgency = ['', 'Khẩn', 'Thượng khẩn', 'Hỏa tốc'];

/** `Hủy: trùng số`, or the word alone when nobody said why. */
const because = (what: string, reason: string | null): string => (reason?.trim() ? `${what}: ${reason.trim()}` : what);
const by = (what: string, code: string | null): string => (code ? `${what} ${code}` : what);

/**
 * What stands under Ghi chú: why a line is no ordinary one (hủy, thu hồi, đính chính, thay thế, giữ số, lùi ngày), the
 * urgency, then the clerk's own note.
 */
export function noteOf(line: RegisterLine): string {
  const state = line.kind === 'incoming' ? incomingState(line) : outgoingState(line);
  const backdated = line.backdated === null ? null : because('Vào sổ lùi ngày', line.backdated);
  const urgent = line.kind === 'incoming' ? (urgency[line.priority] ?? '') : '';
  return [state, backdated, urgent, line.note?.trim()].filter(Boolean).join('; ');
}

function incomingState({ status, cancelReason }: IncomingLine): string | null {
  switch (status) {
    case 'registered':
      return null;
    case 'cancelled':
      return because('Hủy', cancelReason);
    case 'recalled':
      return because('Nơi gửi thu hồi', cancelReason);
  }
}

function outgoingState({ status, cancelReason, byCode, reservedReason }: OutgoingLine): string | null {
  const kept = reservedReason === null ? null : because('Giữ số', reservedReason);
  switch (status) {
    case 'issued':
    case 'sent':
      return kept;
    case 'reserved':
      return kept ?? 'Giữ số';
    case 'used':
      return [kept ?? 'Giữ số', by('đã dùng cho', byCode)].join(', ');
    case 'corrected':
      return by('Đính chính bằng', byCode);
    case 'replaced':
      return by('Thay thế bằng', byCode);
    case 'recalled':
      return because('Thu hồi', cancelReason);
    case 'cancelled':
      return because('Hủy', cancelReason);
  }
}
