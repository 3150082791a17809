import { chmodSync, writeFileSync } from 'node:fs';

/** What a file that came from elsewhere carries on a system: a stream beside its bytes, or rights that keep it as it is. */
export interface WebMark {
  /** The path of the stream that is written, with its text; null where files have none. */
  stream: { path: string; text: string } | null;
  /** Rights of the copy, or null to leave them. */
  mode: number | null;
}

/**
 * How a copy of somebody else's file is marked before another program opens it. On Windows the stream `Zone.Identifier` says
 * that it came from the Internet (zone 3), so that Word and Excel open it in Protected View and run none of its macros; the
 * file system must be NTFS. Elsewhere there is no such mark that office programs heed: the copy can only be read.
 */
export const webMarkOf = (path: string, platform: NodeJS.Platform): WebMark =>
  platform === 'win32' ? { stream: { path: `${path}:Zone.Identifier`, text: '[ZoneTransfer]\r\nZoneId=3\r\n' }, mode: null } : { stream: null, mode: 0o400 };

/** Marks a copy; a file system without streams (a stick of FAT32) leaves it unmarked. */
export function markAsForeign(path: string, platform: NodeJS.Platform = process.platform): void {
  const { stream, mode } = webMarkOf(path, platform);
  if (mode !== null) chmodSync(path, mode);
  if (stream === null) return;
  try {
    writeFileSync(stream.path, stream.text);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EINVAL', 'ENOENT', 'ENOTSUP', 'EPERM'].includes(code)) throw error;
  }
}
