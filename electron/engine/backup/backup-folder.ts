import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { backupName, type BackupKind, readBackupName } from '../../../shared/domain/backup-names.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { makeFolder } from '../files/make-folder.ts';
import { backupFolderName } from '../held-book.ts';
import { readSettings } from '../storage/settings-repository.ts';
import type { Summary } from './archive-manifest.ts';
import { readBackupState } from './backup-state.ts';
import { peekArchive } from './open-archive.ts';

/** The folder backups go to: that of the settings, as last seen when the book is damaged, else `sao-luu` in the data folder. */
export async function backupFolderOf(parts: EngineParts): Promise<string> {
  const chosen = parts.book.damage() ? readBackupState(parts.dataFolder).folder : (await readSettings(parts.database)).backupFolder;
  return chosen ?? join(parts.dataFolder, backupFolderName);
}

export interface FoundArchive extends Summary {
  path: string;
  name: string;
  kind: BackupKind;
  size: number;
}

/** The archives in a folder that the program has named and that say the same of themselves, newest first. */
export function archivesIn(folder: string): FoundArchive[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name): FoundArchive[] => {
      const named = readBackupName(name);
      const path = join(folder, name);
      if (!named || !statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
      const summary = peek(path);
      return summary ? [{ ...summary, path, name, kind: named.kind }] : [];
    })
    .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : one.name < other.name ? 1 : -1));
}

function peek(path: string): ReturnType<typeof peekArchive> {
  try {
    return peekArchive(path);
  } catch {
    // too short, or gone since the folder was read: no archive to offer
    return null;
  }
}

/** Where a backup goes: into a folder under a name of its own, or under the name given. Refuses a name that is taken and the store of kept files. */
export function targetOf({ dataFolder }: EngineParts, to: { wanted: string | undefined; folder: string }, kind: BackupKind, at: string): string {
  const wanted = to.wanted === undefined ? to.folder : resolve(to.wanted);
  const named = to.wanted !== undefined && !/[\\/]$/.test(to.wanted) && !isFolder(wanted) && extname(wanted) !== '';
  const folder = named ? dirname(wanted) : wanted;
  refuseStore(dataFolder, folder);
  readyFolder(folder, to.wanted === undefined);
  if (!named) return freeName(folder, kind, at);
  if (existsSync(wanted)) throw new Refusal('NOT_ALLOWED', `Đã có tệp «${basename(wanted)}» ở «${folder}»; bản sao lưu không ghi đè tệp nào. Chọn tên khác, hoặc chỉ ghi tên thư mục để chương trình tự đặt tên.`, { path: wanted });
  return wanted;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

function readyFolder(folder: string, chosenOnce: boolean): void {
  if (isFolder(folder)) return;
  if (existsSync(folder)) throw new Refusal('DISK_UNWRITABLE', `«${folder}» là một tệp, không phải thư mục; chọn thư mục khác để giữ bản sao lưu.`, { path: folder });
  // a folder chosen long ago whose drive is not plugged in must not be made anew on the wrong disk
  if (chosenOnce && !isFolder(dirname(folder))) throw new Refusal('DISK_UNWRITABLE', `Thư mục sao lưu «${folder}» không còn. Cắm lại ổ đĩa, hoặc chọn thư mục khác ở Cài đặt.`, { path: folder });
  makeFolder(folder);
}

function refuseStore(dataFolder: string, folder: string): void {
  let near = folder;
  while (!existsSync(near) && dirname(near) !== near) near = dirname(near);
  const real = join(realpathSync(near), relative(near, folder));
  const inside = ['tep', 'tam'].map((name) => join(realpathSync(dataFolder), name)).find((place) => real === place || real.startsWith(place + sep));
  if (inside !== undefined) throw new Refusal('NOT_ALLOWED', `Không đặt bản sao lưu trong «${inside}»: chỗ ấy giữ tệp của sổ. Chọn thư mục khác, tốt nhất là trên ổ đĩa khác.`, { path: folder });
}

function freeName(folder: string, kind: BackupKind, at: string): string {
  for (let turn = 1; ; turn += 1) {
    const path = join(folder, backupName(kind, at, turn));
    if (!existsSync(path)) return path;
  }
}
