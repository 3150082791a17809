import { join } from 'node:path';
import type { EngineParts } from '../engine-parts.ts';
import { glanceAt } from '../health/run-check.ts';
import { databaseFileName } from '../storage/open-database.ts';
import { refuseDamagedBook } from './refuse-damaged-book.ts';
import { unwatched } from './watch.ts';

/**
 * What a failed call answers: when SQLite has met damage in the middle of it and a look at the whole file says the same,
 * the book is closed to everything but what brings it back, and the answer names the backups; else the error as it was.
 */
export async function afterDamage(parts: EngineParts, procedure: readonly string[], error: unknown): Promise<unknown> {
  if (!metDamage(error) || parts.book.damage()) return error;
  if (!(await closeWhenDamaged(parts, error))) return error;
  return refuseDamagedBook(parts, procedure).then(
    () => error,
    (refusal: unknown) => refusal,
  );
}

/** Looks at the whole file, and closes the book to everything but what brings it back when it is damaged; answers whether it is. */
export async function closeWhenDamaged(parts: EngineParts, because: unknown): Promise<boolean> {
  if (!(await isDamaged(join(parts.dataFolder, databaseFileName)))) return false;
  parts.log.error({ err: because }, 'the book is damaged');
  parts.book.reportDamage(because);
  return true;
}

/** SQLite's words for a file out of joint; a search index by itself (CORRUPT_VTAB) can be made anew and is no reason to stop. */
function metDamage(error: unknown): boolean {
  const code = error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? '') : '';
  return /^SQLITE_(CORRUPT|NOTADB)/.test(code) && code !== 'SQLITE_CORRUPT_VTAB';
}

async function isDamaged(path: string): Promise<boolean> {
  try {
    return (await glanceAt(path, unwatched)) !== null;
  } catch (error) {
    return metDamage(error);
  }
}
