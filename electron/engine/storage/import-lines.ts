import type BetterSqlite3 from 'better-sqlite3';
import type { Selectable } from 'kysely';
import { incomingTexts, outgoingTexts } from './indexed-texts.ts';
import { BulkIndex } from './bulk-index.ts';
import type { Database } from './schema.ts';
import type { BookName } from './register-search.ts';

type Defaulted = 'id' | 'fileCount' | 'revision';
/** A line of an old book with every column the table wants. */
export type ImportedIncoming = Omit<Selectable<Database['incoming']>, Defaulted>;
export type ImportedOutgoing = Omit<Selectable<Database['outgoing']>, Defaulted>;
export type ImportedLine = ImportedIncoming | ImportedOutgoing;

/** Lines written by one statement: triggers make SQLite keep a copy of every page a statement touches. */
const linesAtOnce = 400;

/** What one statement may take of memory while lines come in, KiB: the indexes of a large book are written all over. */
const cacheKiB = 96 * 1024;
const indexBufferBytes = 24 * 1024 * 1024;
const usualIndexBufferBytes = 1024 * 1024;

/**
 * Writes lines of an old book and their index rows with bare statements, inside the transaction that the caller has begun
 * on this connection. `step` is called between portions with how many are done (lines first, then their index rows).
 */
export async function importLines(sqlite: BetterSqlite3.Database, book: BookName, lines: readonly ImportedLine[], step: (done: number) => Promise<void>): Promise<void> {
  if (!sqlite.inTransaction) throw new Error('lines are imported inside a transaction');
  const formerCache = sqlite.pragma('cache_size', { simple: true }) as number;
  sqlite.pragma(`cache_size = -${cacheKiB}`);
  try {
    await writeLines(sqlite, book, lines, step);
    await writeIndex(sqlite, book, lines, (done) => step(lines.length + done));
  } finally {
    sqlite.pragma(`cache_size = ${formerCache}`);
  }
}

async function writeLines(sqlite: BetterSqlite3.Database, book: BookName, lines: readonly ImportedLine[], step: (done: number) => Promise<void>): Promise<void> {
  const [first] = lines;
  if (!first) return;
  const isAlike = saidAlike(lines);
  const all = Object.entries(first).map(([column, value], place) => ({ column, value, place, alike: isAlike[place] === true }));
  // what no line says is left to the table, as it is for a new line without it
  const columns = all.filter(({ alike, value }) => !alike || value !== null);
  const common = Object.fromEntries(columns.filter(({ alike }) => alike).map(({ column, value }) => [column, value]));
  const own = columns.filter(({ alike }) => !alike).map(({ place }) => place);
  const one = `(${columns.map(({ column, alike }) => (alike ? `@${column}` : '?')).join(',')})`;
  const insert = (amount: number): BetterSqlite3.Statement => sqlite.prepare(`INSERT INTO ${book} (${columns.map(({ column }) => column).join(',')}) VALUES ${Array.from({ length: amount }, () => one).join(',')}`);
  const whole = lines.length >= linesAtOnce ? insert(linesAtOnce) : null;
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const portion = lines.slice(at, at + linesAtOnce);
    const values: unknown[] = [];
    for (const line of portion) {
      const said: unknown[] = Object.values(line);
      for (const place of own) values.push(said[place]);
    }
    (portion.length === linesAtOnce && whole ? whole : insert(portion.length)).run(values, common);
    await step(at + portion.length);
  }
}

/** Which columns, by their place, say the same in all lines: a statement is given that once. */
function saidAlike(lines: readonly ImportedLine[]): boolean[] {
  const first: unknown[] = Object.values(lines[0] ?? {});
  const alike = first.map(() => true);
  for (const line of lines) {
    const said: unknown[] = Object.values(line);
    for (let place = 0; place < said.length; place += 1) if (said[place] !== first[place]) alike[place] = false;
  }
  return alike;
}

// after the lines, not among them: every statement with triggers would make the index write out what it holds
async function writeIndex(sqlite: BetterSqlite3.Database, book: BookName, lines: readonly ImportedLine[], step: (done: number) => Promise<void>): Promise<void> {
  const words = new BulkIndex();
  // a bound number is a real one to SQLite, and the index takes whole ones alone
  const setBuffer = (bytes: number): void => void sqlite.exec(`INSERT INTO ${book}Index (${book}Index, rank) VALUES ('hashsize', ${bytes})`);
  const insert = sqlite.prepare(`INSERT INTO ${book}Index (rowid, organ, code, subject, people, rest, toned) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  setBuffer(indexBufferBytes);
  let done = 0;
  for (const line of lines) {
    const texts = 'arrivalNumber' in line ? incomingTexts(line, []) : outgoingTexts(line, null, []);
    insert.run(line.sortKey, ...words.row(texts, line.status, line.year));
    done += 1;
    if (done % linesAtOnce === 0) await step(done);
  }
  setBuffer(usualIndexBufferBytes);
}
