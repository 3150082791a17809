import { join } from 'node:path';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { isReadFault } from '../files/storage-refusal.ts';
import { glanceAt } from '../health/run-check.ts';
import { databaseFileName, type Look, saysUnread } from '../storage/open-database.ts';
import { refuseDamagedBook } from './refuse-damaged-book.ts';
import { unwatched } from './watch.ts';

/**
 * What a failed call answers. When SQLite has met damage or could not read in the middle of it, the whole file is looked at
 * anew: found damaged twice, the book is closed to everything but what brings it back and the answer names the backups;
 * found sound, or not readable just now, the answer says so and nothing is concluded. Any other error stays as it was.
 */
export async function afterDamage(parts: EngineParts, procedure: readonly string[], error: unknown): Promise<unknown> {
  if (parts.book.damage() || !(metDamage(error) || isBookUnread(error))) return error;
  const look = await closeWhenDamaged(parts, error);
  if (look !== 'damaged') {
    parts.log.warn({ err: error, look }, 'the disk stumbled over the book');
    // pages that came wrong must not be answered from memory
    parts.book.database().readAnew();
  }
  if (look === 'unreadable') return notRead('vẫn chưa đọc lại được tệp sổ. Kiểm tra ổ đĩa và dây nối rồi làm lại; chép cả thư mục dữ liệu sang ổ khác khi đọc được', error);
  if (look === 'sound') return notRead('đã đọc lại cả tệp sổ và thấy lành. Làm lại việc vừa rồi; nếu còn gặp, sao lưu sang ổ khác rồi kiểm tra ổ đĩa', error);
  return refuseDamagedBook(parts, procedure).then(
    () => error,
    (refusal: unknown) => refusal,
  );
}

const notRead = (then: string, cause: unknown): Refusal => new Refusal('DISK_UNREADABLE', `Ổ đĩa báo lỗi khi đọc sổ nên việc vừa gọi chưa được ghi; ${then}.`, { cause: codeOf(cause) }, cause);

/** Looks at the whole file, and closes the book to everything but what brings it back when it is damaged; answers what was seen. */
export async function closeWhenDamaged(parts: EngineParts, because: unknown): Promise<Look> {
  const look = await lookTwice(join(parts.dataFolder, databaseFileName));
  if (look === 'damaged') {
    parts.log.error({ err: because }, 'the book is damaged');
    parts.book.reportDamage(because);
  }
  return look;
}

const codeOf = (error: unknown): string => (error instanceof Error ? String((error as NodeJS.ErrnoException).code ?? '') : '');

/** SQLite's words for a file out of joint; a search index by itself (CORRUPT_VTAB) can be made anew and is no reason to stop. */
const metDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error)) && codeOf(error) !== 'SQLITE_CORRUPT_VTAB';

const isBookUnread = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_IOERR') && isReadFault(error);

/** Pause between two looks, ms. */
const betweenLooksMs = 150;

/** A file is damaged only when a second look, in another thread on another connection, says so too. */
async function lookTwice(path: string): Promise<Look> {
  const first = await lookAt(path);
  if (first === 'sound') return first;
  await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
  return lookAt(path);
}

async function lookAt(path: string): Promise<Look> {
  try {
    const said = await glanceAt(path, unwatched);
    if (said === null) return 'sound';
    return saysUnread(said) ? 'unreadable' : 'damaged';
  } catch (error) {
    if (metDamage(error)) return 'damaged';
    return isReadFault(error) ? 'unreadable' : 'sound';
  }
}
