import { isRealDate } from './dates.ts';

/** Why an archive was made. */
export type BackupKind = 'daily' | 'manual' | 'before-restore' | 'sample';

const beginnings: Record<BackupKind, string> = { daily: 'tu-dong', manual: 'sao-luu', 'before-restore': 'truoc-khoi-phuc', sample: 'van-phong-mau' };

/** `so-cong-van-tu-dong-2026-11-20-093000.zip`; `turn` 2 and above tells archives of the same second apart. */
export const backupName = (kind: BackupKind, at: string, turn = 1): string =>
  `so-cong-van-${beginnings[kind]}-${at.slice(0, 10)}-${at.slice(11).replaceAll(':', '')}${turn > 1 ? `-${turn}` : ''}.zip`;

const pattern = /^so-cong-van-(tu-dong|sao-luu|truoc-khoi-phuc|van-phong-mau)-(\d{4}-\d{2}-\d{2})-([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?:-\d+)?\.zip$/;

/** What a file's name says of an archive, or null when the program never gives such a name. */
export function readBackupName(name: string): { kind: BackupKind; at: string } | null {
  const match = pattern.exec(name);
  const kind = (Object.keys(beginnings) as BackupKind[]).find((each) => beginnings[each] === match?.[1]);
  if (!match || !kind || !isRealDate(match[2] ?? '')) return null;
  return { kind, at: `${match[2]}T${match[3]}:${match[4]}:${match[5]}` };
}
