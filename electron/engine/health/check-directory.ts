import { isRealDate, notInCalendar } from '../../../shared/domain/dates.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';

/** The directory and the calendar: entries merged or succeeded in a circle, calendar days of another year than theirs or that are none. */
export function checkDirectory(book: PlainBook, list: FindingList): void {
  for (const [link, verb] of [['mergedInto', 'gộp vào'], ['succeededBy', 'kế thừa'], ['parentId', 'trực thuộc']] as const) {
    const circular = book.each<{ id: number; name: string }>(
      `WITH RECURSIVE way (start, at) AS (SELECT id, ${link} FROM agency WHERE ${link} IS NOT NULL UNION SELECT start, ${link} FROM way CROSS JOIN agency ON agency.id = way.at WHERE ${link} IS NOT NULL)
       SELECT id, name FROM agency WHERE EXISTS (SELECT 1 FROM way WHERE start = agency.id AND at = agency.id)`,
    );
    for (const { name } of circular) list.add({ rule: 'link', severity: 'error', message: `Danh bạ: «${name}» ${verb} một mục mà cuối cùng lại ${verb} chính nó; sửa ở Danh bạ.`, where: { kind: 'database' } });
  }
  for (const { day, year, name } of book.each<{ day: string; year: number; name: string }>('SELECT day, year, name FROM calendarDay ORDER BY day')) {
    if (!isRealDate(day)) list.add({ rule: 'date-range', severity: 'warning', message: `Lịch nghỉ năm ${year}: ${notInCalendar(`ngày của «${name}»`, day)}.`, where: { kind: 'database' } });
    else if (Number(day.slice(0, 4)) !== year) list.add({ rule: 'date-range', severity: 'warning', message: `Lịch nghỉ năm ${year} có «${name}» ngày ${day}, không thuộc năm ấy.`, where: { kind: 'database' } });
  }
}
