import { join } from 'node:path';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { archivesIn, backupFolderOf } from '../backup/backup-folder.ts';
import { readBackupState } from '../backup/backup-state.ts';
import { checkArchive } from '../backup/check-archive.ts';
import { createBackup, noticesOf } from '../backup/create-backup.ts';
import { restoreBackup, undoLastRestore } from '../backup/restore-backup.ts';
import { readRestores, restoresKey } from '../backup/restore-notes.ts';
import type { Manifest } from '../backup/archive-manifest.ts';
import { fileOfEntry } from '../backup/archive-manifest.ts';
import type { Watch } from '../backup/watch.ts';
import { withWorkFolder } from '../files/work-folder.ts';
import type { Job } from '../jobs.ts';
import { settingIn } from '../storage/book-copy.ts';
import { databaseFileName } from '../storage/open-database.ts';
import { implementer } from './implementer.ts';

/** Tells the job's watchers where the work is, and stops it when it was asked to. */
export const watchOf = (job: Job): Watch => (phase, done, total) => {
  if (job.signal.aborted) throw new Refusal('CANCELLED', 'Đã dừng theo yêu cầu; không giữ lại gì của việc đang làm dở.');
  // it may be asked to stop right now: the next word says so
  job.step(phase, done, total).catch(() => undefined);
};

const about = ({ path, size, manifest }: { path: string; size: number; manifest: Manifest }, notices: string[]) => {
  const { at, office, folderId, schema, program, counts, entries } = manifest;
  const files = entries.filter(({ name }) => fileOfEntry(name) !== null);
  return { path, at, office, folderId, schema, program, counts, size, files: { amount: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0) }, verified: true as const, notices };
};

export const create = implementer.backup.create.handler(({ input, context }) =>
  context.jobs.run(input?.job, async (job) => {
    const made = await createBackup(context, { to: input?.to, kind: 'manual' }, watchOf(job));
    return about(made, made.notices);
  }),
);

export const verify = implementer.backup.verify.handler(({ input, context }) =>
  context.jobs.run(input.job, (job) =>
    withWorkFolder(context.dataFolder, async (work) => {
      const checked = await checkArchive(input.path, work, watchOf(job));
      return about(checked, noticesOf(checked.manifest, checked.linked));
    }),
  ),
);

export const restore = implementer.backup.restore.handler(({ input, context }) => context.jobs.run(input.job, (job) => restoreBackup(context, input.path, false, watchOf(job))));

export const undoRestore = implementer.backup.undoRestore.handler(({ input, context }) => context.jobs.run(input?.job, (job) => undoLastRestore(context, watchOf(job))));

export const list = implementer.backup.list.handler(async ({ context }) => {
  const folder = await backupFolderOf(context);
  const book = join(context.dataFolder, databaseFileName);
  const usable = context.book.damage() === null;
  const folderId = usable ? settingIn(book, 'folderId') : null;
  const rows = archivesIn(folder).map(({ path, name, kind, at, office, schema, size, folderId: of }) => ({ path, name, kind, at, office, schema, size, thisBook: folderId === null || of === folderId }));
  const { lastSuccess, lastFailure } = readBackupState(context.dataFolder);
  const restores = usable ? readRestores(settingIn(book, restoresKey)).map(({ at, who, from, stateOf, undo }) => ({ at, who, from, stateOf, undo })) : [];
  return { folder, rows, daily: { lastSuccess, lastFailure }, restores };
});
