import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { ChangedMeanwhile, replaceBook, watchBook } from '../storage/book-copy.ts';
import { databaseFileName } from '../storage/open-database.ts';
import type { MadeBackup } from './create-backup.ts';
import type { Watch } from './watch.ts';

/** How often the book may be written into between putting it aside and replacing it. */
const patience = 3;

/**
 * Puts the present state aside and then the book of `bookPath` in its place, in one transaction: a kill at any instant
 * leaves the old state or the new one. `prepare` writes into the new book what is to come with it. Null, with nothing
 * replaced, when `putAside` found the present state too damaged. Refuses (BOOK_BUSY) when others keep writing meanwhile.
 */
export async function replaceKeepingAside(parts: EngineParts, bookPath: string, steps: { putAside: () => Promise<MadeBackup | null>; prepare: (aside: MadeBackup) => void }, watch: Watch): Promise<MadeBackup | null> {
  const live = join(parts.dataFolder, databaseFileName);
  for (let attempt = 1; attempt <= patience; attempt += 1) {
    const sentinel = watchBook(live);
    try {
      const aside = await steps.putAside();
      if (!aside) return null;
      try {
        steps.prepare(aside);
        await parts.book.replacing(() => replaceBook(bookPath, live, sentinel, (done, total) => watch('Thay sổ', done, total)));
        return aside;
      } catch (error) {
        // nothing was replaced: what was put aside for it is not needed
        rmSync(aside.path, { force: true });
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
    } finally {
      sentinel.close();
    }
  }
  throw new Refusal('BOOK_BUSY', 'Trong lúc thay sổ, sổ liên tục có dòng mới được ghi nên chưa thay. Để mọi người ngừng nhập ít phút rồi làm lại.');
}
