/** Reads what a clerk types for an hour of the day: `16`, `16h`, `16h30`, `16:30`, `16 giờ 30`, `1630` → `HH:mm`; null when it is no hour of a day. */
export function readTypedTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:\s*(?:h|g|giờ|:|\.)\s*(\d{1,2})?(?:\s*(?:phút|p))?|(\d{2}))?$/.exec(typed.trim().normalize('NFC').toLowerCase());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? match[3] ?? 0)];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

/** What a text that is no hour is answered with. */
export const unreadTime = (typed: string): string => `«${typed.trim()}» không phải là giờ; gõ như 16, 16h30 hoặc 16:30.`;
