import type { IncomingLine, OutgoingLine, RegisterLine } from './register-line.ts';

const urgency = ['', 'Khẩn', 'Thượng khẩn', 'Hỏa tốc'];

/** `Hủy: trùng số`, or the word alone when nobody said why. */
const because = (what: string, reason: string | null): string => (reason?.trim() ? `${what}: ${reason.trim()}` : what);
const by = (what: string, code: string | null): string => (code ? `${what} ${code}` : what);

/**
 * What stands under Ghi chú: why a line is no ordinary one (hủy, thu hồi, đính chính, thay thế, giữ số, lùi ngày), the
 * urgency, then the clerk's own note. What the note says itself, as that of an old book does, is not said twice.
 */
export function noteOf(line: RegisterLine): string {
  const note = line.note?.trim() ?? '';
  const state = line.kind === 'incoming' ? incomingState(line) : outgoingState(line);
  const backdated = line.backdated === null ? null : because('Vào sổ lùi ngày', line.backdated);
  const urgent = line.kind === 'incoming' ? (urgency[line.priority] ?? '') : '';
  const parts = note.split('; ');
  const reason = line.cancelReason?.trim() ?? '';
  const told = state === null || note.startsWith(state) || (reason !== '' && note.startsWith(reason) && callsItCancelled.test(note));
  return [told ? null : state, backdated, parts.includes(urgent) ? null : urgent, note].filter(Boolean).join('; ');
}

/** A note of an old book that begins with the word itself. */
const callsItCancelled = /^["“(\s]*(?:đã |số )?(?:hủy|huỷ|bỏ)/iu;

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
