import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { inlineDocuments, workerDocuments } from './documents/document-builder.ts';
import type { EngineParts } from './engine-parts.ts';
import { prepareDataFolder } from './files/data-folder.ts';
import { type FileStore, openFileStore } from './files/file-store.ts';
import * as agencies from './handlers/agencies.ts';
import * as books from './handlers/books.ts';
import * as demo from './handlers/demo.ts';
import { appendixDocx, appendixXlsx, letterDocx } from './handlers/documents.ts';
import { implementer } from './handlers/implementer.ts';
import { sweepWaiting } from './handlers/issue-letter.ts';
import { cancel, draft, get, issue, list, restore, update } from './handlers/outgoing.ts';
import * as settings from './handlers/settings.ts';
import { storageRefusal } from './files/storage-refusal.ts';
import { databaseFileName, type OpenDatabase, openDatabase } from './storage/open-database.ts';
import type { Database } from './storage/schema.ts';
import { Refusal } from '../../shared/domain/refusal.ts';

export interface EngineOptions {
  /** Made when it is missing. */
  dataFolder: string;
  clock: () => Date;
  log: Logger;
  /** Whether documents are drawn in a thread of their own, so that other calls need not wait; in the caller's when left out. */
  drawInThread?: boolean;
  /** Where the program's resources lie (a folder's URL with its last slash). */
  resources: URL;
  /** The computer's user; asked of the system when left out. */
  user?: string;
}

/** Everything the contract names, over one data folder. */
export const router = implementer.router({
  settings: { get: settings.get, update: settings.update },
  agencies: { list: agencies.list },
  books: { list: books.list, start: books.start },
  outgoing: { draft, update, issue, cancel, restore, get, list },
  letter: { docx: letterDocx },
  appendix: { docx: appendixDocx, xlsx: appendixXlsx },
  demo: { load: demo.load },
});

export interface Engine {
  router: typeof router;
  /** What a carrier passes along with every call. */
  context: EngineParts;
  close(): Promise<void>;
}

/**
 * Opens the data folder and answers the router a carrier serves. Throws a Refusal (DATA_REMOTE, DATA_NEWER,
 * DATA_DAMAGED, DISK_FULL, DISK_UNWRITABLE) with a sentence for the user when the folder cannot be used.
 */
export function createEngine({ dataFolder, clock, log, drawInThread = false, resources, user = computerUser() }: EngineOptions): Engine {
  const { folder, files, database } = asRefusal(() => {
    const folder = prepareDataFolder(dataFolder);
    const files = openFileStore(join(folder, 'tep'));
    refuseLostBook(folder, files);
    return { folder, files, database: openDatabase(folder, clock()) };
  });
  const documents = drawInThread ? workerDocuments() : inlineDocuments();
  let last: Promise<unknown> = Promise.resolve();
  const writes = new Set<Promise<void>>();
  const context: EngineParts = {
    database: database.reader,
    write: (work) => {
      const writing = database.writer.transaction().execute((transaction) => work(heldBy(context, transaction)));
      const settled = writing.then(noted, noted).then(() => void writes.delete(settled));
      writes.add(settled);
      return writing;
    },
    files,
    documents,
    clock,
    log,
    resources,
    user,
    refuseLostFile: () => {
      if (database.inPlace()) return;
      throw new Refusal('DATA_DAMAGED', `Tệp sổ «${databaseFileName}» đã bị xóa hoặc thay bằng tệp khác trong khi chương trình đang mở; chưa ghi gì thêm. Đóng chương trình, đưa lại tệp cũ hoặc khôi phục từ bản sao lưu.`, { path: folder });
    },
    inTurn: (work) => {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
  void context.inTurn(() => sweepWaiting(context)).catch((error: unknown) => log.warn({ err: error }, 'waiting documents not swept'));
  log.info({ folder, version: sqliteVersion(database) }, 'engine open');
  return {
    router,
    context,
    async close() {
      await last.catch(noted);
      await Promise.all(writes);
      await documents.close();
      await database.close();
      log.info('engine closed');
    },
  };
}

// whoever waits for a call hears of its failure; here only its end matters
const noted = (): void => undefined;

/** The same parts inside a transaction. */
function heldBy(parts: EngineParts, transaction: Kysely<Database>): EngineParts {
  const held: EngineParts = { ...parts, database: transaction, write: (work) => work(held) };
  return held;
}

// an empty book in a folder that keeps documents of given numbers would give those numbers again
function refuseLostBook(folder: string, files: FileStore): void {
  const size = statSync(join(folder, databaseFileName), { throwIfNoEntry: false })?.size ?? 0;
  if (size > 0 || !files.isUsed()) return;
  throw new Refusal('DATA_DAMAGED', `Thư mục «${folder}» còn văn bản đã cấp số nhưng tệp sổ «${databaseFileName}» bị mất hoặc trống. Không mở sổ mới để khỏi cấp trùng số; khôi phục tệp sổ từ bản sao lưu gần nhất.`, { path: folder });
}

function asRefusal<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw storageRefusal(error) ?? error;
  }
}

const sqliteVersion = ({ sqlite }: OpenDatabase): unknown => sqlite.prepare('SELECT sqlite_version()').pluck().get();

function computerUser(): string {
  try {
    return userInfo().username;
  } catch {
    // an account without an entry in the system's list of users
    return 'không rõ';
  }
}
