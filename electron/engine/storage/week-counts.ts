import { type Kysely, sql } from 'kysely';
import { addDays, dayNumber, type IsoDate } from '../../../shared/domain/dates.ts';
import type { Database } from './schema.ts';
import { keySpan, outgoingDay } from './sort-key.ts';

type OfDay = { day: number; amount: number };

/** How many came in and went out in each of the weeks that begin with these Mondays, which follow one another; read from indexes alone but for cancelled lines, which do not count. */
export async function countWeeks(database: Kysely<Database>, mondays: readonly IsoDate[]): Promise<{ incoming: number[]; outgoing: number[] }> {
  const last = mondays.at(-1);
  if (last === undefined) return { incoming: [], outgoing: [] };
  const [first = last] = mondays;
  const to = addDays(last, 6);
  const { rows: arrived } = await sql<{ day: IsoDate; amount: number }>`
    SELECT arrivalDate AS day, count(*) AS amount FROM incoming INDEXED BY incoming_by_day WHERE arrivalDate BETWEEN ${first} AND ${to} GROUP BY arrivalDate
    UNION ALL SELECT arrivalDate, -count(*) FROM incoming INDEXED BY incoming_by_status WHERE status = 'cancelled' AND arrivalDate BETWEEN ${first} AND ${to} GROUP BY arrivalDate`.execute(database);
  const span = keySpan(first, to);
  const { rows: issued } = await sql<OfDay>`
    SELECT sortKey / ${sql.lit(outgoingDay)} AS day, count(*) AS amount FROM outgoing INDEXED BY outgoing_by_status
    WHERE status IN ('issued', 'sent', 'corrected', 'replaced', 'recalled') AND sortKey >= ${span.least} AND sortKey < ${span.below} GROUP BY sortKey / ${sql.lit(outgoingDay)}`.execute(database);
  const inWeeks = (days: readonly OfDay[]): number[] => {
    const weeks = mondays.map(() => 0);
    for (const { day, amount } of days) {
      const at = weeks.length - 1 + Math.floor((day - (dayNumber(last) ?? 0)) / 7);
      weeks[at] = (weeks[at] ?? 0) + amount;
    }
    return weeks;
  };
  return { incoming: inWeeks(arrived.map(({ day, amount }) => ({ day: dayNumber(day) ?? 0, amount }))), outgoing: inWeeks(issued) };
}
