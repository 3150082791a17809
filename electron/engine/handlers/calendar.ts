import { isRealDate, localDay, notInCalendar, shortDate, weekdayOf, yearOf } from '../../../shared/domain/dates.ts';
import { dayProblem } from '../../../shared/domain/day-problem.ts';
import { safeFileName } from '../../../shared/domain/file-names.ts';
import { fileTypes } from '../../../shared/domain/file-types.ts';
import { readOldDate } from '../../../shared/domain/import/read-old-date.ts';
import type { Problem } from '../../../shared/domain/refusal.ts';
import { endOfTerm, isWeekend } from '../../../shared/domain/work-calendar.ts';
import { foldVietnamese } from '../../../shared/domain/vietnamese-text.ts';
import type { CalendarDay, CalendarYear } from '../../../shared/contract/calendar.ts';
import { plainSheet } from '../../../shared/letter/plain-sheet.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { readNamedSheet } from '../import/read-named-sheet.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { calendarThing, knownYears, readCalendar, readYear } from '../storage/calendar-repository.ts';
import { addThing, changeThing } from '../storage/directory-things.ts';
import { differences } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { recordTracking } from '../storage/tracking-acts.ts';
import { implementer } from './implementer.ts';

const kindNames: Readonly<Record<CalendarDay['kind'], string>> = { holiday: 'Nghỉ lễ', 'made-up': 'Nghỉ bù', 'swapped-off': 'Nghỉ hoán đổi', worked: 'Làm bù' };

export const list = implementer.calendar.list.handler(async ({ context }) => {
  const thisYear = context.clock().getFullYear();
  const years = await knownYears(context, [thisYear, thisYear + 1]);
  const rows = [];
  for (const year of years) {
    const { confirmed, source, days, from } = await readYear(context, year);
    rows.push({ year, confirmed, source, days: days.length, from });
  }
  return { rows };
});

export const get = implementer.calendar.get.handler(({ input: { year }, context }) => readYear(context, year));

export const save = implementer.calendar.save.handler(({ input, context }) => context.write((held) => saveYear(held, input, 'calendar')));

export const exportYear = implementer.calendar.export.handler(async ({ input: { year }, context }) => {
  const { days } = await readYear(context, year);
  const title = `Ngày nghỉ, làm bù năm ${year}`;
  const columns = [{ header: 'Ngày', widthMm: 28 }, { header: 'Thứ', widthMm: 24 }, { header: 'Loại', widthMm: 34 }, { header: 'Tên', widthMm: 70 }, { header: 'Căn cứ', widthMm: 100 }];
  const rows = days.map(({ day, kind, name, source }) => [shortDate(day), weekdayOf(day), kindNames[kind], name, source]);
  const bytes = await context.documents.build({ kind: 'appendix-xlsx', sheet: plainSheet(String(year), title, columns, rows), meta: { title, author: context.user, created: context.clock() } });
  return new File([new Uint8Array(bytes)], safeFileName(title, 'xlsx'), { type: fileTypes.xlsx });
});

export const importYear = implementer.calendar.import.handler(async ({ input: { year, file }, context }) => {
  const { rows } = await readNamedSheet(context.strangers, file, { day: ['ngay'], kind: ['loai', 'loai ngay'], name: ['ten', 'ten ngay', 'noi dung', 'ngay le'], source: ['can cu', 'nguon', 'van ban'] }, { day: 'Ngày', kind: 'Loại' });
  const problems: Problem[] = [];
  const days: CalendarDay[] = [];
  for (const row of rows) {
    const say = (message: string): void => void problems.push({ field: `rows.${row.row}`, message: `Dòng ${row.row}: ${message}` });
    const day = readOldDate(row.cells.day, { year, thisYear: context.clock().getFullYear() });
    const kind = kindOf(row.text('kind'));
    if (!('date' in day)) say('unclear' in day ? day.unclear : 'chưa ghi ngày.');
    else if (kind === null) say(`loại «${row.text('kind')}» không có; ghi Nghỉ lễ, Nghỉ bù, Nghỉ hoán đổi hoặc Làm bù.`);
    else days.push({ day: day.date, kind, name: row.text('name') || kindNames[kind], source: row.text('source') });
  }
  if (problems.length > 0) throw refuseProblems(problems);
  // what a sheet says is confirmed by a person, on the screen
  return context.write((held) => saveYear(held, { year, days, confirmed: false, source: `Tệp «${file.name}»`.slice(0, 300) }, 'calendar-import'));
});

export const count = implementer.calendar.count.handler(async ({ input, context }) => {
  const message = dayProblem('Ngày bắt đầu', input.from);
  if (message !== null) throw refuseProblems([{ field: 'from', message }]);
  return endOfTerm(await readCalendar(context), input);
});

const kindOf = (text: string): CalendarDay['kind'] | null => {
  const folded = foldVietnamese(text).trim();
  return (Object.keys(kindNames) as CalendarDay['kind'][]).find((kind) => folded === kind || folded === foldVietnamese(kindNames[kind])) ?? null;
};

async function saveYear(held: EngineParts, { year, days, confirmed, source }: Pick<CalendarYear, 'year' | 'days' | 'confirmed' | 'source'>, act: string): Promise<CalendarYear & { act: number | null; notices: string[] }> {
  const { database } = held;
  const sorted = [...days].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const problems = dayProblems(year, days);
  if (problems.length > 0) throw refuseProblems(problems);
  const columns = { id: year, confirmed: confirmed ? 1 : 0, source, days: JSON.stringify(sorted.map(({ day, kind, name, source: basis }) => ({ day, kind, name, source: basis }))) };
  const present = await calendarThing.read(database, year);
  const change = present ? await changeThing(database, 'calendar', calendarThing, year, differences(present, columns)) : await addThing(database, 'calendar', calendarThing, columns);
  const actId = change ? await recordTracking(database, { ...actNow(held, await readSettings(database)), act, reason: null }, [change]) : null;
  return { ...(await readYear(held, year)), act: actId, notices: yearNotices(year, sorted, confirmed, localDay(held.clock())) };
}

function dayProblems(year: number, days: readonly CalendarDay[]): Problem[] {
  const seen = new Set<string>();
  return days.flatMap(({ day, kind, name }, at): Problem[] => {
    const field = `days.${at}.day`;
    if (!isRealDate(day)) return [{ field, message: `${notInCalendar(`Ngày của «${name}»`, day)}; ghi ngày có thật.` }];
    if (yearOf(day) !== year) return [{ field, message: `Ngày ${shortDate(day)} («${name}») không thuộc năm ${year}; ghi ở lịch năm ${yearOf(day)}.` }];
    if (seen.has(day)) return [{ field, message: `Ngày ${shortDate(day)} ghi hai lần; giữ một dòng.` }];
    seen.add(day);
    if (kind === 'worked' && !isWeekend(day)) return [{ field, message: `${weekdayOf(day)} ${shortDate(day)} vốn là ngày làm việc; «làm bù» chỉ ghi cho thứ Bảy, Chủ Nhật.` }];
    return [];
  });
}

/** What an official year usually has and this one lacks, so that a slip is seen before a deadline falls on it. */
function yearNotices(year: number, days: readonly CalendarDay[], confirmed: boolean, today: string): string[] {
  const off = new Set(days.filter(({ kind }) => kind !== 'worked').map(({ day }) => day.slice(5)));
  const missing = [['01-01', '01/01'], ['04-30', '30/4'], ['05-01', '01/5'], ['09-02', '02/9'], ...(year >= 2026 ? [['11-24', '24/11']] : [])].filter(([day = '']) => !off.has(day)).map(([, name]) => name);
  const notices = missing.length > 0 ? [`Lịch năm ${year} chưa có ngày nghỉ ${missing.join(', ')}.`] : [];
  if (!confirmed && yearOf(today) >= year) notices.push(`Lịch năm ${year} chưa đánh dấu đã xác nhận; hạn tính qua năm này sẽ ghi kèm điều đó.`);
  return notices;
}
