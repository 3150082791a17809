import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from '../files/atomic-write.ts';
import { backupStateName } from '../held-book.ts';

const State = z.object({
  /** The folder of the settings as last seen: a damaged book cannot be asked for it. */
  folder: z.string().nullable().default(null),
  lastSuccess: z.object({ at: z.string(), path: z.string() }).nullable().default(null),
  lastFailure: z.object({ at: z.string(), sentence: z.string() }).nullable().default(null),
});
export type BackupState = z.infer<typeof State>;

/** How the backups of a data folder fare. Kept beside the book, not in it: a restore must not turn it back. */
export function readBackupState(dataFolder: string): BackupState {
  const path = join(dataFolder, backupStateName);
  const nothing = State.parse({});
  if (!existsSync(path)) return nothing;
  try {
    return State.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // only notes: a file nobody can read is as good as none, and the next backup writes it anew
    return nothing;
  }
}

/** Changes the given parts. */
export function noteBackupState(dataFolder: string, change: Partial<BackupState>): void {
  writeAtomically(join(dataFolder, backupStateName), Buffer.from(JSON.stringify({ ...readBackupState(dataFolder), ...change })));
}
