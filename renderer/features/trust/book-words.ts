import { shortDate } from '../../../shared/domain/dates.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

/** `09:15 ngày 20/11/2026` of a local instant. */
export const instantInWords = (at: string): string => `${at.slice(11, 16)} ngày ${shortDate(at.slice(0, 10))}`;

/** `1.204 văn bản đến, 980 văn bản đi` of the rows of every table. */
export const countsInWords = (counts: Record<string, number>): string => `${formatVietnameseNumber(counts.incoming ?? 0)} văn bản đến, ${formatVietnameseNumber(counts.outgoing ?? 0)} văn bản đi`;

/** `12,4 MB`, `820 KB`. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 2 ** 30) return `${formatVietnameseNumber(bytes / 2 ** 30, 1)} GB`;
  if (bytes >= 2 ** 20) return `${formatVietnameseNumber(bytes / 2 ** 20, 1)} MB`;
  return `${formatVietnameseNumber(Math.max(1, Math.round(bytes / 1024)))} KB`;
}
