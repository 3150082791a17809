import { localDay } from '../../../shared/domain/dates.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readCalendar } from '../storage/calendar-repository.ts';
import { endPendingOwed, isOwedPending, lettersWithoutOwed } from '../storage/pending-owed.ts';
import { createOwed } from './create-owed.ts';
import { problemsOf } from './new-obligations.ts';

/** How many letters are read in one transaction, so that other writers come in between. */
const stride = 100;

/**
 * At the first start after obligations came to be kept: makes recipients and obligations of the letters issued before.
 * What an old letter says too incompletely to be watched is left to be entered by hand; the log counts it.
 */
export async function makePendingOwed(parts: EngineParts): Promise<void> {
  if (!(await isOwedPending(parts.database))) return;
  let left = 0;
  const today = localDay(parts.clock());
  for (let done = 0, more = true; more; ) {
    ({ done, more } = await parts.write(async (held) => {
      if (!(await isOwedPending(held.database))) return { done, more: false };
      const rows = await lettersWithoutOwed(held.database, done, stride);
      const calendar = rows.length > 0 ? await readCalendar(held) : null;
      for (const { id, content, issuedDate } of rows) {
        const letter = JSON.parse(content) as Letter;
        const obligations = letter.obligations.filter((obligation, index) => calendar !== null && problemsOf(obligation, index, calendar, today).length === 0 && (obligation.recurrence === null || Boolean(obligation.until)));
        left += letter.obligations.length - obligations.length;
        await createOwed(held, id, { ...letter, obligations, issuedDate });
      }
      const last = rows.at(-1);
      if (!last) await endPendingOwed(held.database);
      return { done: last?.id ?? done, more: last !== undefined };
    }));
  }
  if (left > 0) parts.log.warn({ left }, 'obligations of former letters were too incomplete to be kept');
}
