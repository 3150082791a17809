/**
 * Which year's book a number may go into without a word. A wrong clock or a slip in a date would open a book that
 * nobody wants and that stays for ever, so the first number of a year other than the running one is asked about.
 */

/**
 * running: numbers go into it without asking; beside: opened on purpose beside the running one; past: was running, a day
 * of it is asked about once; closed: takes corrections only.
 */
export const yearStates = ['running', 'beside', 'past', 'closed'] as const;
export type YearState = (typeof yearStates)[number];

/** What is known of the years of one kind of book: none at all before its first number. */
export type BookYears = Readonly<Record<number, YearState>>;

export const runningYear = (years: BookYears): number | null => {
  const found = Object.entries(years).find(([, state]) => state === 'running');
  return found ? Number(found[0]) : null;
};

/**
 * What a number of `year` asks for while the clock stands in `clockYear`. free: nothing; run: the year becomes the
 * running one without a word (the first book of all in the clock's year, or one opened before its time came); ask: a
 * person has to say that this year is meant; closed: no number.
 */
export function yearStep(years: BookYears, year: number, clockYear: number): 'free' | 'run' | 'ask' | 'closed' {
  const state = years[year];
  const running = runningYear(years);
  if (state === 'closed') return 'closed';
  if (state === 'running') return 'free';
  // nothing runs yet: the book of the clock's year is the one that is meant
  const first = running === null && year === clockYear && !Object.values(years).includes('closed');
  // opened before its time came: the former year may have been closed meanwhile
  if (state === 'beside') return (running === null ? year === clockYear : year > running && clockYear >= year) ? 'run' : 'free';
  return first ? 'run' : 'ask';
}

/** The years once a person has said that `year` is meant. A coming year stands beside the running one until it comes. */
export function openYear(years: BookYears, year: number, clockYear: number): BookYears {
  const running = runningYear(years);
  const runs = running === null ? year === clockYear : year > running && clockYear >= year;
  if (!runs) return { ...years, [year]: years[year] === 'running' ? 'running' : 'beside' };
  return { ...years, ...(running === null ? {} : { [running]: 'past' as const }), [year]: 'running' };
}
