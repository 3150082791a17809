import type { BookYear, BookYearActName } from '../../../shared/contract/books.ts';
import { type BookYears, openYear, runningYear } from '../../../shared/domain/book-years.ts';
import { addDays, localDay, localInstant, mondayOf, yearOf } from '../../../shared/domain/dates.ts';
import { commonSeries, printedNumber } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type BookKey, bookState, hasGivenNumber, listBooks, nextNumber, startBook } from '../storage/book-repository.ts';
import { actNow, type EngineParts } from '../engine-parts.ts';
import { addBookYearAct, bookYearActs, hasLinesOf, lastNumbers, readBookYears, writeBookYears } from '../storage/book-year-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { countWeeks } from '../storage/week-counts.ts';
import { closedBook } from './enter-year.ts';
import { implementer } from './implementer.ts';

/** The books that have begun and those of this year that will begin with their first number. */
export const list = implementer.books.list.handler(async ({ input, context }) => {
  const thisYear = context.clock().getFullYear();
  const begun = await listBooks(context.database, input?.year);
  const { series } = await readSettings(context.database);
  const wanted = [commonSeries, ...series.map((rule) => rule.name)];
  const coming = (input?.year ?? thisYear) === thisYear ? wanted.filter((name) => !begun.some((book) => book.kind === 'outgoing' && book.year === thisYear && book.series === name)) : [];
  const incoming = (input?.year ?? thisYear) === thisYear && !begun.some((book) => book.kind === 'incoming' && book.year === thisYear) ? [{ kind: 'incoming' as const, series: commonSeries, year: thisYear, next: 1, startedAt: null }] : [];
  const rows = [...coming.map((name) => ({ kind: 'outgoing' as const, series: name, year: thisYear, next: 1, startedAt: null })), ...begun, ...incoming];
  return { rows: await Promise.all(rows.map(async (key) => ({ kind: key.kind, series: key.series, year: key.year, ...(await bookState(context.database, key, thisYear)) }))) };
});

export const start = implementer.books.start.handler(({ input, context }) =>
  context.write(async (held) => {
    const { database } = held;
    const key: BookKey = { kind: input.kind, series: input.series ?? commonSeries, year: input.year };
    const { series: rules } = await readSettings(database);
    const known = key.series === commonSeries || (key.kind === 'outgoing' && rules.some((rule) => rule.name === key.series));
    if (!known) throw new Refusal('NOT_FOUND', `Chưa có dãy số «${key.series}»; khai dãy số cùng các loại văn bản của nó ở Cài đặt trước.`, { series: key.series });
    if (await hasGivenNumber(database, key)) {
      const next = await nextNumber(database, key);
      throw new Refusal('NOT_ALLOWED', `Dãy số «${key.series}» năm ${key.year} đã cấp số, số kế tiếp là ${printedNumber(next)}; số bắt đầu chỉ đặt được khi sổ chưa cấp số nào.`, { ...key, next });
    }
    const years = await readBookYears(database, key.kind);
    if (years[key.year] === 'closed') throw closedBook(key.kind, key.year);
    await startBook(database, key, input.next, localInstant(context.clock()));
    await changeYear(held, key, openYear(years, key.year, yearOf(localDay(context.clock()))), 'start');
    return { ...key, next: input.next, open: true, lastDate: null };
  }),
);

export const weeks = implementer.books.weeks.handler(async ({ input: { weeks: wanted, asOf }, context }) => {
  const last = mondayOf(asOf ?? localDay(context.clock()));
  const mondays = Array.from({ length: wanted }, (_, at) => addDays(last, 7 * (at + 1 - wanted)));
  const { incoming, outgoing } = await countWeeks(context.database, mondays);
  return { rows: mondays.map((from, at) => ({ from, to: addDays(last, 7 * (at + 1 - wanted) + 6), incoming: incoming[at] ?? 0, outgoing: outgoing[at] ?? 0 })) };
});

type YearKey = Pick<BookKey, 'kind' | 'year'>;

/** Writes the years of a kind of book as an act leaves them, and the act. */
async function changeYear(held: EngineParts, { kind, year }: YearKey, after: BookYears, act: BookYearActName, reason: string | null = null): Promise<void> {
  const { database } = held;
  await writeBookYears(database, kind, await readBookYears(database, kind), after);
  await addBookYearAct(database, { ...actNow(held, await readSettings(database)), kind, year, act, reason });
}

/** The last month of a year, in which the next one's books are offered. */
const december = 12;

export const years = implementer.books.years.handler(async ({ context }) => {
  const { database } = context;
  const rows = await describeYears(database);
  const today = localDay(context.clock());
  const coming = yearOf(today) + 1;
  const begun = (['incoming', 'outgoing'] as const).every((kind) => rows.some((row) => row.kind === kind && row.year === coming));
  return { rows, offer: Number(today.slice(5, 7)) === december && rows.length > 0 && !begun ? coming : null };
});

async function describeYears(database: EngineParts['database']): Promise<BookYear[]> {
  const acts = await bookYearActs(database);
  const numbers = await lastNumbers(database);
  const rows: BookYear[] = [];
  for (const kind of ['incoming', 'outgoing'] as const) {
    const states = await readBookYears(database, kind);
    // a year that came from an old book alone stands among the past ones, and can be closed like them
    const known = new Set([...Object.keys(states).map(Number), ...numbers.filter((row) => row.kind === kind).map(({ year }) => year)]);
    for (const year of known) {
      const state = states[year] ?? 'past';
      const of = <Row extends YearKey>(row: Row): boolean => row.kind === kind && row.year === year;
      rows.push({
        kind,
        year,
        state,
        series: numbers.filter(of).map(({ series, last, lastDate, lines }) => ({ name: series, last, lastDate, lines })),
        reserved: numbers.filter(of).reduce((sum, { reserved }) => sum + reserved, 0),
        acts: acts.filter(of).map(({ at, who, act, reason }) => ({ at, who, act, reason })),
      });
    }
  }
  return rows.sort((one, other) => other.year - one.year || one.kind.localeCompare(other.kind));
}

async function describeYear(database: EngineParts['database'], { kind, year }: YearKey): Promise<BookYear> {
  const found = (await describeYears(database)).find((row) => row.kind === kind && row.year === year);
  if (!found) throw new Refusal('NOT_FOUND', `Chưa có sổ năm ${year}.`, { kind, year });
  return found;
}

export const open = implementer.books.open.handler(({ input: key, context }) =>
  context.write(async (held) => {
    const before = await readBookYears(held.database, key.kind);
    if (before[key.year] === 'closed') throw closedBook(key.kind, key.year);
    const today = localDay(context.clock());
    if (key.year > yearOf(today) + 1) throw new Refusal('NOT_ALLOWED', `Năm ${key.year} còn quá xa nên chưa mở sổ được.`, { ...key });
    await changeYear(held, key, openYear(before, key.year, yearOf(today)), 'open');
    return describeYear(held.database, key);
  }),
);

export const close = implementer.books.close.handler(({ input: { reason, ...key }, context }) =>
  context.write(async (held) => {
    const before = await readBookYears(held.database, key.kind);
    if (before[key.year] === undefined && !(await hasLinesOf(held.database, key))) throw new Refusal('NOT_FOUND', `Chưa có sổ năm ${key.year} để đóng.`, { ...key });
    if (before[key.year] === 'closed') throw new Refusal('NOT_ALLOWED', `Sổ năm ${key.year} đã đóng từ trước.`, { ...key });
    await changeYear(held, key, { ...before, [key.year]: 'closed' }, 'close', reason ?? null);
    return describeYear(held.database, key);
  }),
);

export const reopen = implementer.books.reopen.handler(({ input: { reason, ...key }, context }) =>
  context.write(async (held) => {
    const before = await readBookYears(held.database, key.kind);
    if (before[key.year] !== 'closed') throw new Refusal('NOT_ALLOWED', `Sổ năm ${key.year} không ở trạng thái đã đóng.`, { ...key });
    const others = Object.fromEntries(Object.entries(before).filter(([year]) => Number(year) !== key.year));
    // it goes on where it stood: as the running one where none has begun since
    const after = { ...before, [key.year]: runningYear(others) === null ? 'running' : 'beside' } as const;
    await changeYear(held, key, after, 'reopen', reason);
    return describeYear(held.database, key);
  }),
);
