import { formatVietnameseNumber } from './vietnamese-number.ts';

/** How long something has been late, from whole calendar days: `3 ngày`; within the first day `vừa trễ`. */
export const daysLateInWords = (days: number): string => (days > 0 ? `${formatVietnameseNumber(days)} ngày` : 'vừa trễ');
