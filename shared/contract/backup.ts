import { z } from 'zod';
import { isPathText, jobName, Notices } from './fields.ts';
import { procedure } from './procedure.ts';

const path = z.string({ error: 'Ghi đường dẫn của bản sao lưu.' }).trim().min(1, 'Ghi đường dẫn của bản sao lưu.').max(4000, 'Đường dẫn quá dài.').refine(isPathText, 'Đường dẫn có ký tự không dùng được trong tên tệp.');

/** Rows of every table, by its name. */
export const RowCounts = z.record(z.string(), z.int());

export const KeptAmount = z.object({ amount: z.int(), bytes: z.int() });

/** What an archive says of itself. */
const about = {
  path: z.string(),
  /** When the copy was taken, local `YYYY-MM-DDTHH:mm:ss`: what was entered later is not in it. */
  at: z.string(),
  /** Name of the office, null before the first run. */
  office: z.string().nullable(),
  /** The random name of the data folder it was taken of. */
  folderId: z.string(),
  /** Version of the tables. */
  schema: z.int(),
  program: z.string(),
  counts: RowCounts,
  files: KeptAmount,
  /** Size of the archive, bytes. */
  size: z.int(),
};

/** daily: by itself; manual: asked for; before-restore: the state that a restore put aside; sample: the demonstration office that was left. */
export const BackupKind = z.enum(['daily', 'manual', 'before-restore', 'sample']);

const Restored = z.object({
  /** The archive whose content the book now has, and when it was taken. */
  from: z.string(),
  at: z.string(),
  office: z.string().nullable(),
  /** Rows of every table before and after; `before` is null when the book could not be read. */
  before: RowCounts.nullable(),
  after: RowCounts,
  /** Files that were missing in the data folder and came back. */
  filesAdded: z.int(),
  /** Where the state of before is kept: a backup, or the damaged file under another name; null when there was none. */
  aside: z.object({ path: z.string(), kind: z.enum(['backup', 'damaged-file']) }).nullable(),
  notices: Notices,
});

export const backup = {
  /** Into `to` (a folder, or a file's name that is still free; the folder of the settings when left out); good only once it has been opened and checked. */
  create: procedure.input(z.object({ to: path.optional(), job: jobName }).optional()).output(z.object({ ...about, verified: z.literal(true), notices: Notices })),
  /** Opens an archive and checks every byte of it; refused, naming what is wrong, when anything is. */
  verify: procedure.input(z.object({ path, job: jobName })).output(z.object({ ...about, verified: z.literal(true), notices: Notices })),
  /** Puts the state of an archive in place of the present one, which is kept as a backup first. */
  restore: procedure.input(z.object({ path, job: jobName })).output(Restored),
  /** Takes the last restore back. */
  undoRestore: procedure.input(z.object({ job: jobName }).optional()).output(Restored),
  /** The archives in the folder of the settings, newest first, and how the daily backup has fared. */
  list: procedure.input(z.object({}).optional()).output(
    z.object({
      folder: z.string(),
      rows: z.array(z.object({ path: z.string(), name: z.string(), kind: BackupKind, at: z.string(), office: z.string().nullable(), schema: z.int(), size: z.int(), thisBook: z.boolean() })),
      daily: z.object({
        lastSuccess: z.object({ at: z.string(), path: z.string() }).nullable(),
        /** Null once a later one succeeded. */
        lastFailure: z.object({ at: z.string(), sentence: z.string() }).nullable(),
      }),
      /** The restores of this book, newest first. */
      restores: z.array(z.object({ at: z.string(), who: z.string(), from: z.string(), stateOf: z.string(), undo: z.boolean() })),
    }),
  ),
};
