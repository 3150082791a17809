import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { safeFileName } from '../../shared/domain/file-names.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { markAsForeign } from './web-mark.ts';

// what the program itself writes; anything else handed over to be opened could be a program
const openable = new Set(['.docx', '.xlsx', '.pdf']);

/** The name the window gave a file, made safe to save under; `van-ban` when nothing of it is left. */
export function savedName(name: string): string {
  const ending = extname(name);
  return safeFileName(name.slice(0, name.length - ending.length) || 'van-ban', ending.slice(1, 10));
}

/** Copies for other programs to open: each in a folder of its own, so that two of one name do not collide; marked as foreign unless they are the program's own. */
export function openedFiles(folder: string, platform: NodeJS.Platform = process.platform): { keep(name: string, bytes: Uint8Array, ours: boolean): string; sweep(): void } {
  return {
    keep(name, bytes, ours) {
      const safe = savedName(name);
      if (!openable.has(extname(safe).toLowerCase())) throw new Refusal('NOT_ALLOWED', `Không mở «${safe}»: chương trình chỉ mở tệp Word, Excel và PDF.`);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(mkdtempSync(join(folder, 'mo-')), safe);
      writeFileSync(path, bytes, { mode: 0o600 });
      if (!ours) markAsForeign(path, platform);
      return path;
    },
    sweep() {
      try {
        rmSync(folder, { recursive: true, force: true });
      } catch {
        // Word still holds one of them: the next start sweeps again
      }
    },
  };
}
