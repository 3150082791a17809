import { addDays, localDay } from '../../../shared/domain/dates.ts';
import { daysMadeAhead } from '../../../shared/domain/recurrence.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readCalendar } from '../storage/calendar-repository.ts';
import { daysOfObligation, setDays } from '../storage/obligation-repository.ts';
import { obligationsWithoutEnd } from '../storage/open-obligations.ts';
import type { OpenDatabase } from '../storage/open-database.ts';
import { daysOf } from './new-obligations.ts';

/** The day for which each open book has its days; a book that is restored in its place begins anew. */
const madeFor = new WeakMap<OpenDatabase, string>();

/**
 * Makes the days of recurring obligations without an end as they come: once a day, before the first call of that day reads
 * them. A book that cannot be written to now is read as it is, and the next call tries again.
 */
export async function makeFurtherDays(parts: EngineParts): Promise<void> {
  const { book, clock, log } = parts;
  const open = book.known();
  const today = localDay(clock());
  if (open instanceof Refusal || madeFor.get(open) === today || book.missing().length > 0) return;
  try {
    const horizon = addDays(today, daysMadeAhead);
    const short = (await obligationsWithoutEnd(parts.database)).some(({ lastDay }) => lastDay <= horizon);
    if (short) await parts.write((held) => addFurtherDays(held, today));
    madeFor.set(open, today);
  } catch (error) {
    log.warn({ err: error }, 'further days of recurring obligations not made');
  }
}

async function addFurtherDays(held: EngineParts, today: string): Promise<void> {
  const calendar = await readCalendar(held);
  for (const obligation of await obligationsWithoutEnd(held.database)) {
    const counted = daysOf(obligation.due, obligation, calendar, today);
    if (typeof counted === 'string') {
      held.log.warn({ obligation: obligation.id, why: counted }, 'recurring obligation gets no further days');
      continue;
    }
    // days that are there stay as they were counted then, even if the calendar has changed since
    const further = counted.filter((day) => day > obligation.lastDay);
    if (further.length === 0) continue;
    const present = (await daysOfObligation(held.database, obligation.id)).map(({ day }) => day);
    await setDays(held.database, obligation, [...present, ...further]);
  }
}
