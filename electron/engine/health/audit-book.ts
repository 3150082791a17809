import { mendCopy } from '../storage/schema-check.ts';
import { fileTables, openToRead, type PlainBook, rowCounts } from '../storage/plain-book.ts';
import type { CopyAudit } from './check-orders.ts';

/** How many faults of one kind are told. */
const toldFaults = 20;

/** What SQLite itself finds wrong with a book: pages, indexes, and (unless left out) links between tables. */
export function databaseFaults(book: PlainBook, withLinks = true): string[] {
  const integrity = book.all<{ integrity_check: string }>(`PRAGMA integrity_check(${toldFaults})`).map((row) => row.integrity_check).filter((said) => said !== 'ok');
  if (!withLinks) return integrity;
  const links = book.all<{ table: string; rowid: number | null; parent: string }>('PRAGMA foreign_key_check').slice(0, toldFaults);
  return [...integrity, ...links.map(({ table, rowid, parent }) => `${table} ${rowid ?? ''} → ${parent}`)];
}

/** Everything about a copy that can be told without its files. */
export function auditBook(path: string): CopyAudit {
  const book = openToRead(path);
  try {
    const faults = databaseFaults(book);
    const { tables, foreign } = book.schema();
    // missing indexes and triggers are put back when it is restored; what is of somebody else is not let in
    for (const part of [...tables, ...foreign]) faults.push(`${tables.includes(part) ? 'khác dạng' : 'không phải của chương trình'}: ${part}`);
    if (faults.length === 0) faults.push(...promiseFaults(path));
    const linked = fileTables(book).flatMap((table) => book.all<{ sha256: string; name: string }>(`SELECT sha256, min(name) AS name FROM "${table}" GROUP BY sha256`));
    return { faults, schema: book.value<number>('PRAGMA user_version'), counts: rowCounts(book), linked };
  } finally {
    book.close();
  }
}

/** What keeps a copy from being given the program's promises: rows that already break them. The copy is changed. */
function promiseFaults(path: string): string[] {
  try {
    return mendCopy(path).map((part) => `các dòng trái với lời hứa: ${part}`);
  } catch (error) {
    return [String(error instanceof Error ? error.message : error)];
  }
}

/** What is wrong with a file at a glance, or null. */
export function glanceAtBook(path: string): string | null {
  const book = openToRead(path);
  try {
    const said = book.value<string>('PRAGMA quick_check(1)');
    return said === 'ok' ? null : said;
  } finally {
    book.close();
  }
}
