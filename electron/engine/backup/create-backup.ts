import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesFolderName } from '../files/file-store.ts';
import type { BackupKind } from '../../../shared/domain/backup-names.ts';
import { localInstant } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { EngineParts } from '../engine-parts.ts';
import { makeFolder, syncFolder } from '../files/make-folder.ts';
import { storageRefusal } from '../files/storage-refusal.ts';
import { withWorkFolder } from '../files/work-folder.ts';
import { auditCopy } from '../health/run-check.ts';
import { copyBook, settingIn } from '../storage/book-copy.ts';
import { databaseFileName } from '../storage/open-database.ts';
import { bookEntry, fileEntry, fileOfEntry, knownFormat, type Manifest, type Summary } from './archive-manifest.ts';
import { backupFolderOf, targetOf } from './backup-folder.ts';
import { checkArchive } from './check-archive.ts';
import { type KeptFile, keptFilesIn } from './kept-files.ts';
import type { Watch } from './watch.ts';
import { writeArchive } from './write-archive.ts';

export interface MadeBackup {
  path: string;
  size: number;
  manifest: Manifest;
  notices: string[];
}

/** Marks an archive that is not whole yet. */
export const unfinishedMark = '.dang-ghi';

/**
 * Copies the book and its files into one archive, checks every byte of it, and only then gives it its name. Refuses, and
 * leaves nothing behind, when the book is damaged or the archive cannot be written.
 */
export async function createBackup(parts: EngineParts, { to, kind }: { to?: string | undefined; kind: BackupKind }, watch: Watch): Promise<MadeBackup> {
  parts.book.database();
  const at = localInstant(parts.clock());
  const folder = await backupFolderOf(parts);
  const target = asRefused(folder, () => targetOf(parts, { wanted: to, folder }, kind, at));
  return withWorkFolder(parts.dataFolder, async (work) => {
    const began = Date.now();
    const copy = join(work, bookEntry);
    await copyBook(join(parts.dataFolder, databaseFileName), copy, (done, total) => watch('Chép sổ', done, total));
    const audit = await auditCopy(copy, watch);
    if (audit.faults.length > 0) throw new Refusal('DATA_DAMAGED', `Sổ đang có lỗi bên trong (${audit.faults[0]}) nên bản sao lưu này không được ghi; các bản trước vẫn còn. Chạy kiểm tra sổ để xem chi tiết, rồi khôi phục từ bản sao lưu gần nhất.`, { faults: audit.faults });
    const { files, lost } = filesToPack(parts, audit.linked, began, kind);
    const summary: Summary = { soCongVan: 'sao-luu', format: knownFormat, at, office: officeOf(copy), folderId: String(settingIn(copy, 'folderId')), program: programVersion(parts), schema: audit.schema };
    const part = `${target}.${randomBytes(6).toString('hex')}${unfinishedMark}`;
    try {
      refuseFullDisk(dirname(target), files);
      const sources = [{ name: bookEntry, path: copy, size: statSync(copy).size, compress: true }, ...files.map(({ sha256, path, size }) => ({ name: fileEntry(sha256), path, size, compress: false }))];
      await writeArchive(part, sources, summary, (entries) => ({ ...summary, counts: audit.counts, entries, lost }), watch);
      rmSync(copy);
      makeFolder(join(work, 'kiem'));
      const { manifest, size } = await checkArchive(part, join(work, 'kiem'), watch);
      renameSync(part, target);
      syncFolder(dirname(target));
      return { path: target, size, manifest, notices: noticesOf(manifest, audit.linked) };
    } catch (error) {
      rmSync(part, { force: true });
      throw refusedAt(dirname(target), error);
    }
  });
}

/** How long before its line a file may be drawn, ms. */
const justDrawnMs = 60_000;

/** What the archive lacks although lines link it. */
export function noticesOf({ lost, entries }: Manifest, linked: readonly { sha256: string; name: string }[]): string[] {
  const nameOf = new Map(linked.map(({ sha256, name }) => [sha256, name]));
  const changed = entries.flatMap(({ name, sha256 }) => {
    const called = fileOfEntry(name);
    return called === null || called === sha256 ? [] : [called];
  });
  const told = (list: string[], what: string): string[] => (list.length === 0 ? [] : [`${formatVietnameseNumber(list.length)} tệp ${what} từ trước khi sao lưu nên bản này không có: ${list.slice(0, 5).map((sha256) => `«${nameOf.get(sha256) ?? sha256.slice(0, 12)}»`).join(', ')}${list.length > 5 ? '…' : ''}.`]);
  return [...told(lost, 'đã mất'), ...told(changed.filter((sha256) => nameOf.has(sha256)), 'đã bị thay đổi')];
}

function filesToPack(parts: EngineParts, linked: readonly { sha256: string }[], began: number, kind: BackupKind): { files: KeptFile[]; lost: string[] } {
  const wanted = new Set(linked.map(({ sha256 }) => sha256));
  const found = new Map(keptFilesIn(join(parts.dataFolder, filesFolderName)).map((file) => [file.sha256, file]));
  // a file without a line goes along too, but for one just drawn, whose line came after the copy was taken; a restore takes no file away, so what it puts aside needs none
  const files = [...found.values()].filter(({ sha256, since, waits }) => wanted.has(sha256) || (kind !== 'before-restore' && !waits && since < began - justDrawnMs));
  return { files, lost: [...wanted].filter((sha256) => !found.has(sha256)) };
}

function refuseFullDisk(folder: string, files: readonly KeptFile[]): void {
  const { bavail, bsize } = statfsSync(folder);
  const needed = files.reduce((sum, { size }) => sum + size, 0);
  if (needed <= bavail * bsize) return;
  const megabytes = (bytes: number): string => formatVietnameseNumber(Math.ceil(bytes / 1024 ** 2));
  throw new Refusal('DISK_FULL', `Ổ đĩa chứa «${folder}» không đủ chỗ: bản sao lưu cần ${megabytes(needed)} MB, ổ còn ${megabytes(bavail * bsize)} MB. Dọn bớt chỗ trống hoặc chọn ổ khác.`, { path: folder, needed });
}

function asRefused<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw refusedAt(folder, error);
  }
}

/** The same error, with the folder it is about. */
function refusedAt(folder: string, error: unknown): unknown {
  const refusal = storageRefusal(error);
  if (!refusal || refusal === error) return error;
  return new Refusal(refusal.code, `Chưa sao lưu được vào «${folder}»: ${refusal.message}`, { ...refusal.data, path: folder }, error);
}

const officeOf = (copy: string): string | null => ((settingIn(copy, 'office') as { name?: string } | null)?.name ?? null)?.replaceAll('\n', ' ') ?? null;

function programVersion({ resources }: EngineParts): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', resources), 'utf8')) as { version: string };
  return version;
}
