import { join } from 'node:path';
import { instantInWords } from '../../../shared/domain/dates.ts';
import { commonSeries } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { EngineParts } from '../engine-parts.ts';
import { withWorkFolder } from '../files/work-folder.ts';
import { backupFolderName } from '../held-book.ts';
import { databaseFileName } from '../storage/open-database.ts';
import { openToRead } from '../storage/plain-book.ts';
import { archivesIn, backupFolderOf, type FoundArchive } from './backup-folder.ts';
import { checkArchive } from './check-archive.ts';
import { unwatched } from './watch.ts';

/** Larger archives are offered unread: checking them takes minutes, and the restore checks them anyway. Bytes. */
const checkedBytes = 200 * 1024 * 1024;

interface GoodBackup extends Pick<FoundArchive, 'path' | 'name' | 'at' | 'office' | 'size'> {
  /** Whether every byte of it was read just now. */
  checked: boolean;
}

/** The refusal of a damaged book with what can be done about it: the newest good backup, and what the damaged file still tells of what came after. */
export async function describeDamage(parts: EngineParts, damage: Refusal): Promise<Refusal> {
  const newestBackup = await newestGoodBackup(parts);
  const lastNumbers = readLastNumbers(parts.dataFolder);
  const numbers = lastNumbers.map(({ kind, series, year, last }) => `${kind === 'incoming' ? 'văn bản đến' : 'văn bản đi'} ${series === commonSeries ? '' : `dãy «${series}» `}năm ${year} đến số ${formatVietnameseNumber(last)}`);
  const offer = newestBackup
    ? `Bản sao lưu tốt gần nhất lấy lúc ${instantInWords(newestBackup.at)}; khôi phục thì những gì nhập sau lúc ấy phải nhập lại theo sổ giấy.`
    : 'Chưa thấy bản sao lưu tốt nào trong thư mục sao lưu; tìm bản trên ổ khác rồi khôi phục từ đó.';
  const known = numbers.length > 0 ? ` Tệp hỏng còn đọc được: ${numbers.join('; ')}.` : '';
  return new Refusal('DATA_DAMAGED', `${damage.message} ${offer}${known}`, { ...damage.data, newestBackup, lostSince: newestBackup?.at ?? null, lastNumbers }, damage);
}

async function newestGoodBackup(parts: EngineParts): Promise<GoodBackup | null> {
  const folders = new Set([await backupFolderOf(parts), join(parts.dataFolder, backupFolderName)]);
  // the sample that was left is no state of this book
  const found = [...folders].flatMap((folder) => archivesIn(folder)).filter(({ kind }) => kind !== 'sample').sort((one, other) => (one.at < other.at ? 1 : -1));
  for (const { path, name, at, office, size } of found) {
    if (size > checkedBytes) return { path, name, at, office, size, checked: false };
    try {
      await withWorkFolder(parts.dataFolder, (work) => checkArchive(path, work, unwatched));
      return { path, name, at, office, size, checked: true };
    } catch (error) {
      parts.log.warn({ err: error }, 'a backup is not good, an older one is looked at');
    }
  }
  return null;
}

interface LastNumber {
  kind: 'incoming' | 'outgoing';
  series: string;
  year: number;
  last: number;
}

/** The last numbers given, as far as the damaged file can still be read; empty when it cannot. */
function readLastNumbers(dataFolder: string): LastNumber[] {
  try {
    const book = openToRead(join(dataFolder, databaseFileName));
    try {
      return book.all<LastNumber>('SELECT kind, series, year, next - 1 AS last FROM book WHERE next > 1 AND year = (SELECT max(year) FROM book) ORDER BY kind, series');
    } finally {
      book.close();
    }
  } catch {
    // the very file that is damaged: what it no longer tells is not told
    return [];
  }
}
