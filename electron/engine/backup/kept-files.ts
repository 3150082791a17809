import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface KeptFile {
  sha256: string;
  path: string;
  size: number;
  /** When it came, ms since 1970. */
  since: number;
  /** Not yet settled: its line may not be written. */
  waits: boolean;
}

/** Every file of the store, kept or waiting to be. */
export function keptFilesIn(folder: string): KeptFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name === 'moi' || /^[0-9a-f]{2}$/.test(name))
    .flatMap((part) => readdirSync(join(folder, part)).filter((name) => /^[0-9a-f]{64}$/.test(name)).map((sha256) => ({ sha256, path: join(folder, part, sha256), waits: part === 'moi' })))
    .flatMap((file) => {
      // one that waits may be settled meanwhile
      const found = statSync(file.path, { throwIfNoEntry: false });
      return found?.isFile() ? [{ ...file, size: found.size, since: found.mtimeMs }] : [];
    });
}
