import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { Refusal } from '../../shared/domain/refusal.ts';
import { numbersOnPapers } from './backup/paper-witness.ts';
import { type FileStore, filesFolderName } from './files/file-store.ts';
import { storageRefusal } from './files/storage-refusal.ts';
import { type MissingNumbers, missingOf, openHighWaterMark } from './storage/high-water-mark.ts';
import { paperFacts } from './storage/paper-facts.ts';
import { databaseFileName, ForeignSchema, lookTwice, openedFaultless, type OpenDatabase, openDatabase } from './storage/open-database.ts';

/** The book of a data folder: open, or known to be damaged, so that the program can still offer its backups. */
export interface HeldBook {
  /** The open book; the refusal DATA_DAMAGED while it is not to be used, BOOK_BUSY once it has been closed. */
  database(): OpenDatabase;
  /** The same without a look at the disk, or the damage known so far: what a call reads with, once `damage` has been asked. */
  known(): OpenDatabase | Refusal;
  /** Why the book is not to be used, or null. */
  damage(): Refusal | null;
  /** Numbers that were given and that this book does not know; none once a person has decided. */
  missing(): readonly MissingNumbers[];
  /** The book as it stands is the one that counts, missing numbers or not. */
  acceptAsItIs(): void;
  /** Does what puts another content in the book's place; afterwards that one counts. */
  replacing<Result>(work: () => Promise<Result>): Promise<Result>;
  /** A call has met damage: nothing more is read from the book or written into it. */
  reportDamage(because: unknown): void;
  /** Lets go of the book's file, lets `work` put another in its place, and opens what is there then. */
  replace(work: () => void): Promise<void>;
  close(): Promise<void>;
}

/** Opens the book of a folder. A damaged or lost one is held as such; any other reason not to open it is thrown as a Refusal. */
export function holdBook(folder: string, files: FileStore, clock: () => Date, log: Logger): HeldBook {
  let open: OpenDatabase | null = null;
  let damage: Refusal | null = null;
  let closed = false;
  let missing: readonly MissingNumbers[] = [];
  const mark = openHighWaterMark(folder, (error) => log.warn({ err: error }, 'the mark of the last numbers was not written'));
  // one refusal for as long as the file is away: what is found out about it is found out once
  const away = new Refusal('DATA_DAMAGED', `Tệp sổ «${databaseFileName}» đã bị xóa hoặc thay bằng tệp khác trong khi chương trình đang mở; chưa ghi gì thêm. Đóng chương trình, đưa lại tệp cũ hoặc khôi phục từ bản sao lưu.`, { path: folder });
  const found = (): Refusal | null => damage ?? (open?.inPlace() === false ? away : null);
  const none = (): Refusal => (closed ? new Refusal('BOOK_BUSY', 'Chương trình đang đóng nên việc này chưa được ghi vào sổ. Mở lại chương trình rồi làm lại.') : damaged(folder));

  const tryOpen = (again = true): void => {
    try {
      refuseLostBook(folder, files);
      open = openDatabase(folder, clock(), mark.note);
      if (!openedFaultless(open)) {
        refuseUnsound(folder);
        // pages that came wrong the first time must not be answered from memory
        open.readAnew();
      }
      damage = null;
      look(open);
    } catch (error) {
      const refusal = openingRefusal(error, folder);
      if (refusal.code === 'DISK_UNREADABLE' && again) {
        // a disk that stumbled once is asked a second time, on new connections
        void letGo();
        return tryOpen(false);
      }
      if (refusal.code !== 'DATA_DAMAGED') throw refusal;
      damage = refusal;
    }
  };

  // another process may have decided meanwhile; where no mark was ever written, or it went with the log, the papers tell
  const look = ({ sqlite }: OpenDatabase): void => {
    missing = mark.exists() ? mark.missing(sqlite) : missingOf(numbersOnPapers(join(folder, filesFolderName), paperFacts(sqlite)), sqlite);
    if (missing.length === 0) mark.begin(sqlite);
  };

  const letGo = async (): Promise<void> => {
    const held = open;
    open = null;
    await held?.close();
  };

  tryOpen();
  return {
    database() {
      const refusal = found();
      if (refusal || !open) throw refusal ?? none();
      return open;
    },
    known: () => damage ?? open ?? none(),
    damage: found,
    missing() {
      if (missing.length > 0 && open) look(open);
      return missing;
    },
    acceptAsItIs() {
      if (!open) return;
      mark.suspend();
      look(open);
    },
    async replacing(work) {
      mark.suspend();
      try {
        return await work();
      } finally {
        if (open) look(open);
      }
    },
    reportDamage: (because) => void (damage ??= damaged(folder, because)),
    async replace(work) {
      await letGo();
      mark.suspend();
      try {
        work();
      } finally {
        tryOpen();
      }
    },
    close() {
      // a work that was still reading a file when the program closed comes here later
      closed = true;
      mark.close();
      return letGo();
    },
  };
}

const damaged = (folder: string, cause?: unknown): Refusal =>
  new Refusal('DATA_DAMAGED', `Tệp sổ «${databaseFileName}» bị hỏng nên không mở được; tệp vẫn được giữ nguyên. Khôi phục từ bản sao lưu gần nhất ở mục Sao lưu.`, { path: folder }, cause);

/** What an error while opening means; thrown as it is when it comes from anything but the disk or the file. */
function openingRefusal(error: unknown, folder: string): Refusal {
  if (error instanceof ForeignSchema) return damaged(folder, error);
  const refusal = storageRefusal(error);
  if (refusal && !(refusal.code === 'DATA_DAMAGED' && !(error instanceof Refusal))) return refusal;
  const look = lookTwice(join(folder, databaseFileName));
  if (look === 'unreadable') return unread(folder, error);
  if (look === 'damaged') return damaged(folder, error);
  // what the first look met is gone: the disk stumbled, and the next start finds the book as it is
  if (refusal) return unread(folder, error);
  throw error;
}

/** A book whose pages did not hang together is looked at a second time before it is called damaged. */
function refuseUnsound(folder: string): void {
  const look = lookTwice(join(folder, databaseFileName));
  if (look === 'damaged') throw damaged(folder);
  if (look === 'unreadable') throw unread(folder);
}

const unread = (folder: string, cause?: unknown): Refusal =>
  new Refusal('DISK_UNREADABLE', `Ổ đĩa báo lỗi khi đọc tệp sổ «${databaseFileName}»; chưa có gì cho thấy sổ bị hỏng, đừng khôi phục vội. Kiểm tra ổ đĩa và dây nối rồi mở lại chương trình; nếu còn gặp, chép cả thư mục dữ liệu sang ổ khác.`, { path: folder }, cause);

/** Where the folder remembers how its backups fare: there only once the book has been in use. */
export const backupStateName = 'sao-luu.json';
/** Where backups go unless the settings say otherwise. */
export const backupFolderName = 'sao-luu';

// an empty book in a folder that keeps documents of given numbers, or backups, would give those numbers again
function refuseLostBook(folder: string, files: FileStore): void {
  const size = statSync(join(folder, databaseFileName), { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0) return;
  const documents = files.isUsed();
  const backups = existsSync(join(folder, backupStateName)) || (existsSync(join(folder, backupFolderName)) && readdirSync(join(folder, backupFolderName)).some((name) => name.endsWith('.zip')));
  if (!documents && !backups) return;
  throw new Refusal('DATA_DAMAGED', `Thư mục «${folder}» còn ${documents ? 'văn bản đã cấp số' : 'bản sao lưu của sổ'} nhưng tệp sổ «${databaseFileName}» bị mất hoặc trống. Không mở sổ mới để khỏi cấp trùng số; khôi phục tệp sổ từ bản sao lưu gần nhất.`, { path: folder });
}
