import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { filesFolderName } from '../files/file-store.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { withWorkFolder } from '../files/work-folder.ts';
import { migrateCopy, setSettingIn } from '../storage/book-copy.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { bookEntry, fileOfEntry } from './archive-manifest.ts';
import { noteBackupState } from './backup-state.ts';
import { keptFilesIn } from './kept-files.ts';
import { replaceKeepingAside } from './replace-keeping-aside.ts';
import { putAside } from './restore-backup.ts';
import type { Watch } from './watch.ts';

/** Files of the sample that stand in its archive and are still to be taken from the store. */
const leftFilesKey = 'demonstrationFilesLeft';
const LeftFiles = z.array(z.string().regex(/^[0-9a-f]{64}$/));

/**
 * Puts the demonstration office aside as an archive and an empty book in its place. A kill at any instant leaves the
 * sample whole or the empty book; its files are taken from the store afterwards, at the latest when the book is opened
 * again. Refuses (NOT_ALLOWED) where the office is one's own.
 */
export function leaveDemonstration(parts: EngineParts, watch: Watch): Promise<{ aside: string; notices: string[] }> {
  return parts.inTurn(async () => {
    if (!(await readSettings(parts.database)).demonstration) throw new Refusal('NOT_ALLOWED', 'Đây không phải văn phòng mẫu nên không có gì để rời; sổ của cơ quan giữ nguyên.');
    const { path, notices } = await withWorkFolder(parts.dataFolder, async (work) => {
      const empty = join(work, bookEntry);
      migrateCopy(empty, join(work, 'truoc-nang-cap'), parts.clock());
      const aside = await parts.texts.pause(() => replaceKeepingAside(
        parts,
        empty,
        { putAside: () => putAside(parts, watch, 'sample'), prepare: ({ manifest }) => setSettingIn(empty, leftFilesKey, manifest.entries.flatMap(({ name }) => fileOfEntry(name) ?? [])) },
        watch,
      ));
      if (!aside) throw new Refusal('DATA_DAMAGED', 'Sổ của văn phòng mẫu bị hỏng nên chưa cất lại được; chạy kiểm tra sổ ở mục Sao lưu để xem chi tiết.');
      return aside;
    });
    // how the sample's backups fared says nothing of the new book
    noteBackupState(parts.dataFolder, { folder: null, lastSuccess: null, lastFailure: null });
    await sweepDemonstration(parts);
    parts.log.info({ aside: path }, 'demonstration office left');
    return { aside: path, notices: [`Văn phòng mẫu được cất ở «${basename(path)}».`, ...notices] };
  });
}

/** Takes away the files of a demonstration office that was left, but those a line of this book links by now. */
export async function sweepDemonstration(parts: EngineParts): Promise<void> {
  const row = await parts.database.selectFrom('setting').select('value').where('key', '=', leftFilesKey).executeTakeFirst();
  if (!row) return;
  const left = LeftFiles.safeParse(JSON.parse(row.value));
  const kept = new Map(keptFilesIn(join(parts.dataFolder, filesFolderName)).filter(({ waits }) => !waits).map((file) => [file.sha256, file.path]));
  for (const sha256 of left.data ?? []) {
    const path = kept.get(sha256);
    if (path !== undefined && !(await isLinked(parts, sha256))) rmSync(path, { force: true });
  }
  await parts.write(({ database }) => database.deleteFrom('setting').where('key', '=', leftFilesKey).execute());
}

async function isLinked({ database }: EngineParts, sha256: string): Promise<boolean> {
  const outgoing = await database.selectFrom('outgoingFile').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
  return outgoing !== undefined || (await database.selectFrom('incomingFile').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) !== undefined;
}
