import type BetterSqlite3 from 'better-sqlite3';
import type { Selectable } from 'kysely';
import type { PortionColumns } from './line-portion.ts';
import type { Database } from './schema.ts';
import type { BookName } from './register-search.ts';

type Defaulted = 'id' | 'fileCount' | 'revision';
/** What a line of an old book takes from the book it comes into. */
type Given = 'twin' | 'sortKey' | 'batch' | 'updatedAt';
/** A line of an old book with every column the table wants but those the book gives it. */
export type ImportedIncoming = Omit<Selectable<Database['incoming']>, Defaulted | Given>;
export type ImportedOutgoing = Omit<Selectable<Database['outgoing']>, Defaulted | Given>;
export type ImportedLine = ImportedIncoming | ImportedOutgoing;

/** Lines written by one statement: triggers make SQLite keep a copy of every page a statement touches. */
const linesAtOnce = 400;

/** What one statement may take of memory while lines come in, KiB: the indexes of a large book are written all over. */
const cacheKiB = 48 * 1024;
const indexBufferBytes = 24 * 1024 * 1024;
const usualIndexBufferBytes = 1024 * 1024;

/** Runs `work` with the memory that writing very many lines wants. */
export async function withImportMemory<Result>(sqlite: BetterSqlite3.Database, work: () => Promise<Result>): Promise<Result> {
  const former = sqlite.pragma('cache_size', { simple: true }) as number;
  sqlite.pragma(`cache_size = -${cacheKiB}`);
  try {
    return await work();
  } finally {
    sqlite.pragma(`cache_size = ${former}`);
  }
}

/** Writes lines of old books with bare statements, inside the transaction that the caller has begun on this connection. */
export class LineWriter {
  readonly #sqlite: BetterSqlite3.Database;
  readonly #book: BookName;
  // lines of one book say the same columns over and over
  #kept: { text: string; statement: BetterSqlite3.Statement } | null = null;

  constructor(sqlite: BetterSqlite3.Database, book: BookName) {
    if (!sqlite.inTransaction) throw new Error('lines are imported inside a transaction');
    this.#sqlite = sqlite;
    this.#book = book;
  }

  /** Writes the `chosen` lines of a portion; `step` is called between statements with how many of them are done. */
  async write(columns: PortionColumns, chosen: readonly number[], step: (done: number) => Promise<void>): Promise<void> {
    const named: string[] = [];
    const common: Record<string, unknown> = {};
    const lists: (readonly unknown[])[] = [];
    for (const [name, column] of Object.entries(columns)) {
      // what no line says is left to the table, as it is for a new line without it
      if ('alike' in column && column.alike === null) continue;
      named.push(name);
      if ('alike' in column) common[name] = column.alike;
      else lists.push(column.each);
    }
    const one = `(${named.map((name) => (name in common ? `@${name}` : '?')).join(',')})`;
    for (let at = 0; at < chosen.length; at += linesAtOnce) {
      const lines = chosen.slice(at, at + linesAtOnce);
      const values: unknown[] = [];
      for (const line of lines) for (const list of lists) values.push(list[line]);
      this.#statement(`INSERT INTO ${this.#book} (${named.join(',')}) VALUES ${Array.from({ length: lines.length }, () => one).join(',')}`).run(values, common);
      await step(at + lines.length);
    }
  }

  #statement(text: string): BetterSqlite3.Statement {
    if (this.#kept?.text !== text) this.#kept = { text, statement: this.#sqlite.prepare(text) };
    return this.#kept.statement;
  }
}

/**
 * Writes index rows of imported lines. Many at a time, not line by line: every statement with triggers makes the index
 * write out what it holds.
 */
export class IndexWriter {
  readonly #sqlite: BetterSqlite3.Database;
  readonly #book: BookName;
  #insert: BetterSqlite3.Statement | null = null;

  constructor(sqlite: BetterSqlite3.Database, book: BookName) {
    this.#sqlite = sqlite;
    this.#book = book;
  }

  /** Writes the row of a line, given by its place: its words by column, then those with marks. */
  write(sortKey: number, row: readonly unknown[]): void {
    if (!this.#insert) {
      this.#setBuffer(indexBufferBytes);
      this.#insert = this.#sqlite.prepare(`INSERT INTO ${this.#book}Index (rowid, organ, code, subject, people, rest, toned) VALUES (?, ?, ?, ?, ?, ?, ?)`);
    }
    this.#insert.run(sortKey, ...row);
  }

  // a bound number is a real one to SQLite, and the index takes whole ones alone
  #setBuffer(bytes: number): void {
    this.#sqlite.exec(`INSERT INTO ${this.#book}Index (${this.#book}Index, rank) VALUES ('hashsize', ${bytes})`);
  }

  /** To be called once every row has been written. */
  end(): void {
    if (this.#insert) this.#setBuffer(usualIndexBufferBytes);
  }
}
