import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { inlineDocuments, workerDocuments } from './documents/document-builder.ts';
import { startDailyBackup } from './backup/daily-backup.ts';
import { sweepDemonstration } from './backup/leave-demonstration.ts';
import { refuseDamagedBook } from './backup/refuse-damaged-book.ts';
import type { EngineParts } from './engine-parts.ts';
import { prepareDataFolder } from './files/data-folder.ts';
import { filesFolderName, openFileStore } from './files/file-store.ts';
import { sweepWaiting } from './handlers/issue-letter.ts';
import { makePendingOwed } from './handlers/pending-owed.ts';
import { holdBook } from './held-book.ts';
import { numbersMissing } from './handlers/missing-numbers.ts';
import { openJobs } from './jobs.ts';
import { router } from './router.ts';
import { storageRefusal } from './files/storage-refusal.ts';
import { readStrangersWith } from './strangers/read-strangers.ts';
import { sharedStrangerPool, type StrangerPool } from './strangers/stranger-pool.ts';
import { startTextKeeper } from './texts/start-text-keeper.ts';
import type { TextKeeper } from './texts/text-keeper.ts';
import type { OpenDatabase } from './storage/open-database.ts';
import type { Database } from './storage/schema.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

export interface EngineOptions {
  /** Made when it is missing. */
  dataFolder: string;
  clock: () => Date;
  log: Logger;
  /** Whether documents are drawn in a thread of their own, so that other calls need not wait; in the caller's when left out. */
  drawInThread?: boolean;
  /** Whether it takes a backup every day by itself: for shells that stay open, not for a single call. */
  dailyBackup?: boolean;
  /** Where the program's resources lie (a folder's URL with its last slash). */
  resources: URL;
  /** Who reads the files that strangers have made; the threads of this process when left out. */
  strangerPool?: StrangerPool;
  /** The computer's user; asked of the system when left out. */
  user?: string;
}

export interface Engine {
  router: typeof router;
  /** What a carrier passes along with every call. */
  context: EngineParts;
  close(): Promise<void>;
}

/**
 * Opens the data folder and answers the router a carrier serves. Throws a Refusal (DATA_REMOTE, DATA_NEWER, DISK_FULL,
 * DISK_UNWRITABLE) with a sentence for the user when the folder cannot be used. A damaged or lost book does not throw:
 * then every call is refused as DATA_DAMAGED with the backups there are, but for those that bring the book back.
 */
export function createEngine({ dataFolder, clock, log, drawInThread = false, dailyBackup = false, strangerPool = sharedStrangerPool(), resources, user = computerUser() }: EngineOptions): Engine {
  const { folder, files, book } = asRefusal(() => {
    const folder = prepareDataFolder(dataFolder);
    const files = openFileStore(join(folder, filesFolderName));
    return { folder, files, book: holdBook(folder, files, clock, log) };
  });
  const documents = drawInThread ? workerDocuments() : inlineDocuments();
  let last: Promise<unknown> = Promise.resolve();
  const writes = new Set<Promise<void>>();
  let keeper: TextKeeper | null = null;
  const texts = (): TextKeeper => (keeper ??= startTextKeeper(context));
  const context: EngineParts = {
    get database() {
      // every call has asked for damage at its door; contexts are copied many times in one
      const known = book.known();
      return known instanceof Refusal ? refusing(known) : known.reader;
    },
    write: async (work) => {
      const missing = book.missing();
      if (missing.length > 0) throw numbersMissing(missing);
      const writing = book.database().write((transaction) => work(heldBy(context, transaction)));
      const settled = writing.then(noted, noted).then(() => void writes.delete(settled));
      writes.add(settled);
      void writing.then(() => texts().wake(), noted);
      return writing;
    },
    files,
    documents,
    strangers: readStrangersWith(strangerPool, log),
    get texts() {
      return texts();
    },
    jobs: openJobs(),
    clock,
    log,
    resources,
    user,
    dataFolder: folder,
    book,
    refuseUnusable: (procedure) => refuseDamagedBook(context, procedure),
    inTurn: (work) => {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
  if (book.damage()) log.error({ folder, err: book.damage() }, 'engine open over a damaged book');
  else if (book.missing().length > 0) log.error({ folder, missing: book.missing() }, 'engine open over a book that lacks numbers');
  else {
    void context.inTurn(() => sweepWaiting(context)).catch((error: unknown) => log.warn({ err: error }, 'waiting documents not swept'));
    void context.inTurn(() => sweepDemonstration(context)).catch((error: unknown) => log.warn({ err: error }, 'files of the demonstration not swept'));
    void context.inTurn(() => makePendingOwed(context)).catch((error: unknown) => log.warn({ err: error }, 'obligations of former letters not made'));
    texts().wake();
    const { mended, unmended } = book.database().mended;
    if (mended.length + unmended.length > 0) log.warn({ folder, mended, unmended }, 'indexes and triggers put right');
    log.info({ folder, version: sqliteVersion(book.database()) }, 'engine open');
  }
  const endDailyBackup = dailyBackup ? startDailyBackup(context) : null;
  return {
    router,
    context,
    async close() {
      await endDailyBackup?.();
      await texts().close();
      await last.catch(noted);
      await Promise.all(writes);
      await documents.close();
      await book.close();
      log.info('engine closed');
    },
  };
}

/** What stands in for a book that is not to be used. Contexts are copied for every call, so that taking it must not fail yet. */
const refusing = (damage: Refusal): Kysely<Database> =>
  new Proxy({} as Kysely<Database>, {
    get: () => {
      throw damage;
    },
  });

// whoever waits for a call hears of its failure; here only its end matters
const noted = (): void => undefined;

/** The same parts inside a transaction. */
function heldBy(parts: EngineParts, transaction: Kysely<Database>): EngineParts {
  const held: EngineParts = { ...parts, database: transaction, write: (work) => work(held) };
  return held;
}

function asRefusal<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw storageRefusal(error) ?? error;
  }
}

const sqliteVersion = ({ sqlite }: OpenDatabase): unknown => sqlite.prepare('SELECT sqlite_version()').pluck().get();

function computerUser(): string {
  try {
    return userInfo().username;
  } catch {
    // an account without an entry in the system's list of users
    return 'không rõ';
  }
}
