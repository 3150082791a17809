import { closeSync, fsyncSync, openSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from './migrate.ts';
import { isBusy } from './open-database.ts';
import { mendSchema } from './schema-check.ts';

/** Hears how far a copy is, pages; what it throws stops the copying. */
type OnPages = (done: number, total: number) => void;

/** Pages copied before others get their turn: some milliseconds. */
const pagesAtOnce = 1000;
/** How long a writer that holds the book is waited for, ms. */
const patienceMs = 10_000;
const readerBusyMs = 15_000;
const checkpointBusyMs = 50;

/**
 * Copies the book as it stands at this instant into a new single file. A read transaction is held over the whole copy:
 * what is written meanwhile is not in it and does not make it begin again.
 */
export async function copyBook(livePath: string, copyPath: string, onPages: OnPages): Promise<void> {
  const source = new BetterSqlite3(livePath, { readonly: true, fileMustExist: true, timeout: readerBusyMs });
  try {
    source.exec('BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    await source.backup(copyPath, { progress: (pages) => counted(pages, onPages) });
  } finally {
    source.close();
  }
  const copy = new BetterSqlite3(copyPath);
  try {
    // a copy is one file, without a log beside it
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}

/** Brings a copy to the program's version of the tables; refuses one of a newer program. */
export function migrateCopy(copyPath: string, copiesFolder: string, now: Date): void {
  const copy = new BetterSqlite3(copyPath);
  try {
    migrate(copy, copiesFolder, now);
    // whatever the archive held: the book that takes the place has the program's own promises
    mendSchema(copy);
  } finally {
    copy.close();
  }
}

/** The value of a setting in a file, JSON, or null. */
export function settingIn(path: string, key: string): unknown {
  const book = new BetterSqlite3(path, { readonly: true, timeout: readerBusyMs });
  try {
    const value = book.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined;
    return value === undefined ? null : JSON.parse(value);
  } finally {
    book.close();
  }
}

/** Sets a setting in a copy, JSON. */
export function setSettingIn(copyPath: string, key: string, value: unknown): void {
  const copy = new BetterSqlite3(copyPath);
  try {
    copy.prepare('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(key, JSON.stringify(value));
  } finally {
    copy.close();
  }
}

/** Sees whether anything has been written into a book since it was made. */
export interface Sentinel {
  isUnchanged(): boolean;
  close(): void;
}

/** Begins to watch the book from this instant on. */
export function watchBook(livePath: string): Sentinel {
  const sqlite = new BetterSqlite3(livePath, { readonly: true, fileMustExist: true, timeout: readerBusyMs });
  const version = (): unknown => sqlite.pragma('data_version', { simple: true });
  const first = version();
  return { isUnchanged: () => version() === first, close: () => sqlite.close() };
}

/** Somebody wrote into the book after the sentinel was set. */
export class ChangedMeanwhile extends Error {}

/**
 * Puts the content of a copy in place of the live book's in one transaction: who has it open goes on with the new
 * content, and a kill at any instant leaves the old one. Throws ChangedMeanwhile, with nothing changed, when the book
 * was written into since the sentinel was set, and SQLite's busy error when another process holds it too long.
 */
export async function replaceBook(copyPath: string, livePath: string, sentinel: Sentinel, onPages: OnPages): Promise<void> {
  const copy = new BetterSqlite3(copyPath, { fileMustExist: true });
  // opened before: with a connection left the log is not taken away when the copying one closes
  const live = new BetterSqlite3(livePath, { fileMustExist: true, timeout: readerBusyMs });
  try {
    live.pragma('synchronous = FULL');
    await copyInto(copy, livePath, sentinel, onPages);
    syncFile(`${livePath}-wal`);
    // moved into the file at once when no reader still looks at the old state; waiting for one would stop everybody
    live.pragma(`busy_timeout = ${checkpointBusyMs}`);
    live.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    live.close();
    copy.close();
  }
}

// the copying connection is not ours to set: what it has committed may not be on the disk yet
function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

async function copyInto(copy: BetterSqlite3.Database, livePath: string, sentinel: Sentinel, onPages: OnPages): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    let locked = false;
    const progress = (pages: BetterSqlite3.BackupMetadata): number => {
      // the first call comes with the book's lock held and nothing copied yet
      if (!locked && !sentinel.isUnchanged()) throw new ChangedMeanwhile();
      locked = true;
      return counted(pages, onPages);
    };
    try {
      const { totalPages } = await copy.backup(livePath, { progress });
      // a locked book looks like one without pages: nothing was copied then
      if (totalPages > 0) return;
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    if (performance.now() > until) throw Object.assign(new Error('the book is locked'), { code: 'SQLITE_BUSY' });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function counted({ totalPages, remainingPages }: BetterSqlite3.BackupMetadata, onPages: OnPages): number {
  onPages(totalPages - remainingPages, totalPages);
  return pagesAtOnce;
}
