import type { IsoDate } from './dates.ts';

/** An automatic backup, by when it was taken (local instant `YYYY-MM-DDTHH:mm:ss`). */
export interface Taken {
  at: string;
}

/** Of today, of all days together. */
const keptOfToday = 3;
const keptInAll = 10;

/**
 * Which automatic backups go: kept are the three newest of today, the newest of each earlier day, ten in all, newest
 * first. One dated after today (a clock that was wrong) is neither counted nor removed: nobody knows what it holds.
 */
export function backupsToRemove<Backup extends Taken>(backups: readonly Backup[], today: IsoDate): Backup[] {
  const dayOf = ({ at }: Taken): string => at.slice(0, 10);
  const newestFirst = backups.filter((each) => dayOf(each) <= today).sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
  const ofDay = new Map<string, number>();
  let kept = 0;
  return newestFirst.filter((each) => {
    const day = dayOf(each);
    const before = ofDay.get(day) ?? 0;
    const stays = before < (day === today ? keptOfToday : 1) && kept < keptInAll;
    if (!stays) return true;
    ofDay.set(day, before + 1);
    kept += 1;
    return false;
  });
}
