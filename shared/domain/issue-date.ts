import { type IsoDate, shortDate, yearOf } from './dates.ts';

/** What is known of the book a number is to be taken from. */
export interface BookState {
  /** Whether it is this year's, a coming one, or a past one the office has opened on purpose. */
  open: boolean;
  /** The date of its newest number; null when it has given none. */
  lastDate: IsoDate | null;
}

/** Whether the year is so far ahead that it can only be a slip of the keyboard: the number would be burnt in a wrong book. */
export const yearIsSlip = (issuedDate: IsoDate, today: IsoDate): boolean => yearOf(issuedDate) > yearOf(today) + 1;

/** What a careful archivist would say about giving a number on this date (numbers follow the order of time, Điều 15 khoản 1b). */
export function dateNotices(issuedDate: IsoDate, today: IsoDate, book: Pick<BookState, 'lastDate'>): string[] {
  const notices: string[] = [];
  if (issuedDate > today) notices.push(`Ngày văn bản ${shortDate(issuedDate)} sau hôm nay ${shortDate(today)}.`);
  if (book.lastDate !== null && book.lastDate > issuedDate) notices.push(`Ngày văn bản ${shortDate(issuedDate)} trước ngày ${shortDate(book.lastDate)} của số liền trước; số phải theo trình tự thời gian.`);
  return notices;
}
