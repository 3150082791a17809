import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { DocumentBuilder } from './documents/document-builder.ts';
import type { FileStore } from './files/file-store.ts';
import type { HeldBook } from './held-book.ts';
import type { Jobs } from './jobs.ts';
import type { ReadStrangers } from './strangers/read-strangers.ts';
import type { TextKeeper } from './texts/text-keeper.ts';
import type { Act } from './storage/register-acts.ts';
import type { Database } from './storage/schema.ts';
import type { Settings } from '../../shared/contract/settings.ts';
import { localInstant } from '../../shared/domain/dates.ts';

/** What use cases work with. */
export interface EngineParts {
  /** For reading; inside `write` the transaction itself. */
  database: Kysely<Database>;
  /**
   * Runs a use case inside one immediate transaction: the parts it is given read and write there. Waits for other
   * processes up to ten seconds without holding up readers, then fails as busy. Inside a transaction it joins it.
   */
  write: <Result>(work: (held: EngineParts) => Promise<Result>) => Promise<Result>;
  files: FileStore;
  documents: DocumentBuilder;
  /** Reads what strangers have made, apart from everything else. */
  strangers: ReadStrangers;
  /** Looks after the texts of letters and files that are to be found. */
  texts: TextKeeper;
  /** Long works under way, to be watched and stopped. */
  jobs: Jobs;
  clock: () => Date;
  log: Logger;
  /** The folder of the program's resources, with its last slash. */
  resources: URL;
  /** The computer's user, written into histories when the settings name no clerk. */
  user: string;
  /** Absolute path of the data folder. */
  dataFolder: string;
  /** The book's file: open, or known to be damaged. */
  book: HeldBook;
  /** Refuses a call when the book is damaged or its file was taken away, unless the call (by its path) helps to bring it back. */
  refuseUnusable: (procedure: readonly string[]) => Promise<void>;
  /** Runs writers of numbers one after the other within this process. */
  inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
}

/** Who acts now, and when. */
export const actNow = ({ clock, user }: EngineParts, { clerk }: Pick<Settings, 'clerk'>): Act => ({ at: localInstant(clock()), who: clerk ?? user });
