import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';

/** `1.247 văn bản`, or `hơn 10.000 văn bản` while they are still being counted. */
export const countSentence = (total: number, more: boolean): string => `${more ? 'hơn ' : ''}${formatVietnameseNumber(total)} văn bản`;
