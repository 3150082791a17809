import { addDays, officialDate, type IsoDate } from '../domain/dates.ts';
import { slashDate } from '../domain/days-in-words.ts';
import { hourInWords, recurrenceInWords } from '../domain/recurrence.ts';
import { lowerVietnamese } from '../domain/vietnamese-text.ts';
import type { RemindedObligation } from './late-report.ts';

/** A name that stands for many: `Các Sở, ngành tỉnh`, `UBND các huyện`. */
export const namesMany = (name: string): boolean => /(?:^|\s)(?:các|những)\s/iu.test(name);

/** `các Sở, ngành tỉnh` of `Các Sở, ngành tỉnh`; a name keeps its capital. */
export const insideSentence = (line: string): string => (/^(?:các|những|tất cả|toàn thể|thủ trưởng|giám đốc|chủ tịch)\s/iu.test(line) ? lowerVietnamese(line.charAt(0)) + line.slice(1) : line);

/** `05`, `12`: how many, with the zero of official papers. */
export const countInWords = (amount: number): string => (amount < 10 ? `0${amount}` : String(amount));

/** Whether what is owed is a report, and not some other work. */
export const isReport = (what: string): boolean => /báo cáo/iu.test(what);

/** `báo cáo kết quả triển khai, gửi Sở Nội vụ`; a receiver who is named already is not named twice. */
export function workInWords({ what, reportTo }: Pick<RemindedObligation, 'what' | 'reportTo'>): string {
  const said = reportTo === null || lowerVietnamese(what).includes(lowerVietnamese(reportTo));
  const work = lowerVietnamese(what.charAt(0)) + what.slice(1);
  return said ? work : `${work}, gửi ${insideSentence(reportTo)}`;
}

/** `chậm nhất ngày 17 tháng 8 năm 2020`, `trước 16 giờ 00 hằng ngày, từ ngày 15/8/2020 đến ngày 20/8/2020`. */
export function deadlineInWords({ due, time, bound, recurrence, until }: Pick<RemindedObligation, 'due' | 'time' | 'bound' | 'recurrence' | 'until'>): string {
  const by = bound === 'before' ? 'trước' : 'chậm nhất';
  if (recurrence !== null) {
    const often = recurrenceInWords(recurrence, time, due, bound);
    const span = until === null || until === due ? '' : `, từ ngày ${slashDate(due)} đến ngày ${slashDate(until)}`;
    return `${time === null ? '' : `${by} `}${often}${span}`;
  }
  if (time !== null) return `${by} ${hourInWords(time)} ${officialDate(due)}`;
  return bound === 'before' ? `trước ${officialDate(addDays(due, 1))}` : `chậm nhất ${officialDate(due)}`;
}

/** `đến hết ngày 18 tháng 8 năm 2020`, `đến 09 giờ 30 ngày 18 tháng 8 năm 2020`. */
export const untilInWords = ({ day, time }: { day: IsoDate; time: string | null }): string => (time === null ? `đến hết ${officialDate(day)}` : `đến ${hourInWords(time)} ${officialDate(day)}`);
