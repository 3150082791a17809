import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

/** `1.204 văn bản đến, 980 văn bản đi` of the rows of every table. */
export const countsInWords = (counts: Record<string, number>): string => `${formatVietnameseNumber(counts.incoming ?? 0)} văn bản đến, ${formatVietnameseNumber(counts.outgoing ?? 0)} văn bản đi`;
