import BetterSqlite3 from 'better-sqlite3';
import { migrations } from './migrations/migrations.ts';

/**
 * The promises of the book stand in its triggers and unique indexes: a file without them, or with others, is not the
 * program's book. Its own schema is made by its own migrations, in memory, and compared by name and text.
 */
export interface SchemaDifferences {
  /** Tables that are missing or have another form: such a file is not to be used. */
  tables: string[];
  /** Indexes and triggers that are missing or say something else, by name. */
  broken: string[];
  /** Triggers, views and indexes that are none of the program's. */
  foreign: string[];
}

interface Part {
  type: 'table' | 'index' | 'trigger' | 'view';
  name: string;
  sql: string;
}

// made by SQLite itself: its own tables, the indexes behind PRIMARY KEY, the inner tables of search indexes
const partsOf = (book: BetterSqlite3.Database): Part[] =>
  book
    .prepare(
      `SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND NOT EXISTS (SELECT 1 FROM pragma_table_list AS listed WHERE listed.schema = 'main' AND listed.type = 'shadow' AND listed.name = sqlite_master.name)`,
    )
    .all() as Part[];

const own = new Map<number, readonly Part[]>();

/** The program's own schema as it was at a version of the tables (1 and up). */
function schemaAt(version: number): readonly Part[] {
  const known = own.get(version);
  if (known) return known;
  const book = new BetterSqlite3(':memory:');
  try {
    book.pragma('foreign_keys = OFF');
    for (const { sql, fill } of migrations.slice(0, version)) {
      book.exec(sql);
      fill?.(book);
    }
    const parts = partsOf(book);
    own.set(version, parts);
    return parts;
  } finally {
    book.close();
  }
}

const plain = (sql: string): string => sql.replace(/\s+/g, ' ').trim();
const keyOf = ({ type, name }: Part): string => `${type} ${name}`;

/** How a file's schema differs from the program's own of the same version. */
export function schemaDifferences(book: BetterSqlite3.Database): SchemaDifferences {
  const version = book.pragma('user_version', { simple: true }) as number;
  // a newer program's book is refused as such
  if (version > migrations.length) return { tables: [], broken: [], foreign: [] };
  const wanted = new Map(schemaAt(version).map((part) => [keyOf(part), plain(part.sql)]));
  const present = new Map(partsOf(book).map((part) => [keyOf(part), part]));
  const wrong = [...wanted].filter(([key, sql]) => plain(present.get(key)?.sql ?? '') !== sql).map(([key]) => key);
  const isTable = (key: string): boolean => key.startsWith('table ');
  const foreign = [...present.values()].filter((part) => !wanted.has(keyOf(part)) && part.type !== 'table');
  return { tables: wrong.filter(isTable), broken: wrong.filter((key) => !isTable(key)), foreign: foreign.map(keyOf) };
}

/** Whether nothing differs. */
export const isOwnSchema = ({ tables, broken, foreign }: SchemaDifferences): boolean => tables.length + broken.length + foreign.length === 0;

/** What was put right, and what could not be: an index whose promise the rows already break. */
export interface MendedSchema {
  mended: string[];
  unmended: string[];
}

/**
 * Puts back what is missing of indexes and triggers and takes foreign ones out, in one transaction. Throws where a table
 * has another form: that is no book of this program.
 */
export function mendSchema(book: BetterSqlite3.Database): MendedSchema {
  const differences = schemaDifferences(book);
  if (isOwnSchema(differences)) return { mended: [], unmended: [] };
  if (differences.tables.length > 0) throw new Error(`tables of another form: ${differences.tables.join(', ')}`);
  const version = book.pragma('user_version', { simple: true }) as number;
  const wanted = schemaAt(version).filter((part) => differences.broken.includes(keyOf(part)));
  const unwanted = [...differences.broken, ...differences.foreign];
  const unmended: string[] = [];
  book
    .transaction(() => {
      for (const part of partsOf(book)) {
        if (unwanted.includes(keyOf(part))) book.exec(`DROP ${part.type.toUpperCase()} "${part.name.replaceAll('"', '""')}"`);
      }
      for (const part of wanted) {
        try {
          book.exec(part.sql);
        } catch (error) {
          // rows that break the promise stay to be looked at: the health check names them
          if (!(error instanceof BetterSqlite3.SqliteError) || error.code !== 'SQLITE_CONSTRAINT_UNIQUE') throw error;
          unmended.push(keyOf(part));
        }
      }
    })
    .immediate();
  return { mended: unwanted.filter((key) => !unmended.includes(key)), unmended };
}

/** The same on a copy that nobody has open; answers what could not be put right. */
export function mendCopy(path: string): string[] {
  const copy = new BetterSqlite3(path, { fileMustExist: true });
  try {
    return mendSchema(copy).unmended;
  } finally {
    copy.close();
  }
}
