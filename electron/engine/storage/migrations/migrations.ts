import type BetterSqlite3 from 'better-sqlite3';
import { spine } from './0001-spine.ts';
import { register } from './0002-register.ts';
import { indexAnew } from './0002-index-anew.ts';
import { sentByDay } from './0003-sent-by-day.ts';
import { owed } from './0004-owed.ts';
import { bookYears } from './0005-book-years.ts';
import { openRecurrences } from './0006-open-recurrences.ts';
import { words } from './0007-words.ts';

/** One step of the tables' history: SQL, and what only the program's own rules can fill in. */
export interface Migration {
  name: string;
  sql: string;
  fill?: (database: BetterSqlite3.Database) => void;
}

/** Every migration in order; its place (from 1) is the version it leads to. Only ever appended to. */
export const migrations: readonly Migration[] = [
  { name: '0001-spine', sql: spine },
  { name: '0002-register', sql: register, fill: indexAnew },
  { name: '0003-sent-by-day', sql: sentByDay },
  { name: '0004-owed', sql: owed },
  { name: '0005-book-years', sql: bookYears },
  { name: '0006-open-recurrences', sql: openRecurrences },
  { name: '0007-words', sql: words },
];
