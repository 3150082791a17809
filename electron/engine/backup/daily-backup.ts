import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backupsToRemove } from '../../../shared/domain/backup-retention.ts';
import { readBackupName } from '../../../shared/domain/backup-names.ts';
import { localDay, localInstant } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { closeWhenDamaged } from './after-damage.ts';
import { archivesIn, backupFolderOf } from './backup-folder.ts';
import { noteBackupState } from './backup-state.ts';
import { createBackup, unfinishedMark } from './create-backup.ts';
import { unwatched, type Watch } from './watch.ts';

/** Not while the window is just opening, ms. */
const firstAfterMs = 60_000;
const everyMs = 60 * 60_000;

/** Sees to it that every day the program is open has a backup; answers what ends that (after the one under way). */
export function startDailyBackup(parts: EngineParts, delays = { firstAfterMs, everyMs }): () => Promise<void> {
  let underWay: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const turn = (): void => {
    underWay = underWay.then(async () => {
      // a large book is not read through when it is opened: it is here, in a thread of its own
      if (stopped || parts.book.damage() || (await closeWhenDamaged(parts, 'seen before the daily backup')) === 'damaged') return;
      await backUpOnceADay(parts, () => {
        if (stopped) throw new Refusal('CANCELLED', 'Chương trình đóng nên bản sao lưu đang làm dở được bỏ; lần mở sau sẽ làm lại.');
      }).catch((error: unknown) => parts.log.error({ err: error }, 'daily backup failed'));
    });
  };
  const first = setTimeout(turn, delays.firstAfterMs);
  const hourly = setInterval(turn, delays.everyMs);
  // nobody waits for a backup to end the program
  first.unref();
  hourly.unref();
  return async () => {
    stopped = true;
    clearTimeout(first);
    clearInterval(hourly);
    await underWay;
  };
}

/**
 * Takes today's automatic backup when there is none yet and the book has been in use; then lets old ones go. How it went
 * is kept where `backup.list` shows it. Answers whether one was taken; a failure is noted and thrown.
 */
export async function backUpOnceADay(parts: EngineParts, watch: Watch = unwatched): Promise<boolean> {
  if (parts.book.damage()) return false;
  // copies of a book that has gone back would in time push out the good ones
  if (parts.book.missing().length > 0) return false;
  const { office, folderId, backupFolder } = await readSettings(parts.database);
  const folder = await backupFolderOf(parts);
  const today = localDay(parts.clock());
  const ours = () => archivesIn(folder).filter((each) => each.kind === 'daily' && each.folderId === folderId);
  if (office === null || ours().some(({ at }) => at.startsWith(today))) return false;
  try {
    const { path } = await createBackup(parts, { kind: 'daily' }, watch);
    noteBackupState(parts.dataFolder, { folder: backupFolder, lastSuccess: { at: localInstant(parts.clock()), path }, lastFailure: null });
  } catch (error) {
    const cancelled = error instanceof Refusal && error.code === 'CANCELLED';
    const sentence = error instanceof Refusal ? error.message : 'Bản sao lưu tự động gặp lỗi ngoài dự kiến; xem nhật ký của chương trình.';
    if (!cancelled) noteBackupState(parts.dataFolder, { folder: backupFolder, lastFailure: { at: localInstant(parts.clock()), sentence } });
    throw error;
  }
  for (const { path } of backupsToRemove(ours(), today)) rmSync(path, { force: true });
  sweepUnfinished(folder);
  return true;
}

/** What a killed backup has left, and no longer can be one under way, ms. */
const abandonedMs = 24 * 60 * 60_000;

function sweepUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const of = /^(.+\.zip)\.[0-9a-f]{12}$/.exec(name.endsWith(unfinishedMark) ? name.slice(0, -unfinishedMark.length) : '')?.[1];
    const found = of !== undefined && readBackupName(of) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    if (found && Date.now() - found.mtimeMs > abandonedMs) rmSync(path, { force: true });
  }
}
