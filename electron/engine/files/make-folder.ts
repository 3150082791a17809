import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Rights of what the program keeps: nobody's but the person's own. Windows has the rights of the profile instead. */
export const privateFolder = 0o700;
export const privateFile = 0o600;

/**
 * Makes a folder and those above it, each durably known to its parent. One step at a time: Node's own recursive mkdir
 * never returns where a parent answers ENOENT to every attempt (/proc).
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: privateFolder });
  } catch (error) {
    // another process may have made it meanwhile
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
  syncFolder(parent);
}

/** Makes the names in a folder survive a power cut. */
export function syncFolder(folder: string): void {
  // Windows has no fsync of folders; its rename is journaled by NTFS
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
