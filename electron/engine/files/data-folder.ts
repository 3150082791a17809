import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { makeFolder, privateFile, privateFolder } from './make-folder.ts';
import { remoteMountOf } from './remote-mount.ts';

/**
 * Makes the data folder when it is missing and answers its absolute path. Refuses a file in the way, a folder that
 * cannot be made, and a folder on a network drive (SQLite's WAL loses data there).
 */
export function prepareDataFolder(wanted: string): string {
  // `//may-chu/so` names another computer unless its first step is a folder of this one (`//tmp/so` is `/tmp/so`)
  const share = /^\/\/([^/]+)/.exec(wanted)?.[1];
  refuseRemote(wanted, share && !existsSync(`/${share}`) ? wanted : remoteMountOf(wanted, ''));
  const folder = resolve(wanted);
  if (existsSync(folder) && !statSync(folder).isDirectory()) {
    throw new Refusal('DISK_UNWRITABLE', `«${folder}» là một tệp, không phải thư mục; chọn thư mục khác để giữ dữ liệu.`, { path: folder });
  }
  refuseRemote(folder, remoteMountOf(nearestExisting(folder), mounts()));
  makeFolder(folder);
  keepPrivate(folder);
  return folder;
}

function refuseRemote(folder: string, remote: string | null): void {
  if (remote === null) return;
  throw new Refusal('DATA_REMOTE', `Thư mục dữ liệu «${folder}» nằm trên ổ mạng (${remote}); sổ giữ ở đó có thể hỏng khi mất kết nối. Chọn thư mục trên ổ đĩa của máy này và đặt bản sao lưu lên ổ mạng.`, { path: folder });
}

/** What the program itself keeps in a data folder, by name. */
const ours = /^(?:so-cong-van\.sqlite(?:-wal|-shm)?|so-cong-van-hong-.*|so-cuoi\.txt|dang-chay\.json|cong\.txt|sao-luu\.json|tep|nhat-ky|sao-luu|truoc-nang-cap|tam)$/;

/**
 * Takes other people's rights from a data folder and what the program keeps in it. A folder that holds nothing of the
 * program yet was made just now or is empty; one in which other things lie stays as its owner has it.
 */
function keepPrivate(folder: string): void {
  if (process.platform === 'win32') return;
  const names = readdirSync(folder);
  const known = names.filter((name) => ours.test(name));
  if (known.length === 0 && names.length > 0) return;
  for (const path of [folder, ...known.map((name) => join(folder, name))]) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found || found.isSymbolicLink() || (found.mode & 0o077) === 0) continue;
    try {
      chmodSync(path, found.isDirectory() ? privateFolder : privateFile);
    } catch (error) {
      // another person's folder, or a disk without rights: what can be read there is not ours to decide
      if (!['EPERM', 'EROFS', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

/** The nearest folder that exists, with links and (on Windows) mapped drives resolved: `Z:\so` becomes `\\may-chu\so`. */
function nearestExisting(folder: string): string {
  let path = folder;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return existsSync(path) ? realpathSync.native(path) : path;
}

function mounts(): string {
  return process.platform === 'linux' && existsSync('/proc/self/mountinfo') ? readFileSync('/proc/self/mountinfo', 'utf8') : '';
}
