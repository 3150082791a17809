import { closeSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { type DatabaseConnection, type Driver, Kysely, CompiledQuery, SqliteDialect, SqliteDriver } from 'kysely';
import { askAtOnce } from './kept-query.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';
import { type TakenNumber, takenIn } from './taken-numbers.ts';

export const databaseFileName = 'so-cong-van.sqlite';

/** How long a write waits for another process before it is refused, ms. */
const patienceMs = 10_000;
/** How long SQLite itself may wait for a write's lock, ms: it stops the whole thread, so the rest is waited for outside. */
const writerBusyMs = 40;
/** How long a connection may wait while it opens, or while a reader meets the recovery after a killed process, ms. */
const readerBusyMs = 15_000;

/** Oldest SQLite without the WAL-reset corruption bug (3.7.0–3.51.2, two connections). */
const oldestSqlite = [3, 51, 3];

/** Write transactions take the lock at once: a deferred one could not be repeated after another process wrote. */
class ImmediateDriver extends SqliteDriver {
  readonly #database: KeptStatements;
  constructor(database: KeptStatements) {
    super({ database });
    this.#database = database;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const until = performance.now() + patienceMs;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 10));
      }
    }
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // a full disk makes SQLite roll back by itself; a second rollback would hide the reason
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: KeptStatements;
  constructor(database: KeptStatements) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#database);
  }
}

/** How many statements a connection keeps ready; the program says about a hundred different ones. */
const mostStatements = 400;

/** A connection that prepares every statement once: what the same call asks again is ready. */
type KeptStatements = Pick<BetterSqlite3.Database, 'prepare' | 'close' | 'inTransaction'>;

function withKeptStatements(database: BetterSqlite3.Database): KeptStatements {
  const kept = new Map<string, BetterSqlite3.Statement>();
  const prepare = (sql: string): BetterSqlite3.Statement => {
    const ready = kept.get(sql);
    // one that is being walked row by row cannot be begun a second time
    if (ready && !ready.busy) return ready;
    const statement = database.prepare(sql);
    if (kept.size >= mostStatements) kept.clear();
    kept.set(sql, statement);
    return statement;
  };
  return {
    prepare: prepare as BetterSqlite3.Database['prepare'],
    close: () => database.close(),
    get inTransaction() {
      return database.inTransaction;
    },
  };
}

/** Whether the error says that another connection holds the lock. */
export const isBusy = (error: unknown): boolean => error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');

export interface OpenDatabase {
  /** For reading: never waits for a writer. */
  reader: Kysely<Database>;
  /** Runs transactions, one at a time, on a connection of their own, so that a waiting write holds up no reader. */
  write<Result>(work: (transaction: Kysely<Database>) => Promise<Result>): Promise<Result>;
  /** For what is SQLite's own: pragmas, checks. */
  sqlite: BetterSqlite3.Database;
  /** Whether the file that was opened still stands under its name: what is written to a deleted file is lost with it. */
  inPlace(): boolean;
  close(): Promise<void>;
}

/**
 * Opens (and migrates) the database of a data folder: WAL with synchronous=FULL so that an acknowledged number survives
 * a power cut, foreign keys on, settings read back. `onTaken` hears of the numbers of every transaction that
 * was committed. Throws a Refusal when the file is newer than the program.
 */
export function openDatabase(dataFolder: string, now: Date, onTaken: (numbers: readonly TakenNumber[]) => void = () => undefined): OpenDatabase {
  const path = join(dataFolder, databaseFileName);
  // SQLite gives its log the rights of the book's file
  closeSync(openSync(path, 'a', 0o600));
  const sqlite = openConnection(path);
  let second: BetterSqlite3.Database;
  try {
    migrate(sqlite, join(dataFolder, 'truoc-nang-cap'), now);
    second = openConnection(path);
    sqlite.pragma(`busy_timeout = ${writerBusyMs}`);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const [reading, writing] = [withKeptStatements(second), withKeptStatements(sqlite)];
  const reader = new Kysely<Database>({ dialect: new ImmediateDialect(reading) });
  const writer = new Kysely<Database>({ dialect: new ImmediateDialect(writing) });
  askAtOnce(reader, reading.prepare);
  const opened = identityOf(path);
  return {
    reader,
    write: async (work) => {
      let taken: readonly TakenNumber[] = [];
      const result = await writer.transaction().execute(async (transaction) => {
        const end = askAtOnce(transaction, writing.prepare);
        try {
          return await work(transaction);
        } finally {
          end();
          taken = takenIn(transaction);
        }
      });
      // only what was committed, and before the call is answered
      if (taken.length > 0) onTaken(taken);
      return result;
    },
    sqlite,
    inPlace: () => opened !== null && identityOf(path) === opened,
    close: async () => {
      await reader.destroy();
      await writer.destroy();
      // the query layer leaves a connection open that it never asked anything
      second.close();
      sqlite.close();
    },
  };
}

/** A book up to this size is read through when it is opened, bytes: it takes some hundredths of a second. */
const readThroughBytes = 24 * 1024 * 1024;

/** Whether the pages of a book that was opened hang together; a large one is taken at its word (the health check reads it whole). */
export function openedFaultless({ sqlite }: OpenDatabase): boolean {
  const bytes = (sqlite.pragma('page_count', { simple: true }) as number) * (sqlite.pragma('page_size', { simple: true }) as number);
  return bytes > readThroughBytes || sqlite.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** Whether a file that could not be opened as a book is damaged: unreadable, out of joint, or tables without a version. */
export function looksDamaged(path: string): boolean {
  let sqlite: BetterSqlite3.Database | null = null;
  try {
    sqlite = new BetterSqlite3(path, { readonly: true, timeout: readerBusyMs });
    const untold = sqlite.pragma('user_version', { simple: true }) === 0 && sqlite.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() !== undefined;
    return untold || sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok';
  } catch (error) {
    return error instanceof BetterSqlite3.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
  } finally {
    sqlite?.close();
  }
}

/** What tells a file from another that took its name; null when there is none. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : null;
}

function openConnection(path: string): BetterSqlite3.Database {
  const sqlite = new BetterSqlite3(path, { timeout: readerBusyMs });
  try {
    assertSqliteVersion(sqlite);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL');
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('trusted_schema = OFF');
    for (const [pragma, wanted] of [['journal_mode', 'wal'], ['synchronous', 2], ['foreign_keys', 1]] as const) {
      const kept = sqlite.pragma(pragma, { simple: true });
      if (kept !== wanted) throw new Error(`PRAGMA ${pragma} is ${String(kept)}, not ${wanted}`);
    }
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function assertSqliteVersion(sqlite: BetterSqlite3.Database): void {
  const version = sqlite.prepare('SELECT sqlite_version()').pluck().get() as string;
  const parts = version.split('.').map(Number);
  const order = oldestSqlite.map((part, index) => (parts[index] ?? 0) - part).find((difference) => difference !== 0) ?? 0;
  if (order < 0) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
}
