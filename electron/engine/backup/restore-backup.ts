import { existsSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { instantInWords, localInstant } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { syncFolder } from '../files/make-folder.ts';
import { withWorkFolder } from '../files/work-folder.ts';
import { backupFolderName } from '../held-book.ts';
import { auditCopy } from '../health/run-check.ts';
import { migrateCopy, settingIn, setSettingIn } from '../storage/book-copy.ts';
import { databaseFileName } from '../storage/open-database.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { type CheckedArchive, checkArchive } from './check-archive.ts';
import { createBackup, type MadeBackup, noticesOf } from './create-backup.ts';
import { addMissingFiles } from './add-missing-files.ts';
import { replaceKeepingAside } from './replace-keeping-aside.ts';
import { readRestores, restoresKey, type RestoreNote } from './restore-notes.ts';
import type { Watch } from './watch.ts';

export interface RestoredBook {
  from: string;
  at: string;
  office: string | null;
  before: Record<string, number> | null;
  after: Record<string, number>;
  filesAdded: number;
  aside: { path: string; kind: 'backup' | 'damaged-file' } | null;
  notices: string[];
}

interface Aside {
  before: Record<string, number> | null;
  aside: RestoredBook['aside'];
}

/**
 * Puts the state of an archive in place of the present one: the archive is checked whole, its book brought to this
 * program's version, the present state put aside as a backup of its own, missing files added (none is taken away), and
 * then the book's content replaced in one transaction. A kill at any instant leaves the old state or the new one.
 */
export function restoreBackup(parts: EngineParts, path: string, undo: boolean, watch: Watch): Promise<RestoredBook> {
  return parts.inTurn(() =>
    withWorkFolder(parts.dataFolder, async (work) => {
      const archive = await checkArchive(path, work, watch);
      migrateCopy(archive.bookPath, join(work, 'truoc-nang-cap'), parts.clock());
      const audit = await auditCopy(archive.bookPath, watch);
      const filesAdded = await addMissingFiles(parts, archive, watch);
      const damage = parts.book.damage();
      const present = damage ? null : await readSettings(parts.database);
      // a new data folder has no book of its own yet
      const otherBook = present !== null && present.office !== null && present.folderId !== archive.manifest.folderId;
      const { before, aside } = await parts.texts.pause(() => (damage ? replaceDamaged(parts, archive, undo) : replaceWhole(parts, archive, undo, watch)));
      parts.log.info({ at: archive.manifest.at, undo }, 'book restored');
      const { at, office } = archive.manifest;
      return { from: path, at, office, before, after: audit.counts, filesAdded, aside, notices: [...(otherBook ? [`Bản sao lưu này là của một sổ khác${office === null ? '' : ` (${office})`}.`] : []), ...missingNow(before, audit.counts, archive), ...noticesOf(archive.manifest, audit.linked)] };
    }),
  );
}

async function replaceWhole(parts: EngineParts, archive: CheckedArchive, undo: boolean, watch: Watch): Promise<Aside> {
  const live = join(parts.dataFolder, databaseFileName);
  const { clerk } = await readSettings(parts.database);
  const prepare = ({ path }: MadeBackup): void => noteRestore(archive, readRestores(settingIn(live, restoresKey)), { ...actNow(parts, { clerk }), from: archive.path, stateOf: archive.manifest.at, aside: path, undo });
  const aside = await replaceKeepingAside(parts, archive.bookPath, { putAside: () => putAside(parts, watch), prepare }, watch);
  return aside ? { before: aside.manifest.counts, aside: { path: aside.path, kind: 'backup' } } : replaceDamaged(parts, archive, undo);
}

/** The present state as a backup; null when it is too damaged for one. A folder of the settings that cannot be written gives way to that of the data folder. */
export async function putAside(parts: EngineParts, watch: Watch, kind: 'before-restore' | 'sample' = 'before-restore'): Promise<MadeBackup | null> {
  try {
    return await createBackup(parts, { kind }, watch);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'DATA_DAMAGED') return null;
    if (error.code !== 'DISK_UNWRITABLE' && error.code !== 'DISK_FULL') throw error;
    return createBackup(parts, { kind, to: join(parts.dataFolder, backupFolderName, '/') }, watch);
  }
}

/** The damaged file, or whatever stands under its name, is renamed, never deleted; the archive's book takes its place. */
async function replaceDamaged(parts: EngineParts, archive: CheckedArchive, undo: boolean): Promise<Aside> {
  const live = join(parts.dataFolder, databaseFileName);
  const at = localInstant(parts.clock());
  const aside = freeAsideName(parts.dataFolder, at);
  noteRestore(archive, readRestores(settingIn(archive.bookPath, restoresKey)), { at, who: parts.user, from: archive.path, stateOf: archive.manifest.at, aside: null, undo });
  const wasThere = existsSync(live);
  await parts.book.replace(() => {
    for (const ending of ['', '-wal', '-shm']) if (existsSync(live + ending)) renameSync(live + ending, aside + ending);
    renameSync(archive.bookPath, live);
    syncFolder(parts.dataFolder);
  });
  return { before: null, aside: wasThere ? { path: aside, kind: 'damaged-file' } : null };
}

function freeAsideName(dataFolder: string, at: string): string {
  for (let turn = 1; ; turn += 1) {
    const path = join(dataFolder, `so-cong-van-hong-${at.replaceAll(':', '').replace('T', '-')}${turn > 1 ? `-${turn}` : ''}.sqlite`);
    if (!existsSync(path)) return path;
  }
}

/** Written into the copy before it takes its place, so that the note and the new state come together. */
const noteRestore = ({ bookPath }: CheckedArchive, earlier: RestoreNote[], note: RestoreNote): void => setSettingIn(bookPath, restoresKey, [note, ...earlier]);

const lineTables = [
  ['outgoing', 'văn bản đi'],
  ['incoming', 'văn bản đến'],
] as const;

/** What the present state had and the restored one lacks, in one sentence. */
function missingNow(before: Record<string, number> | null, after: Record<string, number>, { manifest: { at } }: CheckedArchive): string[] {
  const when = instantInWords(at);
  if (!before) return [`Sổ trở về lúc ${when}; những gì nhập sau lúc ấy không còn, cần nhập lại theo sổ giấy.`];
  const fewer = lineTables.flatMap(([table, name]) => {
    const difference = (before[table] ?? 0) - (after[table] ?? 0);
    return difference > 0 ? [`${formatVietnameseNumber(difference)} dòng ${name}`] : [];
  });
  return fewer.length === 0 ? [] : [`Sổ trở về lúc ${when}: ${fewer.join(', ')} nhập sau lúc ấy không còn trong sổ, nhưng vẫn còn trong bản trước khi khôi phục.`];
}

/** Takes the last restore back: the state it put aside comes again, the present one is put aside in turn. */
export async function undoLastRestore(parts: EngineParts, watch: Watch): Promise<RestoredBook> {
  const [last] = readRestores(settingIn(join(parts.dataFolder, databaseFileName), restoresKey));
  if (!last) throw new Refusal('NOT_ALLOWED', 'Sổ này chưa khôi phục lần nào nên không có gì để hoàn tác.');
  if (last.aside === null) throw new Refusal('NOT_ALLOWED', 'Lần khôi phục gần nhất thay một sổ đã hỏng nên không quay lại được; tệp hỏng vẫn giữ trong thư mục dữ liệu.');
  if (!existsSync(last.aside)) throw new Refusal('NOT_FOUND', `Không còn bản trước khi khôi phục «${basename(last.aside)}». Cắm lại ổ chứa bản ấy, hoặc khôi phục từ bản khác.`, { path: last.aside });
  return restoreBackup(parts, last.aside, true, watch);
}
