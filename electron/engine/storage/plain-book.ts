import BetterSqlite3 from 'better-sqlite3';
import { type SchemaDifferences, schemaDifferences } from './schema-check.ts';

/** A book opened only to be read, in SQLite's own words: for checks that look at what no repository shows. */
export interface PlainBook {
  all<Row>(sql: string, ...values: unknown[]): Row[];
  /** One row after the other, for tables that do not fit into memory. */
  each<Row>(sql: string, ...values: unknown[]): IterableIterator<Row>;
  /** The first column of the first row. */
  value<Value>(sql: string, ...values: unknown[]): Value;
  /** The tables that hold rows of their own, by name; not those of SQLite and of search indexes. */
  tables(): string[];
  /** From here on everything is read from one and the same state, whatever is written meanwhile. */
  hold(): void;
  columns(table: string): string[];
  /** How the file's schema differs from the program's own. */
  schema(): SchemaDifferences;
  close(): void;
}

/** How long reading waits for another process that is just recovering the file, ms. */
const patienceMs = 15_000;

/** Opens the file; throws SQLite's own error when it cannot be read. */
export function openToRead(path: string): PlainBook {
  const sqlite = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: patienceMs });
  const known = new Map<string, BetterSqlite3.Statement>();
  const prepared = (sql: string): BetterSqlite3.Statement => {
    const statement = known.get(sql) ?? sqlite.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
  return {
    all: <Row>(sql: string, ...values: unknown[]) => prepared(sql).all(...values) as Row[],
    each: <Row>(sql: string, ...values: unknown[]) => sqlite.prepare(sql).iterate(...values) as IterableIterator<Row>,
    value: <Value>(sql: string, ...values: unknown[]) => Object.values((prepared(sql).get(...values) as object | undefined) ?? {})[0] as Value,
    tables: () => sqlite.prepare<unknown[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name").pluck().all(),
    columns: (table) => sqlite.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[],
    schema: () => schemaDifferences(sqlite),
    hold: () => void sqlite.exec('BEGIN; SELECT 1 FROM sqlite_master'),
    close: () => sqlite.close(),
  };
}

/** The tables whose rows link kept files: those with the size and the SHA-256 of one. */
export const fileTables = (book: PlainBook): string[] =>
  book.tables().filter((table) => {
    const columns = book.columns(table);
    return columns.includes('sha256') && columns.includes('size');
  });

/** Rows of every table. */
export const rowCounts = (book: PlainBook): Record<string, number> => Object.fromEntries(book.tables().map((table) => [table, book.value<number>(`SELECT count(*) FROM "${table}"`)]));
