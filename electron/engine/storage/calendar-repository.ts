import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import type { CalendarDay, CalendarYear } from '../../../shared/contract/calendar.ts';
import { yearOf } from '../../../shared/domain/dates.ts';
import { type CalendarDay as DayOfYear, proposedYear, type WorkCalendar, workCalendar } from '../../../shared/domain/work-calendar.ts';
import type { Columns, DirectoryThing } from './directory-things.ts';
import type { Database } from './schema.ts';

/** The book, and the folder of the program's resources. */
export interface CalendarSource {
  database: Kysely<Database>;
  resources: URL;
}

interface ShippedCalendar {
  confirmedYears: number[];
  days: DayOfYear[];
}

const shippedBy = new Map<string, Promise<ShippedCalendar>>();

/** The years that come with the program. */
export function shippedCalendar(resources: URL): Promise<ShippedCalendar> {
  const file = new URL('calendar.json', resources);
  let known = shippedBy.get(file.href);
  if (!known) {
    known = readFile(file, 'utf8').then((text) => JSON.parse(text) as ShippedCalendar);
    // a file that could not be read is asked for again
    known.catch(() => shippedBy.delete(file.href));
    shippedBy.set(file.href, known);
  }
  return known;
}

/** Years for which the fixed holidays are proposed where nothing better is known. */
const proposedFrom = 1990;
const proposedTo = 2100;
let proposals: DayOfYear[] | null = null;

const proposedDays = (): DayOfYear[] => (proposals ??= Array.from({ length: proposedTo - proposedFrom + 1 }, (_, at) => proposedYear(proposedFrom + at)).flat());

/** The working days of the office: a year it has written itself, else the year that came with the program, else the fixed holidays. */
export async function readCalendar({ database, resources }: CalendarSource): Promise<WorkCalendar> {
  const shipped = await shippedCalendar(resources);
  const years = await database.selectFrom('calendarYear').select(['year', 'confirmed']).execute();
  const ourDays = await database.selectFrom('calendarDay').select(['day', 'year', 'kind', 'name', 'source']).execute();
  const ours = new Map(years.map(({ year, confirmed }) => [year, confirmed === 1]));
  const shippedYears = new Set(shipped.days.map(({ day }) => yearOf(day)));
  const days = [
    ...proposedDays().filter(({ day }) => !shippedYears.has(yearOf(day)) && !ours.has(yearOf(day))),
    ...shipped.days.filter(({ day }) => !ours.has(yearOf(day))),
    ...ourDays.map(({ year, ...day }) => ({ ...day, confirmed: ours.get(year) === true })),
  ];
  const confirmed = [...shipped.confirmedYears.filter((year) => !ours.has(year)), ...[...ours].filter(([, sure]) => sure).map(([year]) => year)];
  return workCalendar(days, confirmed);
}

/** One year as the office has it. */
export async function readYear({ database, resources }: CalendarSource, year: number): Promise<CalendarYear> {
  const ours = await database.selectFrom('calendarYear').selectAll().where('year', '=', year).executeTakeFirst();
  if (ours) {
    const days = await database.selectFrom('calendarDay').select(['day', 'kind', 'name', 'source']).where('year', '=', year).orderBy('day').execute();
    return { year, confirmed: ours.confirmed === 1, source: ours.source, days, from: 'ours' };
  }
  const shipped = await shippedCalendar(resources);
  const days = shipped.days.filter(({ day }) => yearOf(day) === year);
  const plain = (list: readonly DayOfYear[]): CalendarDay[] => list.map(({ day, kind, name, source }) => ({ day, kind, name, source }));
  if (days.length > 0) return { year, confirmed: shipped.confirmedYears.includes(year), source: 'Kèm theo chương trình', days: plain(days), from: 'shipped' };
  return { year, confirmed: false, source: 'Ngày nghỉ cố định theo luật; chưa có thông báo của năm', days: plain(proposedYear(year)), from: 'proposed' };
}

/** Years the program or the office knows, and those asked for, in order. */
export async function knownYears({ database, resources }: CalendarSource, wanted: readonly number[]): Promise<number[]> {
  const shipped = await shippedCalendar(resources);
  const ours = await database.selectFrom('calendarYear').select('year').execute();
  return [...new Set([...shipped.days.map(({ day }) => yearOf(day)), ...ours.map(({ year }) => year), ...wanted])].sort((one, other) => one - other);
}

/** A year the office has written, for its history: days as JSON. */
export const calendarThing: DirectoryThing = {
  async read(database, year): Promise<Columns | null> {
    const row = await database.selectFrom('calendarYear').selectAll().where('year', '=', year).executeTakeFirst();
    if (!row) return null;
    const days = await database.selectFrom('calendarDay').select(['day', 'kind', 'name', 'source']).where('year', '=', year).orderBy('day').execute();
    return { id: year, confirmed: row.confirmed, source: row.source, days: JSON.stringify(days) };
  },
  async insert(database, { id, confirmed, source, days }) {
    const year = id as number;
    await database.insertInto('calendarYear').values({ year, confirmed: confirmed as number, source: source as string }).execute();
    await writeDays(database, year, days as string);
    return year;
  },
  async change(database, year, { days, ...columns }) {
    if (Object.keys(columns).length > 0) await database.updateTable('calendarYear').set(columns).where('year', '=', year).execute();
    if (typeof days === 'string') await writeDays(database, year, days);
  },
  async remove(database, year) {
    await database.deleteFrom('calendarDay').where('year', '=', year).execute();
    await database.deleteFrom('calendarYear').where('year', '=', year).execute();
    return true;
  },
};

async function writeDays(database: Kysely<Database>, year: number, json: string): Promise<void> {
  await database.deleteFrom('calendarDay').where('year', '=', year).execute();
  const days = JSON.parse(json) as CalendarDay[];
  if (days.length > 0) await database.insertInto('calendarDay').values(days.map((day) => ({ ...day, year }))).execute();
}
