import { addDays, shortDate, weekdayOf, type IsoDate } from './dates.ts';

/** A day that is not worked, as it is named in the sentence. */
export interface DayOff {
  day: IsoDate;
  name: string;
  weekend: boolean;
}

/** What was met while a term was counted: `off` on the way (working days) or at its end (calendar days), `worked` the weekend days that counted. */
export interface CountedTerm {
  from: IsoDate;
  amount: number;
  unit: 'days' | 'working-days';
  counted: IsoDate;
  due: IsoDate;
  off: readonly DayOff[];
  worked: readonly IsoDate[];
}

const dated = (day: IsoDate): string => `${weekdayOf(day)} ${shortDate(day)}`;

/** One or two sentences that let a reader check the count on a paper calendar. */
export function termInWords({ from, amount, unit, counted, due, off, worked }: CountedTerm): string {
  if (unit === 'days') {
    const count = `Đếm ${amount} ngày theo lịch từ sau ngày ${shortDate(from)} (không tính ngày đầu), đến hết ${dated(counted)}.`;
    return counted === due ? count : `${count} Ngày ấy không làm việc (${list(runs(off))}) nên hạn chuyển đến hết ngày làm việc tiếp theo, ${dated(due)} (Bộ luật Dân sự 2015, Điều 148).`;
  }
  const weekends = off.filter((day) => day.weekend).length;
  const skipped = [...(weekends > 0 ? [`${weekends} ngày Thứ Bảy, Chủ Nhật`] : []), ...runs(off.filter((day) => !day.weekend))];
  const passed = skipped.length > 0 ? `; bỏ qua ${list(skipped)}` : '';
  const counting = worked.length > 0 ? `; có tính ${list(worked.map(dated))} làm bù` : '';
  return `Đếm ${amount} ngày làm việc từ sau ngày ${shortDate(from)} (không tính ngày đầu)${passed}${counting}; ngày cuối là ${dated(due)}.`;
}

/** Days of one name that stand side by side are said once: `Tết Nguyên đán (16/02/2026–20/02/2026)`. */
function runs(off: readonly DayOff[]): string[] {
  const found: { name: string; first: IsoDate; last: IsoDate }[] = [];
  for (const { day, name } of off) {
    const before = found.at(-1);
    if (before && before.name === name && addDays(before.last, 1) === day) before.last = day;
    else found.push({ name, first: day, last: day });
  }
  return found.map(({ name, first, last }) => {
    const day = first === last ? shortDate(first) : `${shortDate(first)}–${shortDate(last)}`;
    return name === weekdayOf(first) ? `${name} ${day}` : `${name} (${day})`;
  });
}

const list = (parts: readonly string[]): string => (parts.length > 1 ? `${parts.slice(0, -1).join(', ')} và ${parts.at(-1)}` : parts.join(''));
