import type { EngineParts } from '../engine-parts.ts';
import { storageRefusal } from '../files/storage-refusal.ts';
import { fileEntry } from './archive-manifest.ts';
import type { CheckedArchive } from './check-archive.ts';
import { damagedArchive, openArchive } from './open-archive.ts';
import type { Watch } from './watch.ts';

/** Brings the archive's files that are missing or no longer the same back into the store; answers how many. Nothing is taken away. */
export async function addMissingFiles({ files: store }: EngineParts, { path, files }: CheckedArchive, watch: Watch): Promise<number> {
  const { zip, entries } = await openArchive(path);
  try {
    let added = 0;
    for (const [index, { sha256 }] of files.entries()) {
      watch('Trả tệp về kho', index, files.length);
      if (store.isWhole(sha256)) {
        store.settle(sha256);
        continue;
      }
      const name = fileEntry(sha256);
      const entry = entries.get(name);
      const changed = (cause?: unknown) => damagedArchive(path, [{ field: name, message: `tệp «${name}» đã đổi trong lúc khôi phục.` }], cause);
      if (!entry) throw changed();
      const parts: Buffer[] = [];
      try {
        for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
      } catch (error) {
        throw storageRefusal(error) ?? changed(error);
      }
      if (store.put(Buffer.concat(parts)) !== sha256) throw changed();
      store.settle(sha256);
      added += 1;
    }
    return added;
  } finally {
    zip.close();
  }
}
