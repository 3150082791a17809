import { addDays, localDay, localInstant, mondayOf } from '../../../shared/domain/dates.ts';
import { commonSeries, printedNumber } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type BookKey, bookState, hasGivenNumber, listBooks, nextNumber, startBook } from '../storage/book-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { countWeeks } from '../storage/week-counts.ts';
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
  context.write(async ({ database }) => {
    const key: BookKey = { kind: input.kind, series: input.series ?? commonSeries, year: input.year };
    const { series: rules } = await readSettings(database);
    const known = key.series === commonSeries || (key.kind === 'outgoing' && rules.some((rule) => rule.name === key.series));
    if (!known) throw new Refusal('NOT_FOUND', `Chưa có dãy số «${key.series}»; khai dãy số cùng các loại văn bản của nó ở Cài đặt trước.`, { series: key.series });
    if (await hasGivenNumber(database, key)) {
      const next = await nextNumber(database, key);
      throw new Refusal('NOT_ALLOWED', `Dãy số «${key.series}» năm ${key.year} đã cấp số, số kế tiếp là ${printedNumber(next)}; số bắt đầu chỉ đặt được khi sổ chưa cấp số nào.`, { ...key, next });
    }
    await startBook(database, key, input.next, localInstant(context.clock()));
    return { ...key, next: input.next, open: true, lastDate: null };
  }),
);

export const weeks = implementer.books.weeks.handler(async ({ input: { weeks: wanted, asOf }, context }) => {
  const last = mondayOf(asOf ?? localDay(context.clock()));
  const mondays = Array.from({ length: wanted }, (_, at) => addDays(last, 7 * (at + 1 - wanted)));
  const { incoming, outgoing } = await countWeeks(context.database, mondays);
  return { rows: mondays.map((from, at) => ({ from, to: addDays(last, 7 * (at + 1 - wanted) + 6), incoming: incoming[at] ?? 0, outgoing: outgoing[at] ?? 0 })) };
});
