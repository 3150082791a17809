import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { writeAtomically } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';

/** Where the files lie in a data folder. */
export const filesFolderName = 'tep';

/**
 * Files kept by what they contain: the name is the SHA-256, so equal bytes are kept once and a change is seen. A file
 * waits in `moi` until the line that links it is committed; what a killed process leaves waiting is found there without
 * walking the archive.
 */
export interface FileStore {
  /** Stores whole bytes durably, waiting to be linked, and answers their SHA-256 (hex). */
  put(bytes: Uint8Array): string;
  /** Whether a file of this content is there, waiting or kept. */
  has(sha256: string): boolean;
  /** Whether the file is there and its bytes are still the same. */
  isWhole(sha256: string): boolean;
  /** The bytes; a Refusal FILE_DAMAGED when they are gone or no longer the same. `what` names them for people. */
  get(sha256: string, what: string): Buffer<ArrayBuffer>;
  /** The bytes as they are on the disk, read while others go on; null when there is no such file. */
  read(sha256: string): Promise<Buffer<ArrayBuffer> | null>;
  /** Files that wait since longer than `ageMs`. */
  waiting(ageMs: number): string[];
  /** Moves a linked file to where it is kept. */
  settle(sha256: string): void;
  /** Takes a waiting file away again. */
  discard(sha256: string): void;
  /** Whether any file has ever been kept here. */
  isUsed(): boolean;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The bytes of a file that are what its name says; null when they are not on a second look either, each look through a
 * handle of its own. Throws the file system's own error when it cannot be read twice.
 */
function readSound(path: string, sha256: string): Buffer<ArrayBuffer> | null {
  for (let look = 1; ; look += 1) {
    try {
      const bytes = readFileSync(path);
      if (hashOf(bytes) === sha256) return bytes;
      if (look === 2) return null;
    } catch (error) {
      if (look === 2) throw error;
    }
  }
}

/** The store in `folder` (made when the first file comes). */
export function openFileStore(folder: string): FileStore {
  const waitingFolder = join(folder, 'moi');
  const waitingPath = (sha256: string): string => join(waitingFolder, sha256);
  const keptPath = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const find = (sha256: string): string | null => [keptPath(sha256), waitingPath(sha256)].find(existsSync) ?? null;
  return {
    put(bytes) {
      const sha256 = hashOf(bytes);
      const present = find(sha256);
      if (!present || !readSound(present, sha256)) writeAtomically(waitingPath(sha256), bytes);
      return sha256;
    },
    has: (sha256) => find(sha256) !== null,
    isWhole(sha256) {
      const path = find(sha256);
      return path !== null && readSound(path, sha256) !== null;
    },
    get(sha256, what) {
      const path = find(sha256);
      const bytes = path === null ? null : readSound(path, sha256);
      if (bytes) return bytes;
      const state = path !== null ? 'đã bị thay đổi' : 'không còn trong thư mục dữ liệu';
      throw new Refusal('FILE_DAMAGED', `Tệp lưu của ${what} ${state}. Khôi phục thư mục «tep» từ bản sao lưu gần nhất; số và nội dung trong sổ vẫn còn nguyên.`, { sha256 });
    },
    async read(sha256) {
      // it may be settled between the look and the reading
      for (const path of [find(sha256), find(sha256)]) {
        try {
          return path === null ? null : await readFile(path);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        }
      }
      return null;
    },
    waiting(ageMs) {
      if (!existsSync(waitingFolder)) return [];
      return readdirSync(waitingFolder).filter((name) => {
        // another process may settle it meanwhile
        const found = statSync(join(waitingFolder, name), { throwIfNoEntry: false });
        return found !== undefined && Date.now() - found.mtimeMs > ageMs;
      });
    },
    settle(sha256) {
      if (!existsSync(waitingPath(sha256))) return;
      makeFolder(join(folder, sha256.slice(0, 2)));
      renameSync(waitingPath(sha256), keptPath(sha256));
    },
    discard: (sha256) => rmSync(waitingPath(sha256), { force: true }),
    isUsed: () => existsSync(folder) && readdirSync(folder).some((name) => /^[0-9a-f]{2}$/.test(name)),
  };
}
