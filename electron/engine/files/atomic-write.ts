import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder, privateFile, syncFolder } from './make-folder.ts';

/** The mode of a file saved for others to read too: the system's usual one. */
export const usualMode = 0o666;

/** Marks files that are not whole yet. */
const partMark = '.dang-ghi';

/**
 * Writes a file so that it is either whole under its name or not there: a temporary neighbour, fsync, rename, fsync of
 * the folder. It is the person's alone unless `mode` says otherwise. Throws the file system's own error; nothing is left behind then.
 */
export function writeAtomically(path: string, bytes: Uint8Array, mode = privateFile): void {
  const folder = dirname(path);
  makeFolder(folder);
  const part = join(folder, `${basename(path).slice(0, 60)}.${randomBytes(6).toString('hex')}${partMark}`);
  try {
    const file = openSync(part, 'wx', mode);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameWhenFree(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  syncFolder(folder);
}

// Word and virus scanners hold files open on Windows for a moment; a rename then fails with one of these
const passing = new Set(['EBUSY', 'EPERM', 'EACCES']);

function renameWhenFree(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return renameSync(from, to);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (process.platform !== 'win32' || !passing.has(code) || attempt === 6) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50 * attempt);
    }
  }
}
