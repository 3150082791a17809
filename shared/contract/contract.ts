import { agencies, directoryActs } from './agencies.ts';
import { backup } from './backup.ts';
import { books } from './books.ts';
import { calendar } from './calendar.ts';
import { demo } from './demo.ts';
import { appendix, letter } from './documents.ts';
import { groups } from './groups.ts';
import { health } from './health.ts';
import { imports } from './import.ts';
import { incoming } from './incoming.ts';
import { jobs } from './jobs.ts';
import { outgoing } from './outgoing.ts';
import { owed, owedPapers } from './owed.ts';
import { recipients } from './recipients.ts';
import { register } from './register.ts';
import { saved, values } from './saved.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sheets } from './sheets.ts';

/** Every call there is, by section: the window and scripts know nothing else of the engine. */
export const contract = { settings, agencies: { ...agencies, ...directoryActs }, groups, calendar, books, outgoing, incoming, register, sheets, search, saved, values, letter, appendix, owed: { ...owed, ...owedPapers }, recipients, import: imports, jobs, backup, health, demo };
export type Contract = typeof contract;
